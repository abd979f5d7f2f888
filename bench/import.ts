import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { connect } from '../db/client'
import { migrateDatabase } from '../db/migrate'
import { member, organisation } from '../db/schema'
import { addressOf, onServer } from '../db/testing-address'
import type { OfficialActor } from '../domain/actor'
import { newId } from '../domain/id'
import { checkImport } from '../domain/import-run/check-import'
import { confirmImport } from '../domain/import-run/confirm-import'
import { LIMITS } from '../domain/import-run/import-run'
import { findImport } from '../domain/import-run/queries'
import { runImport } from '../domain/import-run/run-import'
import { startImport } from '../domain/import-run/start-import'
import { undoImport } from '../domain/import-run/undo-import'
import { usccCheckCharacter } from '../domain/uscc/uscc'
import { startThrowAway } from '../scripts/postgres/throw-away.mjs'
import { root } from '../scripts/start/steps.mjs'
import { keepRows, printRow, type Row } from './row'

/**
 * A workbook of as many rows as one import takes, from its upload to the ledger and back, in one process: each step in
 * seconds, and the most memory that the process held, against what is promised.
 */
const text = { type: 'string' } as const
/** `--make` is for itself: another process makes the workbook, whose memory is not counted. */
const { values } = parseArgs({ options: { json: text, make: text } })
const SECONDS = 60
const MEGABYTES = 512
const COMPANIES = 20_000

const headings = [
  ...['统一社会信用代码', '企业名称', '金融机构', '机构类型', '融资方式', '合同编号', '借据号'],
  ...['授信日期', '授信金额(万元)', '放款日期', '放款金额(万元)', '年利率(%)'],
]

/** A workbook as banks send them: numbers as numbers, days as serial days with a format. */
async function workbook(rows: number): Promise<Uint8Array> {
  const { utils, write } = await import('@e965/xlsx')
  const cells: unknown[][] = [headings]
  for (let at = 0; at < rows; at++) {
    const company = at % COMPANIES
    const first17 = `91619999R${String(company).padStart(8, '0')}`
    const day = { t: 'n', v: 44_200 + (at % 1_500), z: 'yyyy/m/d' }
    cells.push([
      ...[`${first17}${usccCheckCharacter(first17)}`, `西安第${company}科技有限公司`],
      ...[`Bank ${at % 40}`, '银行', '信用贷款', `HT-${at}`, '001'],
      ...[day, 100 + (at % 400), day, 50 + (at % 50), 3.45],
    ])
  }
  const sheet = utils.aoa_to_sheet(cells, { dense: true })
  const book = utils.book_new()
  utils.book_append_sheet(book, sheet, '台账')
  return new Uint8Array(
    write(book, { type: 'array', bookType: 'xlsx', compression: true }) as ArrayBuffer,
  )
}

const rows: Row[] = []
function tell(variant: string, unit: string, found: number, most: number): void {
  const ratio = most / found
  const row = {
    bench: 'import',
    work: `${LIMITS.rows} rows`,
    variant,
    unit,
    p50: found,
    p95: found,
  }
  rows.push({ ...row, ratio, reach: 1, ok: ratio >= 1 })
  const last = rows.at(-1)
  if (last) printRow(last)
}

function must<Value>(result: { ok: true; value: Value } | { ok: false; refusal: string }): Value {
  if (!result.ok) throw new Error(result.refusal)
  return result.value
}

async function measure(url: string, bytes: Uint8Array): Promise<void> {
  const { db, close } = connect(url, 4)
  let all = 0
  async function timed<Answer>(name: string, work: () => Promise<Answer>): Promise<Answer> {
    const since = performance.now()
    const answer = await work()
    const seconds = (performance.now() - since) / 1_000
    all += seconds
    tell(name, 's', seconds, SECONDS)
    return answer
  }
  try {
    const now = new Date()
    const [organisationId, memberId] = [newId(), newId()]
    const authority = { kind: 'authority' as const, uscc: randomUUID(), name: 'Bureau' }
    await db
      .insert(organisation)
      .values({ ...authority, id: organisationId, state: 'admitted', createdAt: now })
    await db.insert(member).values({
      ...{ id: memberId, organisationId, email: 'a@bench.example', name: 'A', createdAt: now },
      passwordHash: 'no password opens this',
      ...{ role: 'owner', state: 'active', duties: ['statistician'], scopeCity: true },
    })
    const actor: OfficialActor = {
      ...{ audience: 'official', memberId, organisationId, organisationName: 'Bureau' },
      ...{ personName: 'A', role: 'owner', organisationState: 'admitted' },
      ...{ duties: ['statistician'], scope: { city: true } },
    }
    const context = { actor, now, db }
    const id = must(
      await timed('upload and read the cells', () =>
        startImport(context, { name: 'a.xlsx', bytes }),
      ),
    )
    await timed('read, match and check', () => checkImport(context, id))
    const found = await findImport(context, id)
    if (!found?.found?.ok || found.found.report.taken !== LIMITS.rows)
      throw new Error('not every row was read')
    must(await confirmImport(context, id, found.version))
    await timed('write into the ledger', () =>
      runImport({ ...context, actor: { audience: 'clock' } }, id),
    )
    if ((await findImport(context, id))?.state !== 'done') throw new Error('it was not written')
    tell('from upload to ledger', 's', all, SECONDS)
    await timed('undo', () => undoImport(context, id, 'bench'))
    tell('most memory of the process', 'MB', process.resourceUsage().maxRSS / 1_024, MEGABYTES)
  } finally {
    await close()
  }
}

async function onDatabase(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'kerong-bench-'))
  const file = join(folder, 'loans.xlsx')
  const server = await startThrowAway(root)
  try {
    execFileSync(process.execPath, [
      ...process.execArgv,
      ...process.argv.slice(1, 2),
      '--make',
      file,
    ])
    await onServer(server.url, 'create database bench')
    const url = addressOf(server.url, 'bench')
    await migrateDatabase(url)
    await measure(url, new Uint8Array(readFileSync(file)))
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true })
  }
  keepRows(rows, values.json)
  if (rows.some(({ ok }) => !ok)) process.exitCode = 1
}

if (values.make) writeFileSync(values.make, await workbook(LIMITS.rows))
else await onDatabase()
