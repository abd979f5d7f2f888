import { expect, test } from 'vitest'
import { fieldGroups } from '../consent/consent'
import { teaserOf } from '../need/teaser'
import { factsOf, type Profile } from './profile'
import { asOfficialsRead, openedBy, seenFields, sights, type SeenField } from './sight'

const TODAY = '2024-05-15'
const profile: Profile = {
  district: 'yanta',
  zone: 'high-tech',
  park: 'silk-road-science',
  chains: ['photovoltaics'],
  noChain: false,
  stage: 'growth',
  foundedOn: '2019-03-01',
  staff: 60,
  rdStaff: 31,
  debtRatioBp: 4_321,
  debtRatioYear: 2023,
  inventionPatents: 5,
  otherPatents: 0,
  software: 17,
  collateral: ['patents'],
  introduction: 'INTRODUCTION',
  contactName: 'PERSON',
  contactPhone: 'PHONE',
  years: [{ year: 2023, revenueFen: 987_654_321, profitFen: 1, rdSpendFen: 2 }],
  qualifications: [
    {
      kind: 'high-tech-enterprise',
      level: 'national',
      number: 'NUMBER',
      issuer: null,
      validFrom: '2022-01-01',
      validTo: '2025-01-01',
    },
  ],
  certificatesKnown: true,
}
/** Each field of the profile with another value, so far off that a band or a quarter differs too. */
const other: Partial<Profile> = {
  district: 'lintong',
  zone: 'economic',
  park: null,
  chains: ['dairy'],
  stage: 'start-up',
  foundedOn: '2009-03-01',
  staff: 400,
  rdStaff: 32,
  debtRatioBp: 4_322,
  debtRatioYear: 2022,
  inventionPatents: 50,
  otherPatents: 60,
  software: 18,
  collateral: ['equipment'],
  introduction: 'OTHER',
  contactName: 'OTHER',
  contactPhone: 'OTHER',
  years: [],
  qualifications: [],
  certificatesKnown: false,
}
const fields = Object.keys(other) as (keyof Profile)[]
const terms = {
  classes: ['credit-loan'],
  amountFen: 1,
  leastFen: null,
  inParts: false,
  partFen: null,
  tenorMonths: 12,
  useKind: 'working-capital',
  words: null,
  collateral: [],
  maxCostBp: null,
  wantedBy: '2024-08-01',
  showWhiteList: false,
} as unknown as Parameters<typeof teaserOf>[0]
const teaser = (of: Profile, widening: 'none' | 'district' = 'none') =>
  JSON.stringify(teaserOf(terms, factsOf(of, [], TODAY), widening, TODAY))

test.each(fields)('the teaser speaks of %s exactly where the table says so', (field) => {
  const isTold = (['none', 'district'] as const).some(
    (widening) =>
      teaser({ ...profile, [field]: other[field] }, widening) !== teaser(profile, widening),
  )
  expect(isTold).toBe(sights[field].before !== 'no' && sights[field].before !== 'within')
})

test.each(fields)('an official reads %s exactly where the table says so', (field) => {
  const read = (of: Profile) => JSON.stringify(asOfficialsRead(of, TODAY))
  const isTold = read({ ...profile, [field]: other[field] }) !== read(profile)
  expect(isTold).toBe(sights[field].officials !== 'no')
})

test('an official reads a band of what the table bands, and no number of a certificate', () => {
  expect(asOfficialsRead(profile, TODAY)).toMatchObject({
    staff: '50-99',
    patents: '1-9',
    qualifications: [{ kind: 'high-tech-enterprise', endsInQuarter: '2025-Q1' }],
  })
  const read = JSON.stringify(asOfficialsRead(profile, TODAY))
  for (const secret of ['NUMBER', 'rdStaff', 'software', 'collateral', 'INTRODUCTION', '987654321'])
    expect(read).not.toContain(secret)
})

test('a group opens its own fields and no other, and every field is opened by one', () => {
  const said = { ...profile, name: 'NAME', uscc: 'CODE', words: 'WORDS' }
  const opened = fieldGroups.flatMap((group) => {
    const read = openedBy([group], said)
    expect(Object.keys(read)).toEqual([group])
    const names = Object.keys(read[group] ?? {}) as SeenField[]
    for (const field of names) expect(sights[field].group, field).toBe(group)
    return names
  })
  expect(opened.toSorted()).toEqual(seenFields.toSorted())
  expect(Object.keys(openedBy(['contact'], said).contact ?? {})).toEqual([
    'contactName',
    'contactPhone',
  ])
})
