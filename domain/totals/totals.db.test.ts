import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '@/db/testing'
import { type LedgerRung } from '../ledger/ledger'
import { findPositionBefore } from '../ledger/positions'
import type { District, Zone } from '../place/place'
import { addWords, dice, writeLedger, type ServiceRow, type Word } from '../testing/ledger'
import {
  companyActor,
  financierActor,
  makeMember,
  makeOrganisation,
  NOW,
  officialActor,
} from '../testing/cast'
import { countBy, countByMonth, countCross, countTotals, meanRate } from './count'
import { inWholeCity } from './reach'
import {
  dimensions,
  monthsOf,
  type Crossing,
  type Cut,
  type Dimension,
  type Period,
  type Question,
} from './totals'

const database = testDatabase()
let ledger: Awaited<ReturnType<typeof writeLedger>>
beforeAll(async () => {
  ledger = await writeLedger(database(), 20240515, 420)
})

/** Nobody in particular, who asks for the whole city. */
const city = () => inWholeCity({ actor: { audience: 'public' }, now: NOW, db: database() })

const period = { from: 202401, to: 202405 }
const question = ({
  rung = 6,
  ...more
}: Partial<Question> & { rung?: LedgerRung } = {}): Question => ({
  period,
  definition: { code: `rung ${rung}`, rung, since: '2023-01-01' },
  asOf: null,
  ...more,
})

const loans: string[] = [
  'credit-loan',
  'secured-loan',
  'ip-pledge-loan',
  'venture-debt',
  'supply-chain-finance',
]

/** The same figures, by hand over the rows in memory: as of a moment where one is given. */
function byHand(
  asked: Question,
  keeps: (row: ServiceRow) => boolean = () => true,
  moment: Date | null = null,
) {
  const stateOf = (row: ServiceRow) => {
    const said = ledger.words.filter(
      (word) => word.serviceId === row.id && (moment === null || word.at <= moment),
    )
    return said.at(-1)?.state ?? 'reported'
  }
  const known = ledger.rows.filter(
    (row) =>
      (moment === null || row.recordedAt <= moment) &&
      row.month >= asked.period.from &&
      row.month <= asked.period.to &&
      keeps(row),
  )
  const inLife = ledger.rows.filter(
    (row) =>
      row.firstLoan &&
      (moment === null || row.recordedAt <= moment) &&
      !['disputed', 'voided'].includes(stateOf(row)),
  )
  const borrowedBefore = ({ companyId, happenedOn }: ServiceRow) =>
    inLife.some((row) => row.companyId === companyId && row.happenedOn < happenedOn)
  const counts = (rung: LedgerRung) =>
    known.filter(
      (row) => row.rung === rung && stateOf(row) !== 'disputed' && stateOf(row) !== 'voided',
    )
  const finances = (row: ServiceRow) => row.class !== 'guarantee' && row.class !== 'insurance'
  const money = (rows: ServiceRow[]) =>
    rows.filter(finances).reduce((sum, row) => sum + row.amountFen, 0)
  const companies = (rows: ServiceRow[]) => new Set(rows.map((row) => row.companyId))
  const rows = counts(asked.definition.rung)
  const isOfCounted = (row: ServiceRow) =>
    asked.definition.rung === 6 || rows.some(({ companyId }) => companyId === row.companyId)
  const paid = (rung: 5 | 6) => counts(rung).filter(isOfCounted)
  const proven = rows.filter(
    (row) => row.contractNo !== null && ['confirmed', 'verified'].includes(stateOf(row)),
  )
  const served = companies(rows)
  return {
    companies: served.size,
    companyTimes: rows.length,
    loans: new Set(
      paid(6)
        .filter((row) => loans.includes(row.class))
        .map((row) => `${row.financierId} ${row.contractKey}`),
    ).size,
    drawnFen: money(paid(6)),
    grantedFen: money(paid(5)),
    evidenced: companies(proven).size,
    declared: served.size - companies(proven).size,
    firstLoans: companies(rows.filter((row) => row.firstLoan && !borrowedBefore(row))).size,
    disputed: known.filter(
      (row) => row.rung === asked.definition.rung && stateOf(row) === 'disputed',
    ).length,
  }
}

