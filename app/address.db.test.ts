import { beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '@/db/testing'
import type { OfficialActor, PublicActor } from '@/domain/actor'
import type { Context } from '@/domain/context'
import { findLastPosition, findPositionBefore } from '@/domain/ledger/positions'
import { makeMember, makeOrganisation, NOW, officialActor } from '@/domain/testing/cast'
import { writeLedger } from '@/domain/testing/ledger'
import { dueAt } from '@/domain/publication/publication'
import { publishMonths } from '@/domain/publication/publish-month'
import { countTotals } from '@/domain/totals/count'
import { monthsOf } from '@/domain/totals/totals'
import { isDay } from '@/domain/calendar/calendar'
import { addressOf, officialAsked, paramsOf, publicAsked, textOf, wholeAddress } from './address'

const database = testDatabase()
let city: Context<OfficialActor>
let district: Context<OfficialActor>
let anyone: Context<PublicActor>
beforeAll(async () => {
  const db = database()
  const authority = await makeOrganisation(db, 'authority')
  const member = await makeMember(db, authority.id, 'owner')
  city = { actor: officialActor(authority, member, []), now: NOW, db }
  const scope = { city: false as const, districts: ['yanta' as const], zones: ['xixian' as const] }
  district = { ...city, actor: officialActor(authority, member, [], scope) }
  anyone = { actor: { audience: 'public' }, now: NOW, db }
  await writeLedger(db, 20240515, 200)
  const months = monthsOf({ from: 202301, to: 202404 })
  await publishMonths(
    db,
    months.map((month) => ({ month, at: dueAt(month), position: 300 })),
  )
})

const plain = 'from=2024-01&to=2024-05'
/** Published is the month before the one that runs. */
const published = 'from=2024-01&to=2024-04'
const id = '018f7a5e-0000-7000-8000-000000000001'
const also = { of: ['drawn', 'all'], after: isDay }
const params = (query: string) => paramsOf(new URLSearchParams(query))

/** The question as its own address says it, or what is wrong and with which parameter. */
async function toOfficials(query: string, context = city): Promise<string> {
  const { parameters, trouble } = await officialAsked(context, params(query), also)
  return trouble ? `${trouble.code} ${trouble.parameter}` : addressOf('', parameters).slice(1)
}
async function toAnyone(query: string): Promise<string> {
  const { parameters, trouble } = await publicAsked(anyone, params(query), also)
  return trouble ? `${trouble.code} ${trouble.parameter}` : addressOf('', parameters).slice(1)
}

/** What is asked, what an official's door takes it for, and what anyone's does. */
const cases: Record<string, [query: string, official: string, anyone: string][]> = {
  'what is left out': [
    ['', plain, published],
    ['from=&to=&asOf=&definition=&of=&nothing=', plain, published],
    ['from=2024-02', 'from=2024-02&to=2024-05', 'window from'],
    ['to=2023-07', 'from=2023-01&to=2023-07', 'from=2023-01&to=2023-07'],
    ['from=&from=2024-02', 'from=2024-02&to=2024-05', 'window from'],
    ['to=2024-03', 'from=2024-01&to=2024-03', 'from=2024-01&to=2024-03'],
    ['to=%202024-03%20&of=all', 'from=2024-01&to=2024-03', 'from=2024-01&to=2024-03'],
    ['from=2023-04&to=2023-06', 'from=2023-04&to=2023-06', 'from=2023-04&to=2023-06'],
    ['from=2023-04&to=2023-05', 'from=2023-04&to=2023-05', 'window from'],
    ['from=2023-07&to=2024-03', 'from=2023-07&to=2024-03', 'window from'],
    ['from=2023-01&to=2023-12', 'from=2023-01&to=2023-12', 'from=2023-01&to=2023-12'],
    ['from=2022-01&to=2022-12', 'from=2022-01&to=2022-12', 'early from'],
  ],
  months: [
    ['from=2024-13', 'month from', 'month from'],
    ['to=2024-00', 'month to', 'month to'],
    ['from=24-01', 'month from', 'month from'],
    ['from=0000-01', 'month from', 'month from'],
    ['from=2024-05&to=2024-01', 'order from', 'order from'],
    ['from=2014-05', 'long from', 'early from'],
    ['to=2024-12', 'from=2024-01&to=2024-12', 'unpublished to'],
    ['to=2024-05', plain, 'unpublished to'],
    ['from=2024-08', 'from=2024-08&to=2024-08', 'order from'],
  ],
  definitions: [
    ['definition=2024-03', plain, published],
    [
      'definition=2024-03-contact',
      `${plain}&definition=2024-03-contact`,
      'definition-public definition',
    ],
    ['definition=none', 'definition definition', 'definition-public definition'],
  ],
  positions: [
    ['asOf=7', `${plain}&asOf=7`, 'from=2023-01&to=2023-07&asOf=7'],
    ['asOf=0', `${plain}&asOf=0`, 'publication asOf'],
    ['asOf=999999', 'as-of-ahead asOf', 'publication asOf'],
    ['asOf=zzz', 'as-of asOf', 'publication asOf'],
    ['asOf=-1', 'as-of asOf', 'publication asOf'],
    ['asOf=7.5', 'as-of asOf', 'publication asOf'],
    ['asOf=1e3', 'as-of asOf', 'publication asOf'],
    ['asOf=9999999999999999999', 'as-of asOf', 'publication asOf'],
    ['asOf=2030-01-01T00:00', 'as-of-ahead asOf', 'publication asOf'],
    ['asOf=2024-02-30T09:00', 'as-of asOf', 'publication asOf'],
    ['asOf=2024-05-01T99:99', 'as-of asOf', 'publication asOf'],
  ],
  cuts: [
    [
      'district=yanta&chain=photonics.drones&class=credit-loan&kind=bank&qualification=technology-sme&white=no&lacking=zone',
      `${plain}&district=yanta&chain=photonics.drones&class=credit-loan&kind=bank&qualification=technology-sme&white=no&lacking=zone`,
      'unknown district',
    ],
    [
      `financier=${id}&company=${id}`,
      `${plain}&financier=${id}&company=${id}`,
      'unknown financier',
    ],
    ['chain=nonsense', 'value chain', 'unknown chain'],
    ['company=1', 'value company', 'unknown company'],
    ['white=maybe', 'value white', 'unknown white'],
  ],
  'what no door has, or has once': [
    ['other=1', 'unknown other', 'unknown other'],
    ['hasOwnProperty=1', 'unknown hasOwnProperty', 'unknown hasOwnProperty'],
    ['__proto__=1', 'unknown __proto__', 'unknown __proto__'],
    ['toString=1', 'unknown toString', 'unknown toString'],
    ['from=2024-02&from=2024-03', 'twice from', 'twice from'],
    ['of=drawn&of=all', 'twice of', 'twice of'],
    ['of=none', 'value of', 'value of'],
    ['after=2024-02-30', 'value after', 'value after'],
    ['after=-1', 'value after', 'value after'],
  ],
}
for (const [name, rows] of Object.entries(cases))
  describe(name, () => {
    test.each(rows)('%s', async (query, official, publicly) => {
      expect(await toOfficials(query)).toBe(official)
      expect(await toAnyone(query)).toBe(publicly)
    })
  })

test('a moment is answered by the position that could be seen by then, and its address names that', async () => {
  const moment = new Date('2024-03-01T01:00:00Z')
  const found = await findPositionBefore(database(), moment)
  const asked = await officialAsked(city, params('asOf=2024-03-01T09:00'))
  expect(asked.question.asOf).toBe(found?.position)
  expect(asked.position).toEqual(found)
  expect(asked.parameters.asOf).toBe(String(found?.position))
  expect(await toOfficials('asOf=2024-03-01T01:00:00Z')).toBe(
    addressOf('', asked.parameters).slice(1),
  )
  // Before anything was known.
  expect((await officialAsked(city, params('asOf=1999-01-01T00:00'))).question.asOf).toBe(0)
})

test('an address that names no position stands at the last, and says which, by what and of which places', async () => {
  const last = await findLastPosition(database())
  const asked = await officialAsked(city, {})
  expect(asked).toMatchObject({ isFixed: false, position: last })
  expect(asked.parameters).not.toHaveProperty('asOf', expect.anything())
  expect(addressOf('', asked.lasting)).toBe(
    `?${plain}&definition=2024-03&asOf=${last.position}&scope=city`,
  )
  const own = await officialAsked(district, params('chain=photonics'))
  expect(addressOf('', own.lasting)).toBe(
    `?${plain}&chain=photonics&definition=2024-03&asOf=${last.position}&scope=yanta.xixian`,
  )
})

test('an address keeps its places, whoever of a wider scope opens it; to a narrower one it says so', async () => {
  const { lasting, question } = await officialAsked(district, {})
  const figures = await countTotals(district, question)
  const query = addressOf('', lasting).slice(1)
  const wider = await officialAsked(city, params(query))
  expect(wider.trouble).toBeNull()
  expect(await countTotals(wider.context, wider.question)).toEqual(figures)
  expect(await countTotals(city, wider.question)).not.toEqual(figures)
  expect(await toOfficials('scope=city', district)).toBe('scope-wider scope')
  expect(await toOfficials('scope=yanta', district)).toBe(`${plain}&scope=yanta`)
  expect(await toOfficials('scope=beilin', district)).toBe('scope-wider scope')
  expect(await toOfficials('scope=nowhere')).toBe('scope scope')
  expect(await toAnyone('scope=city')).toBe('unknown scope')
  // Beside a trouble no more is read than what is one's own.
  const refused = await officialAsked(district, params('scope=city'))
  expect(refused.context.actor.scope).toEqual(district.actor.scope)
})

test('a word of a page is its first, without the spaces round it', () => {
  expect(textOf({ of: ' drawn ' }, 'of')).toBe('drawn')
  expect(textOf({ of: ['all', 'drawn'] }, 'of')).toBe('all')
  expect(textOf({ of: ' ' }, 'of')).toBeUndefined()
})

test('an address says the question, and what is changed in its place', () => {
  const parameters = { from: '2024-01', to: '2024-05', chain: 'photonics' }
  expect(addressOf('/official', parameters, { to: '2024-03', of: 'drawn' })).toBe(
    '/official?from=2024-01&to=2024-03&chain=photonics&of=drawn',
  )
  expect(addressOf('/official', parameters, { chain: undefined, of: '' })).toBe(
    `/official?${plain}`,
  )
  expect(addressOf('/official', {})).toBe('/official')
  expect(wholeAddress('/zh/official')).toMatch(/^https?:\/\/[^/]+\/zh\/official$/)
})
