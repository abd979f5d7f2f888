import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, expectTypeOf, test } from 'vitest'
import { testDatabase } from '@/db/testing'
import type { Database } from '@/db/client'
import type { ClockActor, FinancierActor, MemberActor, OfficialActor, PublicActor } from '../actor'
import type { Context } from '../context'
import type { Scope } from '../place/place'
import { makeMember, makeOrganisation, NOW, officialActor } from '../testing/cast'
import { writeLedger } from '../testing/ledger'
import { makeNeed } from '../testing/rows'
import { countBy, countByMonth, countCross, countTotals, meanRate } from './count'
import { measureFirstAnswers } from './first-answers'
import { inWholeCity, type WholeCity } from './reach'
import {
  countCompaniesServed,
  countRowsBehind,
  listCompaniesServed,
  listServicesInScope,
} from './rows-behind'
import { companySets, defaultDefinition, dimensions, rowSets, type Question } from './totals'

const period = { from: 202301, to: 202405 }
const question: Question = { period, definition: defaultDefinition, asOf: null }
/** As of a position in the middle of the first city's. */
const then = { ...question, asOf: 250 }

type Ask = (context: Context<OfficialActor>) => Promise<unknown>[]

/** Every figure and list that an official may ask for, in every set and cut. */
const figures: Record<string, Ask> = {
  countTotals: (context) => [countTotals(context, question), countTotals(context, then)],
  meanRate: (context) => [meanRate(context, question)],
  countByMonth: (context) => [countByMonth(context, question)],
  countBy: (context) => dimensions.map((one) => countBy(context, question, one)),
  countCross: (context) => [countCross(context, question, ['chain', 'district'])],
  countRowsBehind: (context) => rowSets.map((set) => countRowsBehind(context, then, set)),
  countCompaniesServed: (context) =>
    companySets.map((set) => countCompaniesServed(context, question, set)),
  listCompaniesServed: (context) =>
    companySets.map((set) => listCompaniesServed(context, question, set, null)),
  listServicesInScope: (context) =>
    rowSets.map((set) =>
      listServicesInScope(context, then, set, null, { most: 10_000, way: 'file' }),
    ),
  measureFirstAnswers: (context) => [measureFirstAnswers(context, question)],
}
/** For anyone to read: of the whole city. */
const publicFigures = ['medianStepTimes']
/** `count.ts` asks these before it counts rows. */
const behindCount = ['readTotals', 'readMonths', 'readCut']
/** These read no row, or are the WHERE itself. */
const parts = [
  'isWithin',
  'inWholeCity',
  'placeQuestion',
  'readScope',
  'scopeCode',
  'reachedServices',
  'reachedOrganisations',
  'needsAsked',
  'rowsAsked',
  'rowsCounted',
  'rowsOfMoney',
  'rowsRated',
  'remember',
  'addToMonth',
  'comparable',
  'median',
  'monthText',
  'monthsOf',
  'percentile',
  'readMoment',
  'readQuestion',
  'samePeriodLastYear',
  'yearToDate',
]

const scopes = {
  'of a district': { city: false, districts: ['yanta'], zones: [] },
  'of a zone': { city: false, districts: [], zones: ['high-tech'] },
  'of both': { city: false, districts: ['yanta', 'lianhu'], zones: ['qujiang'] },
  'of no place': { city: false, districts: [], zones: [] },
  'of the place that gets rows': { city: false, districts: ['beilin'], zones: [] },
  'of the city': { city: true },
} satisfies Record<string, Scope>
type Whose = keyof typeof scopes

const database = testDatabase()
let officer: (scope: Scope) => Context<OfficialActor>
const ask = (name: string, whose: Whose) =>
  Promise.all(figures[name]?.(officer(scopes[whose])) ?? [])
/** What each was answered before there were rows outside. */
const before = new Map<string, unknown>()