const periods: Period[] = [
  period,
  { from: 202301, to: 202405 },
  { from: 202403, to: 202403 },
  { from: 202512, to: 202601 },
]
const cuts: [string, Cut, (row: ServiceRow) => boolean][] = [
  ['the whole city', {}, () => true],
  ['a district', { district: 'yanta' }, (row) => row.district === 'yanta'],
  ['a zone', { zone: 'high-tech' }, (row) => row.zone === 'high-tech'],
  ['a chain', { chains: ['photonics'] }, (row) => row.chains?.includes('photonics') ?? false],
  ['a class', { class: 'credit-loan' }, (row) => row.class === 'credit-loan'],
  ['a kind of financier', { financierKind: 'fund' }, (row) => row.financierKind === 'fund'],
  [
    'a certificate',
    { qualifications: ['technology-sme'] },
    (row) => row.qualifications?.includes('technology-sme') ?? false,
  ],
  ['the white list', { whiteListed: true }, (row) => row.whiteListed === true],
  ['a park', { park: 'silk-road-science' }, (row) => row.park === 'silk-road-science'],
  ['no park', { lacking: ['park'] }, (row) => row.park === null],
]

/** A drawing that is a first loan with none before it that counts, now. */
function isFirstInLife(row: ServiceRow): boolean {
  const stateOf = ({ id }: ServiceRow) =>
    ledger.words.findLast(({ serviceId }) => serviceId === id)?.state ?? 'reported'
  return (
    row.firstLoan === true &&
    !ledger.rows.some(
      (other) =>
        other.firstLoan &&
        other.companyId === row.companyId &&
        other.happenedOn < row.happenedOn &&
        !['disputed', 'voided'].includes(stateOf(other)),
    )
  )
}

/** Whether a row is in a part of a cut. */
const isInPart: Record<Dimension, (row: ServiceRow, key: string | null) => boolean> = {
  chain: (row, key) =>
    key === null ? row.chains?.length === 0 : (row.chains ?? []).some((one) => one === key),
  qualification: (row, key) =>
    key === null
      ? row.qualifications?.length === 0
      : (row.qualifications ?? []).some((one) => one === key),
  district: (row, key) => row.district === key,
  zone: (row, key) => row.zone === key,
  park: (row, key) => row.park === key,
  class: (row, key) => row.class === key,
  'financier-kind': (row, key) => row.financierKind === key,
  financier: (row, key) => row.financierId === key,
  'white-list': (row, key) => row.whiteListed === (key === 'listed'),
  'first-time': (row, key) => isFirstInLife(row) === (key === 'first'),
}

describe('totals are what a count by hand gives', () => {
  test.each(cuts)('for %s, over every period and rung', async (_name, cut, keeps) => {
    for (const over of periods)
      for (const rung of [4, 5, 6] as const) {
        const asked = question({ cut, rung, period: over })
        expect(await countTotals(city(), asked)).toEqual(byHand(asked, keeps))
      }
  })

  test('and what SQL written for this test gives', async () => {
    const { rows } = await database().execute(sql`
      with counted as (
        select * from service where rung = 6 and happened_on between '2024-01-01' and '2024-05-31'
          and state in ('reported', 'confirmed', 'unconfirmed', 'verified'))
      select (select count(distinct coalesce(o.parent_id, o.id)) from counted join organisation o on o.id = counted.organisation_id)::int as companies,
        (select count(*) from counted)::int as "companyTimes",
        (select sum(amount_fen) from counted where class not in ('guarantee', 'insurance'))::float8 as "drawnFen"`)
    expect(await countTotals(city(), question())).toMatchObject(rows[0] ?? {})
  })

  test('for the places of an official, disputed rows too', async () => {
    const db = database()
    const authority = await makeOrganisation(db, 'authority')
    const officer = await makeMember(db, authority.id, 'owner')
    const within = (districts: District[], zones: Zone[]) => ({
      actor: officialActor(authority, officer, [], { city: false, districts, zones }),
      now: NOW,
      db,
    })
    const keeps = (row: ServiceRow) => row.district === 'yanta' || row.zone === 'xixian'
    const asked = question({ period: { from: 202301, to: 202405 } })
    const own = within(['yanta'], ['xixian'])
    expect(await countTotals(own, asked)).toEqual(byHand(asked, keeps))
    expect(await countTotals(within([], []), question())).toMatchObject({
      companies: 0,
      disputed: 0,
      drawnFen: 0,
    })
  })
})

