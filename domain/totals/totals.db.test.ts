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
import { byHand as countByHand, isInPart, loans, type Ledger } from '../testing/totals-by-hand'
import { countBy, countByMonth, countTotals, meanRate } from './count'
import { inWholeCity } from './reach'
import { dimensions, monthsOf, type Cut, type Period, type Question } from './totals'

const database = testDatabase()
let ledger: Ledger
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

const byHand = (...[asked, keeps, moment]: Hand) => countByHand(ledger, asked, keeps, moment)
type Hand = [asked: Question, keeps?: (row: ServiceRow) => boolean, moment?: Date | null]

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
        isInPart[dimension](row, part.key, ledger),
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