beforeAll(async () => {
  const db = database()
  const authority = await makeOrganisation(db, 'authority', { district: null, zone: null })
  const member = await makeMember(db, authority.id, 'owner')
  officer = (scope) => ({ actor: officialActor(authority, member, [], scope), now: NOW, db })
  await addCity(db, 5)
  for (const name of Object.keys(figures))
    for (const whose of Object.keys(scopes) as Whose[])
      before.set(`${name} ${whose}`, await ask(name, whose))
  await addCity(db, 6, { district: 'beilin', zone: 'xixian' })
})

/** Rows of the ledger, words on them, and needs that waited; all of one place where it is given. */
async function addCity(db: Database, seed: number, place?: { district: 'beilin'; zone: 'xixian' }) {
  const { parents } = await writeLedger(db, seed, 300, place)
  const publishedAt = new Date('2024-04-01T02:00:00Z')
  for (const [index, { id }] of parents.entries()) {
    const company = place ? (await makeOrganisation(db, 'company', place)).id : id
    const answered = index % 2 === 0 ? new Date(publishedAt.getTime() + seed * 3_600_000) : null
    await makeNeed(db, company, 'published', {
      publishedAt,
      answerDueAt: new Date('2024-04-09T02:00:00Z'),
      firstAnswerAt: answered,
    })
  }
}

test('the figures of this test are all there are', async () => {
  const files = readdirSync(import.meta.dirname).filter((name) => !name.includes('.test.'))
  const found = await Promise.all(
    files.map(async (name) => {
      const exported = (await import(join(import.meta.dirname, name))) as object
      return Object.entries(exported).flatMap(([key, value]) =>
        typeof value === 'function' ? [key] : [],
      )
    }),
  )
  expect([...new Set(found.flat())].toSorted()).toEqual(
    [...Object.keys(figures), ...publicFigures, ...behindCount, ...parts].toSorted(),
  )
})

describe.each(Object.keys(figures))('%s', (name) => {
  test.each(['of a district', 'of a zone', 'of both', 'of no place'] as const)(
    'for an official %s is the same whatever there is outside',
    async (whose) => {
      expect(await ask(name, whose)).toEqual(before.get(`${name} ${whose}`))
    },
  )

  test.each(['of the place that gets rows', 'of the city'] as const)(
    'for an official %s is another',
    async (whose) => {
      expect(await ask(name, whose)).not.toEqual(before.get(`${name} ${whose}`))
    },
  )
})

test('whoever is no member says the whole city aloud', async () => {
  const anyone = { actor: { audience: 'public' as const }, now: NOW, db: database() }
  const clock = { ...anyone, actor: { audience: 'clock' as const } }
  const city = await countTotals(inWholeCity(anyone), question)
  expect(city.companies).toBeGreaterThan(0)
  expect(await countTotals(inWholeCity(clock), question)).toEqual(city)
  expect(await countTotals(officer({ city: true }), question)).toEqual(city)
})

/** The compiler holds these. */
test('a context without rows of its own counts none, and an official has no more than a scope', () => {
  type Figures = Parameters<
    typeof countTotals | typeof meanRate | typeof countByMonth | typeof countBy
  >[0]
  expectTypeOf<Context<MemberActor> | WholeCity>().toExtend<Figures>()
  expectTypeOf<Context<PublicActor>>().not.toExtend<Figures>()
  expectTypeOf<Context<ClockActor>>().not.toExtend<Figures>()
  expectTypeOf<Context>().not.toExtend<Figures>()
  expectTypeOf<Database>().not.toExtend<Figures>()
  expectTypeOf<Context<PublicActor>>().not.toExtend<Parameters<typeof measureFirstAnswers>[0]>()
  expectTypeOf<Context<OfficialActor>>().not.toExtend<Parameters<typeof inWholeCity>[0]>()
  // Companies are named to officials alone.
  type Lists = Parameters<
    | typeof countCompaniesServed
    | typeof countRowsBehind
    | typeof listCompaniesServed
    | typeof listServicesInScope
  >[0]
  expectTypeOf<Context<OfficialActor>>().toExtend<Lists>()
  expectTypeOf<Context<FinancierActor>>().not.toExtend<Lists>()
  expectTypeOf<WholeCity>().not.toExtend<Lists>()
})