test('a financier counts the rows of its own deals, a company those that tell of it', async () => {
  const db = database()
  const asked = question({ period: { from: 202301, to: 202405 } })
  const [financier, company] = [ledger.financiers[0]!, ledger.parents[0]!]
  const teller = await makeMember(db, financier.id, 'owner')
  const owner = await makeMember(db, company.id, 'owner')
  const own = { actor: financierActor(financier, teller), now: NOW, db }
  expect(await countTotals(own, asked)).toEqual(
    byHand(asked, (row) => row.financierId === financier.id),
  )
  expect(await countTotals(own, asked)).toEqual(
    await countTotals(city(), { ...asked, cut: { financierId: financier.id } }),
  )
  expect(await countTotals({ ...own, actor: companyActor(company, owner) }, asked)).toEqual(
    byHand(asked, (row) => row.companyId === company.id),
  )
})

describe('parts', () => {
  test.each(dimensions)('by %s are each what asking for it alone gives', async (dimension) => {
    const asked = question({ period: { from: 202301, to: 202405 } })
    const parts = await countBy(city(), asked, dimension)
    expect(parts.length).toBeGreaterThan(1)
    for (const part of parts) {
      const { companies, companyTimes, drawnFen } = byHand(asked, (row) =>
        isInPart[dimension](row, part.key),
      )
      expect(part).toEqual({ key: part.key, companies, companyTimes, drawnFen })
    }
  })

  test('do not add up to the whole: a company with a bank and a fund is in both and once in all', async () => {
    const parts = await countBy(city(), question(), 'financier-kind')
    const { companies, companyTimes } = await countTotals(city(), question())
    expect(parts.reduce((sum, part) => sum + part.companies, 0)).toBeGreaterThan(companies)
    expect(parts.reduce((sum, part) => sum + part.companyTimes, 0)).toBe(companyTimes)
  })

  const crossings: Crossing[] = [
    ['chain', 'district'],
    ['chain', 'qualification'],
    ['qualification', 'chain'],
    ['zone', 'financier-kind'],
    ['park', 'class'],
    ['financier', 'white-list'],
    ['first-time', 'chain'],
  ]
  test.each(crossings)('by %s and %s are each what a count by hand gives', async (...crossing) => {
    for (const rung of [4, 6] as const) {
      const asked = question({ rung, period: { from: 202301, to: 202405 } })
      const cells = await countCross(city(), asked, crossing)
      const [down, across] = crossing
      const keys = (name: Dimension) =>
        countBy(city(), asked, name).then((parts) => parts.map(({ key }) => key))
      const [rows, columns] = [await keys(down), await keys(across)]
      let found = 0
      for (const key of rows)
        for (const other of columns) {
          const { companies, companyTimes, drawnFen } = byHand(
            asked,
            (row) => isInPart[down](row, key) && isInPart[across](row, other),
          )
          const cell = cells.find((one) => one.key === key && one.across === other)
          expect([key, other, cell ?? null]).toEqual([
            key,
            other,
            companies + drawnFen === 0
              ? null
              : { key, across: other, companies, companyTimes, drawnFen },
          ])
          if (cell) found++
        }
      expect(found).toBe(cells.length)
    }
  })

  test('of two cuts crossed are what COUNT(DISTINCT) says, and add up to neither row nor column', async () => {
    const { rows } = await database().execute<{ chain: string; district: string; n: number }>(sql`
      select chain, district, count(distinct company_id)::int as n
      from service, unnest(chains) as chain
      where rung = 6 and district is not null and happened_on between '2024-01-01' and '2024-05-31'
        and state not in ('disputed', 'voided')
      group by 1, 2 order by 1, 2`)
    const cells = await countCross(city(), question(), ['chain', 'district'])
    const named = cells
      .filter(({ key, across }) => key !== null && across !== null)
      .map(({ key, across, companies }) => ({ chain: key, district: across, n: companies }))
    const inOrder = (one: { chain: string | null; district: string | null }) =>
      `${one.chain} ${one.district}`
    expect(named.toSorted((a, b) => (inOrder(a) < inOrder(b) ? -1 : 1))).toEqual(
      rows.toSorted((a, b) => (inOrder(a) < inOrder(b) ? -1 : 1)),
    )
    const { companies } = await countTotals(city(), question())
    expect(cells.reduce((sum, cell) => sum + cell.companies, 0)).toBeGreaterThan(companies)
  })

  test('by month: every month of the period, and a running count that months do not add up to', async () => {
    const months = await countByMonth(city(), question())
    expect(months.map(({ month }) => month)).toEqual(monthsOf(period))
    for (const [index, row] of months.entries()) {
      const alone = byHand(question({ period: { from: row.month, to: row.month } }))
      const soFar = byHand(question({ period: { from: period.from, to: row.month } }))
      expect(row).toEqual({
        month: row.month,
        companies: alone.companies,
        companyTimes: alone.companyTimes,
        drawnFen: alone.drawnFen,
        companiesSoFar: soFar.companies,
      })
      expect(row.companiesSoFar).toBeGreaterThanOrEqual(months[index - 1]?.companiesSoFar ?? 0)
    }
    const sum = months.reduce((total, { companies }) => total + companies, 0)
    expect(sum).toBeGreaterThan(months.at(-1)?.companiesSoFar ?? 0)
  })

  test('where a contact makes served, the money of each month and part is of the companies counted in it', async () => {
    const asked = question({ rung: 4, period: { from: 202301, to: 202405 } })
    for (const { month, drawnFen } of await countByMonth(city(), asked))
      expect(drawnFen).toBe(byHand({ ...asked, period: { from: month, to: month } }).drawnFen)
    for (const { key, drawnFen } of await countBy(city(), asked, 'district'))
      expect(drawnFen).toBe(byHand(asked, (row) => row.district === key).drawnFen)
    const month = { period: { from: 202403, to: 202403 } }
    const { drawnFen } = await countTotals(city(), question({ rung: 4, ...month }))
    expect(drawnFen).toBeGreaterThan(0)
    expect(drawnFen).toBeLessThan((await countTotals(city(), question(month))).drawnFen)
  })
})

