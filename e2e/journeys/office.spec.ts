import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { importServices } from '@/domain/bank-file/import-services'
import { readBankFile } from '@/domain/bank-file/read-bank-file'
import { Interview } from '@/domain/bank-file/interview'
import { expect, test } from '../official/given'

const hasOffice = spawnSync('soffice', ['--version']).status === 0
const period = 'from=2024-01&to=2024-05'

/** The second sheet of a workbook, or a CSV, as LibreOffice opens and saves it again: as it is shown, in UTF-8. */
function throughOffice(bytes: Buffer, name: string): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'kerong-office-'))
  try {
    writeFileSync(join(folder, name), bytes)
    const sheet = name.endsWith('.xlsx') ? 2 : 0
    const filter = `csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,${sheet}`
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    const outcome = spawnSync(
      'soffice',
      [
        profile,
        '--headless',
        '--convert-to',
        filter,
        '--outdir',
        join(folder, 'out'),
        // A person ticks UTF-8 and commas where it asks.
        ...(name.endsWith('.csv') ? ['--infilter=CSV:44,34,76,1'] : []),
        join(folder, name),
      ],
      { encoding: 'utf8', timeout: 120_000 },
    )
    expect(outcome.status, outcome.stderr).toBe(0)
    const [made] = spawnSync('ls', [join(folder, 'out')], { encoding: 'utf8' })
      .stdout.trim()
      .split('\n')
    return readFileSync(join(folder, 'out', made ?? ''))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test('drawings exported, opened by LibreOffice and read back are unchanged, and add nothing to the ledger', async ({
  official,
  given,
}) => {
  test.skip(!hasOffice, 'there is no LibreOffice here: npm test -- --office installs it')
  test.setTimeout(240_000)
  const today = new Date().toISOString().slice(0, 10)
  const exported = async (format: string, language: string) => {
    const address = `/api/export/ledger?${period}&of=drawn&language=${language}&format=${format}`
    return (await official.request.get(address)).body()
  }
  const rowsOf = async (bytes: Buffer, answers = {}) => {
    const interview = new Interview(answers)
    const read = await readBankFile(() => Readable.from([bytes]), today, interview)
    if (!read.ok) throw new Error(read.problem)
    expect(interview.open).toEqual([])
    expect(read.file.problems).toEqual([])
    return read.file.rows.map(({ row: _, ...rest }) => rest)
  }
  const csv = await exported('csv', 'zh')
  const direct = await rowsOf(csv)
  expect(direct.length).toBeGreaterThan(300)
  const viaBook = throughOffice(await exported('xlsx', 'zh'), 'book.xlsx')
  expect(await rowsOf(viaBook)).toEqual(direct)
  expect(await rowsOf(throughOffice(csv, 'table.csv'))).toEqual(direct)
  const inEnglish = await rowsOf(throughOffice(await exported('xlsx', 'en'), 'book.xlsx'), {
    unit: '元',
  })
  expect(inEnglish).toEqual(direct)

  const report = await importServices(
    { actor: { audience: 'clock' }, db: given.db, now: new Date() },
    { source: () => Readable.from([viaBook]), commit: false, skipBad: false },
  )
  if (!report.ok) throw new Error(report.refusal)
  expect(report.value).toMatchObject({
    ...{ questions: [], bad: 0, waiting: 0, newCompanies: 0, newFinanciers: 0 },
    drawn: { services: direct.length, added: 0 },
  })
})

test('no cell of an export is a formula to LibreOffice', async ({ official, given }) => {
  test.skip(!hasOffice, 'there is no LibreOffice here: npm test -- --office installs it')
  const company = await given.company({ name: '=1+1' })
  const financier = await given.financier()
  const of = { companyId: company.id, financierId: financier.id }
  await given.service(of, { happenedOn: '2022-02-10', contractNo: '+86-29' })
  const asked = `from=2022-02&to=2022-02&company=${company.id}&language=zh`
  for (const format of ['csv', 'xlsx'] as const) {
    const file = await official.request.get(`/api/export/ledger?${asked}&format=${format}`)
    const shown = throughOffice(await file.body(), `table.${format}`).toString()
    expect(shown).toContain(format === 'csv' ? `'=1+1` : '=1+1')
    expect(shown).toContain('+86-29')
  }
})
