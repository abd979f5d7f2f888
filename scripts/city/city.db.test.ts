import { is, sql } from 'drizzle-orm'
import { PgTable } from 'drizzle-orm/pg-core'
import { beforeAll, describe, expect, test } from 'vitest'
import * as schema from '@/db/schema'
import { rolledBack, testDatabase } from '@/db/testing'
import { startOf } from '@/domain/calendar/calendar'
import { chains } from '@/domain/chain/chain'
import { introductionStates } from '@/domain/introduction/introduction'
import { hashPassword } from '@/domain/member/password'
import { findActor } from '@/domain/member/queries'
import { signIn } from '@/domain/member/sign-in'
import { needStates } from '@/domain/need/need'
import { financierKinds } from '@/domain/organisation/organisation'
import { classes } from '@/domain/product/classes'
import { listSealed } from '@/domain/report/queries'
import { value } from '@/domain/testing/tale'
import { usccProblem } from '@/domain/uscc/uscc'
import type { Given } from './city'
import { demoPassword, personas } from './personas'
import { live, rulesOn } from './rules'
import { fillIn } from './testing'

const today = '2026-11-25'
const given: Given = { seed: 2024, today, passwordHash: await hashPassword(demoPassword) }
const database = testDatabase()

beforeAll(() => fillIn(database(), given), 300_000)

/** How many rows break a rule: none should. */
async function offenders(query: string): Promise<number | undefined> {
  return (await one<{ n: number }>(`select count(*)::int as n from (${query}) as offender`))?.n
}

async function one<Row extends Record<string, unknown>>(query: string, db = database()) {
  return (await db.execute<Row>(sql.raw(query))).rows[0]
}

const tables = Object.values(schema).filter((one) => is(one, PgTable))

test('it is written only into an empty database', async () => {
  await expect(fillIn(database(), given)).rejects.toThrow('not empty')
})

test('each spreadsheet of the demonstration has rows to look at', async () => {
  expect(await one<{ n: number }>('select count(*)::int as n from import')).toEqual({ n: 4 })
  expect(
    await offenders(
      `select id from import where coalesce((found #>> '{report,rows}')::int, 0) < 2`,
    ),
  ).toBe(0)
})

test('enough of everything, and all of every list', async () => {
  const db = database()
  const organisations = await db.select().from(schema.organisation)
  const companies = organisations.filter(({ kind }) => kind === 'company')
  expect(companies.length).toBeGreaterThanOrEqual(1200)
  const financiers = organisations.filter(
    ({ kind, state }) => kind === 'financier' && state === 'admitted',
  )
  expect(financiers).toHaveLength(60)
  expect(new Set(financiers.map((row) => row.financierKind))).toEqual(new Set(financierKinds))
  const products = await db.select().from(schema.product)
  const live = products.filter(({ state }) => state === 'live')
  expect(live).toHaveLength(150)
  expect(new Set(live.map((row) => row.class))).toEqual(new Set(classes))
  const needs = await db.select().from(schema.need)
  expect(needs.length).toBeGreaterThanOrEqual(600)
  expect(new Set(needs.map(({ state }) => state))).toEqual(new Set(needStates))
  const introductions = await db.select().from(schema.introduction)
  expect(new Set(introductions.map(({ state }) => state))).toEqual(new Set(introductionStates))
  const listed = await db.select().from(schema.whiteListEntry)
  expect(listed).toHaveLength(49)
  expect(new Set(listed.map(({ chain }) => chain))).toEqual(new Set(chains))
})

test('codes are valid and of nobody, names are given once', async () => {
  const organisations = await database().select().from(schema.organisation)
  const codes = organisations.map(({ uscc }) => uscc)
  expect(codes.filter((code) => usccProblem(code) !== null)).toEqual([])
  expect(codes.filter((code) => !/^[19]1619999/.test(code))).toEqual([])
  expect(new Set(organisations.map(({ name }) => name)).size).toBe(organisations.length)
})

test('every persona can sign in', async () => {
  await rolledBack(database(), async (db) => {
    const context = { actor: { audience: 'public' as const }, now: startOf(today), db }
    for (const { email, audience, person, organisation } of Object.values(personas)) {
      const session = value(await signIn(context, { email, password: demoPassword }))
      const who = { audience, personName: person, organisationName: organisation }
      expect(await findActor(db, session), email).toMatchObject(who)
    }
  })
})

test('nothing happens later than yesterday', async () => {
  const now = startOf(today)
  for (const table of tables) {
    const rows: object[] = await database().select().from(table)
    const late = rows.flatMap((row) =>
      Object.entries(row).filter(
        ([name, value]) => value instanceof Date && value >= now && !/due/i.test(name),
      ),
    )
    expect(late).toEqual([])
  }
})

