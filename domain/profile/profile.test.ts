import { describe, expect, test } from 'vitest'
import { facts, TODAY } from '../testing/judged'
import {
  emptyProfile,
  expiredAnew,
  factsOf,
  latestFigure,
  profileSections,
  sectionSchemas,
  sectionStatus,
  validQualifications,
  whyNotSection,
  type Profile,
  type Qualification,
  type SaveProfileInput,
  type ProfileSection,
  type SectionStatus,
} from './profile'

describe('a task of the profile', () => {
  test.each(profileSections)('%s is not started in an empty profile', (section) => {
    expect(sectionStatus(emptyProfile, section)).toBe('not-started')
  })

  test.each<[ProfileSection, Partial<Profile>, SectionStatus]>([
    ['place', { zone: 'high-tech' }, 'in-progress'],
    ['place', { district: 'yanta' }, 'done'],
    ['business', { chains: ['dairy'] }, 'in-progress'],
    ['business', { chains: ['dairy'], stage: 'seed', foundedOn: '2020-01-01' }, 'done'],
    ['people', { rdStaff: 3 }, 'in-progress'],
    ['people', { staff: 0 }, 'done'],
    ['accounts', { debtRatioBp: 1 }, 'in-progress'],
    ['property', { collateral: ['land'] }, 'in-progress'],
    ['property', { inventionPatents: 0 }, 'done'],
    ['contact', { contactName: 'Name' }, 'in-progress'],
    ['contact', { contactName: 'Name', contactPhone: '02988880000' }, 'done'],
  ])('%s with %o is %s', (section, more, status) => {
    expect(sectionStatus({ ...emptyProfile, ...more }, section)).toBe(status)
  })
})

test.each([
  [
    'a park outside its zone',
    'place',
    { district: 'yanta', zone: 'economic', park: 'silk-road-science' },
    'park',
  ],
  ['more people in research than in all', 'people', { staff: 3, rdStaff: 4 }, 'rdStaff'],
  [
    'four chains',
    'business',
    {
      chains: ['dairy', 'drones', 'sensors', 'titanium'],
      stage: 'seed',
      foundedOn: TODAY,
      introduction: null,
    },
    'chains',
  ],
  [
    'a telephone that is none',
    'contact',
    { contactName: 'Name', contactPhone: 'call me' },
    'contactPhone',
  ],
] as const)('%s is not saved', (_name, section, values, field) => {
  const parsed = sectionSchemas[section].safeParse(values)
  expect(parsed.error?.issues[0]?.path[0]).toBe(field)
})

test('a certificate counts from its first day to its last', () => {
  const on = (day: string) => validQualifications(facts, day).length
  expect(['2021-11-24', '2021-11-25', '2024-11-24', '2024-11-25'].map(on)).toEqual([0, 1, 1, 0])
})

test('the latest figure is of the latest year that has one', () => {
  const years = [
    { year: 2022, revenueFen: 5, profitFen: -1, rdSpendFen: null },
    { year: 2023, revenueFen: null, profitFen: -2, rdSpendFen: null },
  ]
  expect(latestFigure({ years }, 'revenueFen')).toEqual({ year: 2022, fen: 5 })
  expect(latestFigure({ years }, 'profitFen')).toEqual({ year: 2023, fen: -2 })
  expect(latestFigure({ years }, 'rdSpendFen')).toBeNull()
})

test('facts hold neither the contact nor the company’s own words', () => {
  const secret = { introduction: 'words', contactName: 'Name', contactPhone: '1' }
  const taken = factsOf({ ...emptyProfile, ...secret }, ['dairy'], TODAY)
  for (const field of Object.keys(secret)) expect(taken).not.toHaveProperty(field)
  expect(taken).toMatchObject({ whiteListed: ['dairy'], asOf: TODAY })
})

describe('what cannot be yet, or is no more', () => {
  const certificate = (validTo: string | null): Qualification => ({
    kind: 'gazelle',
    level: 'municipal',
    number: null,
    issuer: null,
    validFrom: '2020-01-01',
    validTo,
  })
  const business = (foundedOn: string) =>
    ({ section: 'business', values: { chains: [], stage: 'seed', foundedOn } }) as unknown
  const accounts = (debtRatioYear: number) =>
    ({ section: 'accounts', values: { years: [], debtRatioYear } }) as unknown
  const property = (...qualifications: Qualification[]) =>
    ({ section: 'property', values: { qualifications } }) as unknown

  test.each<[string, unknown, string | null]>([
    ['founded in 2030', business('2030-01-01'), 'founded-in-future'],
    ['founded today', business(TODAY), null],
    ['a debt ratio of next year', accounts(2025), 'year-in-future'],
    ['a debt ratio of this year', accounts(2024), null],
    [
      'a certificate that ran out yesterday',
      property(certificate('2024-05-14')),
      'certificate-expired',
    ],
    ['one that ends today', property(certificate(TODAY)), null],
    ['one without end', property(certificate(null)), null],
  ])('%s', (_name, input, why) => {
    expect(whyNotSection(input as SaveProfileInput, emptyProfile, TODAY)).toBe(why)
  })

  test('a certificate that ran out since it was entered may stay', () => {
    const stored = { qualifications: [certificate('2024-05-14')] }
    const entered = [certificate('2024-05-14'), certificate('2024-05-13')]
    expect(expiredAnew(entered, stored, TODAY)).toEqual([1])
  })
})

test('a company names up to three chains, its main one first, or says that it sits on none', () => {
  const rest = { stage: 'seed', foundedOn: '2020-01-01', introduction: null }
  const read = (more: object) => sectionSchemas.business.safeParse({ ...rest, ...more })
  const faults = (more: object) => read(more).error?.issues.map(({ message }) => message)
  expect(faults({})).toEqual(['required'])
  expect(read({ noChain: true }).data).toMatchObject({ chains: [], noChain: true })
  expect(read({ chains: ['dairy', 'photonics'], mainChain: 'photonics' }).data?.chains).toEqual([
    'photonics',
    'dairy',
  ])
  expect(faults({ chains: ['dairy'], noChain: true })).toEqual(['none-and-some'])
  expect(faults({ chains: ['dairy'], mainChain: 'photonics' })).toEqual(['main-not-named'])
  const known = { ...emptyProfile, stage: 'seed' as const, foundedOn: '2020-01-01' }
  expect(sectionStatus(known, 'business')).toBe('in-progress')
  expect(sectionStatus({ ...known, noChain: true }, 'business')).toBe('done')
})
