import { beforeAll, describe, expect, expectTypeOf, test } from 'vitest'
import { addressOf, officialAsked } from '@/app/address'
import { testDatabase } from '@/db/testing'
import type { OfficialActor } from '@/domain/actor'
import type { Context } from '@/domain/context'
import { isFinancing } from '@/domain/product/classes'
import { makeMember, makeOrganisation, NOW, officialActor } from '@/domain/testing/cast'
import { dice, writeLedger } from '@/domain/testing/ledger'
import { countBy, countCross, countTotals, meanRate } from '@/domain/totals/count'
import {
  countCompaniesServed,
  countRowsBehind,
  listCompaniesServed,
  listServicesInScope,
} from '@/domain/totals/rows-behind'
import {
  behind,
  companySets,
  dimensions,
  rowSets,
  type CompanySet,
  type OpenFigure,
  type RowSet,
} from '@/domain/totals/totals'
import {
  companiesAddress,
  companySetIn,
  crossed,
  figureAddress,
  narrowing,
  rowSetIn,
  rowsAddress,
} from './set-address'

const database = testDatabase()
let city: Context<OfficialActor>
let district: Context<OfficialActor>
beforeAll(async () => {
  const db = database()
  const authority = await makeOrganisation(db, 'authority')
  const member = await makeMember(db, authority.id, 'owner')
  city = { actor: officialActor(authority, member, []), now: NOW, db }
  const scope = { city: false as const, districts: ['yanta' as const], zones: ['xixian' as const] }
  district = { ...city, actor: officialActor(authority, member, [], scope) }
  await writeLedger(db, 20240515, 420)
})

/** What a page is asked by an address. */
function paramsOf(address: string) {
  return Object.fromEntries(new URL(address, 'https://kerong.example').searchParams)
}

const asked = (context: Context<OfficialActor>, query: string) =>
  officialAsked(context, paramsOf(`/official?${query}`))

/** As a file has them: all there are. */
const EVERY = { most: 10_000, way: 'file' } as const

/** Opens an address as its page does; what is listed there agrees with what its heading counts. */
async function open(own: Context<OfficialActor>, address: string) {
  const params = paramsOf(address)
  const of = [...rowSets, ...companySets]
  const { question, context } = await officialAsked(own, params, { of })
  if (address.startsWith('/official/companies')) {
    const set = companySetIn(params)
    const companies = await countCompaniesServed(context, question, set)
    const listed = await listCompaniesServed(context, question, set, null)
    expect(new Set(listed.map(({ id }) => id)).size).toBe(companies)
    expect(listed).toHaveLength(companies)
    return { companies, rows: 0, fen: 0 }
  }
  const set = rowSetIn(params)
  const { rows, companies, amountFen } = await countRowsBehind(context, question, set)
  const listed = await listServicesInScope(context, question, set, null, EVERY)
  const money = listed.filter((row) => isFinancing(row.class))
  expect(listed).toHaveLength(rows)
  expect(new Set(listed.map(({ companyId }) => companyId)).size).toBe(companies)
  expect(money.reduce((sum, row) => sum + row.amountFen, 0)).toBe(amountFen)
  return { companies, rows, fen: amountFen }
}

/** What of the opened set a figure is. */
const measure = (figure: OpenFigure) =>
  'companies' in behind[figure] ? 'companies' : figure.endsWith('Fen') ? 'fen' : 'rows'

const questions = [
  'from=2024-01&to=2024-05',
  'from=2023-01&to=2024-05&definition=2024-03-contact',
  'from=2023-01&to=2024-05&asOf=600',
  'from=2023-06&to=2024-05&chain=photonics',
  'from=2023-01&to=2024-05&kind=bank&white=no&asOf=350',
  'from=2023-01&to=2024-05&scope=yanta.xixian',
  'from=2023-01&to=2024-05&qualification=technology-sme',
  'from=2023-01&to=2024-05&lacking=zone',
  'from=2023-01&to=2024-05&park=silk-road-science&asOf=60',
  'from=2023-01&to=2024-05&first=yes',
  'from=2023-01&to=2024-05&first=no&asOf=500',
  'from=2023-01&to=2024-04&until=2024-04-11&definition=2024-03-contact',
  'from=2023-01&to=2024-05&asOf=400&definition=2024-03-contact',
]

