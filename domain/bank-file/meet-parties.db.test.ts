import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { rolledBack, testDatabase } from '@/db/testing'
import type { OfficialActor } from '../actor'
import { makeOrganisation } from '../testing/cast'
import { admitCode } from './admit-code'
import { listWaitingCodes } from './queries'
import { refuseCode } from './refuse-code'
import { code, countOf, line, now, official, taken } from '../testing/bank-files/importing'

const database = testDatabase()

test('asks where a code is on record under another name, and where a name is another’s', async () => {
  await rolledBack(database(), async (tx) => {
    await makeOrganisation(tx, 'company', { uscc: code(5), name: '企业5有限公司' })
    await makeOrganisation(tx, 'company', { uscc: code(6), name: '企业7' })
    // The legal form left out is the same name.
    expect((await taken(tx, [line({ company: 5 })])).isKept).toBe(true)
    const file = [line({ company: 6 }), line({ company: 7, contract: 'HT-7' })]
    const asked = await taken(tx, file)
    expect(asked.questions).toMatchObject([
      { name: `company.${code(6)}`, words: '企业6', known: '企业7', answers: ['same', 'refuse'] },
      { name: `company.${code(7)}`, words: '企业7', answers: ['other', 'refuse'] },
    ])
    expect(asked.questions[1]?.known).toContain(code(6))
    const answers = { [`company.${code(6)}`]: 'refuse', [`company.${code(7)}`]: 'other' }
    const report = await taken(tx, file, { answers, skipBad: true })
    expect(report.problems).toMatchObject([{ row: 2, code: 'other-company' }])
    expect([report.taken, report.newCompanies]).toEqual([1, 1])
  })
})

test('asks where one code has two names in the file', async () => {
  await rolledBack(database(), async (tx) => {
    const file = [line(), line({ contract: 'HT-2' }).replace('企业1', '另一家')]
    expect((await taken(tx, file)).questions).toMatchObject([
      { name: `company.${code(1)}`, words: '另一家', known: '企业1' },
    ])
  })
})

test('asks what kind an institution is where nothing says it, and never again', async () => {
  await rolledBack(database(), async (tx) => {
    const file = [line({ bank: '长庚小额贷款有限公司' }).replace(',银行,', ',,')]
    const asked = await taken(tx, file)
    expect(asked.questions).toMatchObject([{ name: 'kind.长庚小额贷款有限公司' }])
    expect(await countOf(tx, 'organisation')).toBe(0)
    await taken(tx, file, { answers: { 'kind.长庚小额贷款有限公司': 'factoring' } })
    const { rows } = await tx.execute(
      sql`select financier_kind as kind from organisation where kind = 'financier'`,
    )
    expect(rows).toEqual([{ kind: 'factoring' }])
    expect((await taken(tx, file)).questions).toEqual([])
  })
})

test('a code that fails its check counts once a verifier has judged it', async () => {
  const verifier = { ...official, duties: ['verifier'] } as unknown as OfficialActor
  const odd = `${code(3).slice(0, 17)}${code(3).endsWith('A') ? 'B' : 'A'}`
  const file = [line(), line({ contract: 'HT-3' }).replace(code(1), odd)]
  await rolledBack(database(), async (tx) => {
    const context = { actor: verifier, now, db: tx }
    const report = await taken(tx, file)
    expect([report.isKept, report.taken, report.waiting]).toEqual([true, 1, 1])
    expect(await countOf(tx, 'service')).toBe(2)
    const [waiting] = await listWaitingCodes(context)
    expect(waiting).toMatchObject({ uscc: odd, rows: 1 })
    expect(await admitCode(context, waiting?.id ?? '', 'seen the licence')).toMatchObject({
      ok: true,
    })
    expect(await countOf(tx, 'service')).toBe(4)
    const again = await taken(tx, file)
    expect([again.waiting, again.granted.added, again.drawn.added]).toEqual([0, 0, 0])
  })
  await rolledBack(database(), async (tx) => {
    const context = { actor: verifier, now, db: tx }
    await taken(tx, file)
    const [waiting] = await listWaitingCodes(context)
    await refuseCode(context, waiting?.id ?? '', 'no such licence')
    expect(await countOf(tx, 'waiting_row')).toBe(0)
    const again = await taken(tx, file, { skipBad: true })
    expect(again.problems).toMatchObject([{ row: 3, code: 'uscc-refused' }])
    expect(await countOf(tx, 'service')).toBe(2)
  })
})
