import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { patentBand, staffBand } from '../profile/profile'
import { facts, hiddenParts, terms, TODAY } from '../testing/judged'
import { quarterOf, teaserOf, totalPatents, wideningFor, widenings } from './teaser'

const crowd = (zoneAndChain: number, districtAndChain: number, cityAndChain: number) => ({
  zoneAndChain,
  districtAndChain,
  cityAndChain,
})

describe('a place that would give the company away is widened', () => {
  test.each([
    ['five in the zone', 'high-tech' as const, crowd(5, 0, 5), 'none'],
    ['four in the zone and five in the district', 'high-tech' as const, crowd(4, 5, 9), 'district'],
    ['few in both, enough in the city', 'high-tech' as const, crowd(4, 4, 5), 'city'],
    ['few in the whole city', 'high-tech' as const, crowd(1, 1, 4), 'city-and-chain'],
    ['no zone, five in the district', null, crowd(0, 5, 5), 'none'],
    ['no zone, four in the district', null, crowd(0, 4, 5), 'city'],
  ])('%s', (_name, zone, count, widening) => {
    expect(wideningFor({ zone }, count)).toBe(widening)
  })

  test.each([
    ['none', { zone: 'high-tech', district: null, chain: 'photonics' }],
    ['district', { zone: null, district: 'yanta', chain: 'photonics' }],
    ['city', { zone: null, district: null, chain: 'photonics' }],
    ['city-and-chain', { zone: null, district: null, chain: null }],
  ] as const)('widened by %s it reads so much, and says so', (widening, place) => {
    expect(teaserOf(terms, facts, widening, TODAY)).toMatchObject({ ...place, widening })
  })

  test('what is shown is never shared by fewer than five', () => {
    const count = fc.nat(9)
    fc.assert(
      fc.property(count, count, count, fc.boolean(), (inZone, inDistrict, more, hasZone) => {
        const zone = hasZone ? ('high-tech' as const) : null
        const city = Math.max(inZone, inDistrict) + more
        const widening = wideningFor({ zone }, crowd(inZone, inDistrict, city))
        const read = teaserOf(terms, { ...facts, zone }, widening, TODAY)
        if (read.zone) expect(inZone).toBeGreaterThanOrEqual(5)
        if (read.district) expect(inDistrict).toBeGreaterThanOrEqual(5)
        if (read.chain) expect(city).toBeGreaterThanOrEqual(5)
      }),
    )
  })
})

test('a teaser has exactly these fields', () => {
  expect(Object.keys(teaserOf(terms, facts, 'none', TODAY)).toSorted()).toEqual([
    'ageYears',
    'amountFen',
    'certificatesKnown',
    'chain',
    'classes',
    'collateral',
    'district',
    'inParts',
    'maxCostBp',
    'partFen',
    'patents',
    'qualifications',
    'staff',
    'tenorMonths',
    'useKind',
    'wantedByMonth',
    'whiteListed',
    'widening',
    'zone',
  ])
})

test('what is hidden of the company, its words and its least leave no mark on the teaser', () => {
  fc.assert(
    fc.property(
      hiddenParts,
      fc.constantFrom(...widenings),
      fc.string(),
      (hidden, widening, words) => {
        const secret = { ...terms, words, leastFen: 123, showWhiteList: false }
        expect(teaserOf(secret, { ...facts, ...hidden }, widening, TODAY)).toEqual(
          teaserOf(terms, facts, widening, TODAY),
        )
      },
    ),
  )
})

test('white-list standing is told only where the company ticks it', () => {
  const listed = { ...facts, whiteListed: ['photonics' as const] }
  expect(teaserOf(terms, listed, 'none', TODAY).whiteListed).toBe(false)
  expect(teaserOf({ ...terms, showWhiteList: true }, listed, 'none', TODAY).whiteListed).toBe(true)
  expect(teaserOf({ ...terms, showWhiteList: true }, facts, 'none', TODAY).whiteListed).toBe(false)
})

test('certificates are told with the quarter they end, and ended ones not at all', () => {
  const [certificate] = facts.qualifications
  if (!certificate) throw new Error('no certificate')
  const ended = { ...certificate, kind: 'gazelle' as const, validTo: '2024-05-14' }
  const endless = { ...certificate, kind: 'chain-leader' as const, validTo: null }
  const read = teaserOf(
    terms,
    { ...facts, qualifications: [certificate, ended, endless] },
    'none',
    TODAY,
  )
  expect(read.qualifications).toEqual([
    { kind: 'high-tech-enterprise', endsInQuarter: '2024-Q4' },
    { kind: 'chain-leader', endsInQuarter: null },
  ])
})

test('a certificate that was renewed is told once, with the quarter in which its renewal ends', () => {
  const one = { kind: 'gazelle' as const, level: 'national' as const, number: null, issuer: null }
  const told = (...spans: [string, string | null][]) => {
    const qualifications = spans.map(([validFrom, validTo]) => ({ ...one, validFrom, validTo }))
    return teaserOf(terms, { ...facts, qualifications }, 'none', '2024-06-10').qualifications
  }
  const until = (endsInQuarter: string | null) => [{ kind: 'gazelle', endsInQuarter }]
  const old: [string, string] = ['2021-07-01', '2024-06-30']
  expect(told(old)).toEqual(until('2024-Q2'))
  expect(told(old, ['2024-07-01', '2027-06-30'])).toEqual(until('2027-Q2'))
  expect(told(['2024-06-01', '2027-05-31'], old)).toEqual(until('2027-Q2'))
  expect(told(old, ['2024-05-01', null])).toEqual(until(null))
  expect(told(old, ['2024-08-01', '2027-06-30'])).toEqual(until('2024-Q2'))
  expect(told(['2020-07-01', '2023-06-30'], ['2024-07-01', '2027-06-30'])).toEqual([])
})

test.each([
  ['2024-01-01', '2024-Q1'],
  ['2024-03-31', '2024-Q1'],
  ['2024-04-01', '2024-Q2'],
  ['2024-12-31', '2024-Q4'],
])('%s lies in %s', (day, quarter) => {
  expect(quarterOf(day)).toBe(quarter)
})

test.each([
  [0, '1-19'],
  [19, '1-19'],
  [20, '20-49'],
  [49, '20-49'],
  [50, '50-99'],
  [99, '50-99'],
  [100, '100-299'],
  [299, '100-299'],
  [300, '300+'],
])('%i people are told as %s', (staff, band) => {
  expect(staffBand(staff)).toBe(band)
})

test.each([
  [0, '0'],
  [1, '1-9'],
  [9, '1-9'],
  [10, '10+'],
])('%i patents are told as %s', (patents, band) => {
  expect(patentBand(patents)).toBe(band)
})

test('patents of one kind that are known count, and of neither are unknown', () => {
  expect(totalPatents({ inventionPatents: 3, otherPatents: null })).toBe(3)
  expect(totalPatents({ inventionPatents: null, otherPatents: null })).toBeNull()
})

test.each(['amountFen', 'useKind', 'wantedBy'])('without %s there is no teaser', (missing) => {
  const incomplete = { ...terms, [missing]: null }
  expect(() => teaserOf(incomplete, facts, 'none', TODAY)).toThrow('needs complete terms')
})