test('each month that ended is published, January to May 2024 as 320 companies', async () => {
  const published = await database()
    .select()
    .from(schema.publication)
    .orderBy(schema.publication.month)
  expect(published[0]?.month).toBe(202301)
  expect((await listSealed(database())).map(({ month }) => month).toReversed()).toEqual(
    published.map(({ month }) => month),
  )
  expect(published.at(-1)?.month).toBe(202610)
  const window = (month: number) =>
    published.find((one) => one.month === month)?.windows.find(({ from }) => from % 100 === 1)
  const five = window(202405)?.totals
  const { companies, times, fen } = (await one<{ companies: number; times: number; fen: string }>(`
    select count(distinct company_id)::int as companies, count(*)::int as times,
      sum(amount_fen) filter (where class not in ('guarantee', 'insurance'))::text as fen
    from service where rung = 6 and month between 202401 and 202405 and state not in ('disputed', 'voided')`)) ?? {
    companies: 0,
    times: 0,
    fen: '',
  }
  expect(five).toMatchObject({ companies: 320, companyTimes: times, drawnFen: Number(fen) })
  expect(companies).toBe(320)
  // Every whole is shown, and most parts.
  expect(published.flatMap((one) => one.windows).filter(({ totals }) => totals === null)).toEqual(
    [],
  )
  const cells = published.flatMap((row) =>
    row.windows.flatMap(({ cuts }) => Object.values(cuts ?? {}).flat()),
  )
  expect(cells.filter(({ shown }) => shown).length).toBeGreaterThan(cells.length / 2)
})

test('a need that is open fits some products', async () => {
  const found = await one<{ median: number }>(`
    select percentile_cont(0.5) within group (order by fitting) as median from (
      select count(m.id) filter (where m.eligible) as fitting from need n left join match m on m.need_id = n.id
      where n.state = 'published' and n.open_fen > 0 group by n.id) as needs`)
  expect(found?.median).toBeGreaterThanOrEqual(5)
  expect(found?.median).toBeLessThanOrEqual(25)
})

test('January to May 2024 gives 320 companies, 417 company-times and about 1.4 billion yuan', async () => {
  const period = (year: number) => `
    select count(distinct company_id)::int as companies, count(*)::int as times,
      count(distinct company_id) filter (where state = 'unconfirmed')::int as declared,
      sum(amount_fen) filter (where class not in ('guarantee', 'insurance'))::float8 / 1e10 as yi
    from service where rung = 6 and state in ('reported', 'confirmed', 'unconfirmed', 'verified')
      and happened_on >= '${year}-01-01' and happened_on < '${year}-06-01'`
  const figures = await one<{ companies: number; times: number; declared: number; yi: number }>(
    period(2024),
  )
  expect(figures).toMatchObject({ companies: 320, times: 417, declared: 5 })
  expect(Math.abs((figures?.yi ?? 0) - 14)).toBeLessThan(0.4)
  expect(await one(period(2023))).toMatchObject({ companies: 284, times: 366 })
})

test.each(Object.entries(rulesOn(today)))('%s', async (_rule, query) => {
  expect(await offenders(query)).toBe(0)
})

describe('the screens of the people who sign in', () => {
  test('the company is in talks with two banks, has a place free and a drawing to confirm', async () => {
    const own = `select id from organisation where name = '${personas.company.organisation}'`
    const found = await one(`
      select (select count(*)::int from introduction where company_id = (${own}) and state in ${live}) as live,
        (select count(*)::int from offer o join introduction i on i.id = o.introduction_id
          where i.company_id = (${own}) and o.state = 'indicative') as offers,
        (select count(*)::int from service where company_id = (${own}) and rung = 6 and state = 'reported') as unanswered,
        (select count(*)::int from service where company_id = (${own}) and rung = 6 and state = 'confirmed') as confirmed,
        (select count(*)::int from need where organisation_id = (${own}) and state = 'draft') as drafts`)
    expect(found).toEqual({ live: 2, offers: 2, unanswered: 1, confirmed: 1, drafts: 1 })
  })

  test('the bank has leads, and introductions at every stage', async () => {
    const own = `select id from organisation where name = '${personas.financier.organisation}'`
    const found = await one<{ leads: number; stages: number }>(`
      select (select count(distinct m.need_id)::int from match m join need n on n.id = m.need_id
          where m.financier_id = (${own}) and m.eligible and n.state = 'published' and n.open_fen > 0
            and not exists (select from introduction i where i.need_id = n.id and i.financier_id = m.financier_id)
            and (select count(*) from introduction i where i.need_id = n.id and i.state in ${live}) < 3) as leads,
        (select count(distinct state)::int from introduction where financier_id = (${own})) as stages`)
    expect(found?.leads).toBeGreaterThanOrEqual(30)
    expect(found?.stages).toBe(introductionStates.length)
  })

  test('the official has organisations to admit and needs to review', async () => {
    const found = await one<{ organisations: number; needs: number }>(`
      select (select count(*)::int from organisation where state = 'applied') as organisations,
        (select count(*)::int from need where state = 'in-review') as needs`)
    expect(found?.organisations).toBeGreaterThanOrEqual(8)
    expect(found?.needs).toBeGreaterThanOrEqual(8)
  })
})
