import { Readable } from 'node:stream'
import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import type { Database } from '@/db/client'
import { rolledBack, testDatabase } from '@/db/testing'
import type { Actor } from '../actor'
import { makeOrganisation } from '../testing/cast'
import type { ImportReport } from './import-report'
import { importServices } from './import-services'
import { nameKey } from '../organisation/names'
import {
  clock,
  code,
  countOf,
  line,
  now,
  official,
  source,
  take,
  taken,
} from '../testing/bank-files/importing'

const database = testDatabase()

async function ledgerOf(db: Database) {
  const { rows } = await db.execute<{
    rung: number
    year: number
    companies: number
    times: number
    fen: number
  }>(sql`
    select rung, month / 100 as year, count(distinct company_id)::int as companies, count(*)::int as times,
           sum(amount_fen)::float8 as fen
    from service group by 1, 2 order by 1, 2`)
  return rows.map(({ rung, year, companies, times, fen }) => [rung, year, companies, times, fen])
}
const three = [
  line(),
  line({
    company: 2,
    contract: 'HT-2',
    granted: ['2023/12/31', '10000'],
    drawn: ['2024/1/1', '9000'],
  }),
  line({ contract: 'HT-3', bank: '长庚银行', drawn: ['', ''] }),
]
const bad = line({ company: 3, contract: 'HT-4', bank: '' })

describe('an import', () => {
  test('writes one grant a row and a drawing where there was one, each in its own year, and one event', async () => {
    await rolledBack(database(), async (tx) => {
      const report = await taken(tx, three)
      expect(report).toMatchObject({
        isKept: true,
        rows: 3,
        taken: 3,
        bad: 0,
        newCompanies: 2,
        newFinanciers: 2,
      })
      expect(await ledgerOf(tx)).toEqual([
        [5, 2023, 1, 1, 1_000_000],
        [5, 2024, 1, 2, 12_000_000],
        [6, 2024, 2, 2, 5_900_000],
      ])
      const { rows } = await tx.execute(
        sql`select state, district, zone, financier_kind as kind from organisation order by uscc`,
      )
      expect(rows).toHaveLength(4)
      expect(rows.every(({ state, district }) => state === 'known' && district === null)).toBe(true)
      const { rows: events } = await tx.execute(sql`select type, facts from event`)
      expect(events).toEqual([
        { type: 'service.imported', facts: { rows: 3, left: 0, granted: 3, drawn: 2 } },
      ])
      const { rows: services } = await tx.execute(
        sql`select distinct state, source, confirm_due_at > recorded_at as due from service`,
      )
      expect(services).toEqual([{ state: 'reported', source: 'import', due: true }])
    })
  })

  test('adds nothing the second time, in another order, or with the rows twice', async () => {
    await rolledBack(database(), async (tx) => {
      await taken(tx, three)
      const before = await ledgerOf(tx)
      for (const again of [three, three.toReversed(), [...three, ...three]]) {
        const report = await taken(tx, again, { answers: { twins: 'same' } })
        expect([report.granted.added, report.drawn.added, report.newCompanies]).toEqual([0, 0, 0])
      }
      expect(await ledgerOf(tx)).toEqual(before)
      expect(await countOf(tx, 'organisation')).toBe(4)
    })
  })

  test('takes only what is new from a longer file', async () => {
    await rolledBack(database(), async (tx) => {
      await taken(tx, three.slice(0, 1))
      const report = await taken(tx, three)
      expect([report.granted.added, report.drawn.added]).toEqual([2, 1])
    })
  })

  test('only checks without commit, and says what it would write', async () => {
    await rolledBack(database(), async (tx) => {
      const report = await taken(tx, three, { commit: false })
      expect([report.isKept, report.granted.added, report.newCompanies]).toEqual([false, 3, 2])
      for (const table of ['service', 'organisation', 'event'])
        expect(await countOf(tx, table)).toBe(0)
    })
  })

  test('with one bad row writes nothing, and with leave to skip it the others', async () => {
    await rolledBack(database(), async (tx) => {
      const kept = await taken(tx, [...three, bad])
      expect([kept.isKept, kept.bad]).toEqual([false, 1])
      expect(kept.problems).toMatchObject([{ row: 5, column: 'financier', code: 'cell-missing' }])
      expect(await countOf(tx, 'service')).toBe(0)
      const skipped = await taken(tx, [...three, bad], { skipBad: true })
      expect([skipped.isKept, skipped.taken, skipped.bad]).toEqual([true, 3, 1])
      expect(await countOf(tx, 'service')).toBe(5)
    })
  })

  test('knows a financier again by its name, however it is spaced', async () => {
    await rolledBack(database(), async (tx) => {
      await taken(tx, [line({ bank: 'First  Bank' })])
      await taken(tx, [line({ bank: 'ＦＩＲＳＴ Bank', contract: 'HT-9' })])
      const { rows } = await tx.execute(
        sql`select uscc, name from organisation where kind = 'financier'`,
      )
      expect(rows).toEqual([{ uscc: nameKey('first bank'), name: 'First Bank' }])
      expect(nameKey('first bank')).toMatch(/^NAME:[0-9A-F]{16}$/)
    })
  })

  test('refuses a code that is a financier, row by row', async () => {
    await rolledBack(database(), async (tx) => {
      await makeOrganisation(tx, 'financier', { uscc: code(7) })
      const report = await taken(tx, [line({ company: 7 }), ...three])
      expect(report.problems).toMatchObject([{ row: 2, code: 'not-a-company' }])
      expect(report.isKept).toBe(false)
    })
  })

  test('counts a branch as its parent, and copies place and chains as they were', async () => {
    await rolledBack(database(), async (tx) => {
      const parent = await makeOrganisation(tx, 'company', { uscc: code(8) })
      const { id: branch } = await makeOrganisation(tx, 'company', {
        uscc: code(9),
        parentId: parent.id,
      })
      await tx.execute(
        sql`update dated_profile set chains = '{photonics}' where organisation_id = ${branch}`,
      )
      await tx.execute(
        sql`insert into white_list_entry (id, batch_on, organisation_id, chain) values (gen_random_uuid(), '2024-01-03', ${branch}, 'photonics')`,
      )
      const answers = { company: 'same' }
      await taken(tx, [line({ company: 9 }), line({ company: 8, contract: 'HT-2' })], { answers })
      const { rows } = await tx.execute(
        sql`select rung, organisation_id = ${branch} as branch, company_id = ${parent.id} as counted, district, zone, chains, white_listed as listed from service where contract_no = 'HT-1' order by rung`,
      )
      const place = {
        branch: true,
        counted: true,
        district: 'yanta',
        zone: 'high-tech',
        chains: ['photonics'],
      }
      expect(rows).toEqual([
        { rung: 5, ...place, listed: false },
        { rung: 6, ...place, listed: true },
      ])
    })
  })

  test('shows what it found before anything of it is kept', async () => {
    await rolledBack(database(), async (tx) => {
      const shown: ImportReport[] = []
      const context = { actor: clock, now, db: tx }
      const show = (report: ImportReport) => shown.push(report)
      await importServices(context, { source: source(three), commit: true, skipBad: false, show })
      expect(shown[0]?.days).toEqual({ first: '2023-12-31', last: '2024-01-05' })
      expect(shown[0]?.months.map(({ month, drawn }) => [month, drawn.fen])).toEqual([
        ['2023-12', 0],
        ['2024-01', 5_900_000],
      ])
    })
  })

  test('a voided row may be entered again', async () => {
    await rolledBack(database(), async (tx) => {
      await taken(tx, three)
      await tx.execute(sql`update service set state = 'voided' where rung = 6`)
      const report = await taken(tx, three)
      expect([report.granted.added, report.drawn.added]).toEqual([0, 2])
    })
  })
})