describe.each(questions)('of %s', (query) => {
  test.each(['city', 'district'] as const)(
    'each figure opens as many as it says (%s)',
    async (whose) => {
      const own = whose === 'city' ? city : district
      const { question, context, parameters, isFixed } = await asked(own, query)
      const now = await countTotals(context, { ...question, asOf: null })
      const totals = await countTotals(context, question)
      const opened = async (figure: OpenFigure) =>
        (await open(context, figureAddress(parameters, figure)))[measure(figure)]
      const [late, gone] = [await opened('late'), await opened('gone')]
      // In a part of one district it may be that nothing came later.
      if (whose === 'city' || !isFixed) expect(late + gone > 0).toBe(isFixed)
      expect(now.companyTimes).toBe(totals.companyTimes + late - gone)
      const moved = async (figure: 'drawnLate' | 'drawnGone') =>
        (await open(own, figureAddress(parameters, figure))).fen
      expect(now.drawnFen).toBe(
        totals.drawnFen + (await moved('drawnLate')) - (await moved('drawnGone')),
      )
      const figures = Object.keys(totals).filter((name) => name !== 'loans')
      for (const figure of figures as (keyof typeof totals & OpenFigure)[])
        expect([figure, await opened(figure)]).toEqual([figure, totals[figure]])
    },
  )

  test('the mean rate opens the loans that it weighs', async () => {
    const { question, context } = await asked(city, query)
    const rows = await listServicesInScope(context, question, 'rated', null, EVERY)
    const fen = rows.reduce((sum, row) => sum + row.amountFen, 0)
    const mean = rows.reduce((sum, row) => sum + (row.rateBp ?? 0) * row.amountFen, 0) / fen
    const rate = await meanRate(context, question)
    expect(rate ?? 'few').toBe(rows.length < 5 ? 'few' : Math.round(mean))
  })

  test.each(dimensions)('each part of a cut by %s opens as many as it says', async (dimension) => {
    const { question, context, parameters } = await asked(city, query)
    for (const part of await countBy(context, question, dimension)) {
      const cut = narrowing(parameters, dimension, part.key)
      expect(cut).not.toBeNull()
      if (cut === null) continue
      for (const figure of ['companies', 'companyTimes', 'drawnFen'] as const) {
        const found = await open(city, figureAddress(parameters, figure, cut))
        expect([part.key, figure, found[measure(figure)]]).toEqual([part.key, figure, part[figure]])
      }
    }
  })

  test('each part of a part, two cuts crossed, opens as many as it says', async () => {
    const { question, context, parameters } = await asked(city, query)
    const { roll } = dice(11)
    for (const crossing of [
      ['chain', 'district'],
      ['qualification', 'financier'],
      ['park', 'first-time'],
    ] as const)
      for (const cell of await countCross(context, question, crossing)) {
        if (roll(6) > 0) continue
        const cut = crossed(parameters, crossing, cell)
        for (const figure of ['companies', 'companyTimes', 'drawnFen'] as const) {
          const found = await open(city, figureAddress(parameters, figure, cut ?? {}))
          expect([cell.key, cell.across, figure, found[measure(figure)]]).toEqual([
            ...[cell.key, cell.across, figure, cell[figure]],
          ])
        }
      }
  })

  test('the rows and the money of each company open as many as its line says', async () => {
    const { question, context, parameters } = await asked(city, query)
    for (const set of companySets)
      for (const row of (await listCompaniesServed(context, question, set, null)).slice(0, 3)) {
        const own = { company: row.id }
        const rows = rowsAddress(parameters, set === 'first-loans' ? set : 'counted', own)
        expect((await open(city, rows)).rows).toBe(row.companyTimes)
        const drawn = figureAddress(parameters, 'drawnFen', own)
        expect((await open(city, drawn)).fen).toBe(row.drawnFen)
      }
  })
})

test('a set has one name in an address, and what is no set is what counts', () => {
  const parameters = { from: '2024-01', to: '2024-05' }
  for (const set of rowSets) expect(rowSetIn(paramsOf(rowsAddress(parameters, set)))).toBe(set)
  for (const set of companySets)
    expect(companySetIn(paramsOf(companiesAddress(parameters, set)))).toBe(set)
  for (const of of ['', 'none', 'Drawn', 'evidenced'])
    expect(rowSetIn(paramsOf(addressOf('/official/ledger', parameters, { of })))).toBe('counted')
  expect(companySetIn({ of: 'drawn' })).toBe('counted')
  expect(rowsAddress(parameters, 'counted')).toBe('/official/ledger?from=2024-01&to=2024-05')
  expect(figureAddress(parameters, 'declared', { chain: 'photonics' })).toBe(
    '/official/companies?from=2024-01&to=2024-05&of=declared&chain=photonics',
  )
})

/** The compiler holds these. */
test('no figure names a set that there is not', () => {
  type Named = (typeof behind)[OpenFigure]
  expectTypeOf<Extract<Named, { rows: unknown }>['rows']>().toExtend<RowSet>()
  expectTypeOf<Extract<Named, { companies: unknown }>['companies']>().toExtend<CompanySet>()
  expectTypeOf<string>().not.toExtend<Parameters<typeof rowsAddress>[1]>()
  expectTypeOf<string>().not.toExtend<Parameters<typeof companiesAddress>[1]>()
  expectTypeOf<string>().not.toExtend<Parameters<typeof figureAddress>[1]>()
  expectTypeOf<{ of: string }>().not.toExtend<Parameters<typeof figureAddress>[2]>()
})