test('the mean rate is weighted by amount, over five loans of three institutions at least', async () => {
  const rated = ledger.rows.filter(
    (row) => row.rung === 6 && row.rateBp && row.month >= 202401 && loans.includes(row.class),
  )
  const last = new Map(ledger.words.map((word) => [word.serviceId, word.state]))
  const counted = rated.filter((row) => !['disputed', 'voided'].includes(last.get(row.id) ?? ''))
  const fen = counted.reduce((sum, row) => sum + row.amountFen, 0)
  const mean = counted.reduce((sum, row) => sum + (row.rateBp ?? 0) * row.amountFen, 0) / fen
  expect(Math.abs(((await meanRate(city(), question())) ?? 0) - mean)).toBeLessThan(1)
  const [financier] = ledger.financiers
  const alone = question({ cut: { financierId: financier?.id ?? '' } })
  expect(await meanRate(city(), alone)).toBeNull()
})

test('as of any past position the figure is the same for ever, whatever is said later', async () => {
  const moments = Array.from(
    { length: 12 },
    (_, index) => new Date(Date.UTC(2023, 1 + index * 2, 3 + index)),
  )
  const positions = await Promise.all(
    moments.map(async (at) => (await findPositionBefore(database(), at))?.position ?? 0),
  )
  const ask = () =>
    Promise.all(
      positions.map(async (asOf) => ({
        totals: await countTotals(city(), question({ asOf, period: { from: 202301, to: 202405 } })),
        months: await countByMonth(city(), question({ asOf, rung: 4 })),
        chains: await countBy(city(), question({ asOf }), 'chain'),
      })),
    )
  const before = await ask()
  for (const [index, at] of moments.entries())
    expect(before[index]?.totals).toEqual(
      byHand(question({ period: { from: 202301, to: 202405 } }), () => true, at),
    )
  const last = new Map<string, Word>(ledger.words.map((word) => [word.serviceId, word]))
  const now = moments.at(-1) ?? new Date()
  const later = await addWords(database(), ledger.rows, last, dice(7), 150, now)
  ledger.words.push(...later)
  expect(await ask()).toEqual(before)
  const whole = question({ period: { from: 202301, to: 202405 } })
  expect(await countTotals(city(), whole)).toEqual(byHand(whole))
})