test('two imports at once count each row once', async () => {
  const many = Array.from({ length: 300 }, (_, number) =>
    line({ company: number % 50, contract: `HT-${number}` }),
  )
  const reports = await Promise.all([taken(database(), many), taken(database(), many.toReversed())])
  expect(reports.map(({ granted }) => granted.added).toSorted()).toEqual([0, 300])
  expect(await countOf(database(), 'service')).toBe(600)
  expect(await countOf(database(), 'organisation')).toBe(51)
})

test('two imports at once count each of two drawings that are alike once', async () => {
  const twice = Array.from({ length: 60 }, (_, at) =>
    line({ contract: `TW-${at % 30}`, company: 77 }),
  )
  const how = { answers: { twins: 'two-drawings' } }
  const before = (await countOf(database(), 'service')) ?? 0
  const reports = await Promise.all(
    [twice, twice.toReversed(), twice].map((lines) => taken(database(), lines, how)),
  )
  expect(reports.map(({ drawn }) => drawn.added).toSorted()).toEqual([0, 0, 60])
  expect(await countOf(database(), 'service')).toBe(before + 90)
})

describe('who may import', () => {
  test.each<[string, object, string]>([
    ['a company', { ...official, audience: 'company' }, 'wrong-audience'],
    ['a verifier', { ...official, duties: ['verifier'] }, 'duty-missing'],
    [
      'a statistician of a district',
      { ...official, scope: { city: false, districts: ['yanta'], zones: [] } },
      'scope-not-city',
    ],
  ])('%s may not', async (_name, actor, refusal) => {
    await rolledBack(database(), async (tx) => {
      const before = await countOf(tx, 'service')
      const result = await take(tx, three, { actor: actor as Actor })
      expect(result).toMatchObject({ ok: false, refusal })
      expect(await countOf(tx, 'service')).toBe(before)
    })
  })
  test('a statistician of the city may, and is named', async () => {
    await rolledBack(database(), async (tx) => {
      await taken(tx, [line({ company: 99, contract: 'HT-OFFICIAL' })], {
        actor: { ...official, duties: ['statistician'] },
      })
      const { rows } = await tx.execute(
        sql`select distinct recorded_by_member_id as id from service where contract_no = 'HT-OFFICIAL'`,
      )
      expect(rows).toEqual([{ id: official.memberId }])
    })
  })
  test('a file that cannot be read is refused and leaves no trace', async () => {
    const context = { actor: clock, now, db: database() }
    const broken = () => Readable.from([new Uint8Array([0x50, 0x4b, 3, 4])])
    expect(
      await importServices(context, { source: broken, commit: true, skipBad: true }),
    ).toMatchObject({ ok: false, refusal: 'file-a-workbook' })
  })
})
