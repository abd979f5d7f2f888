import { describe, expect, test } from 'vitest'
import { instants } from '@/domain/totals/moment'
import { monthText } from '@/domain/totals/totals'
import { addressOf, askedOf, interfaceAsked, publicPageAsked, type SearchParams } from './address'

/** Ten in the morning in Xi'an, and a quarter of a second. */
const now = new Date('2024-05-15T02:00:00.250Z')
const plain = 'from=2024-01&to=2024-05'
const id = '018f7a5e-0000-7000-8000-000000000001'

/** As a page is handed its address: a word said twice is a list. */
function pageOf(query: string): SearchParams {
  const params: SearchParams = {}
  for (const [name, word] of new URLSearchParams(query))
    params[name] = params[name] === undefined ? word : [params[name], word].flat()
  return params
}
const fileOf = (query: string) => Object.fromEntries(new URLSearchParams(query))

const at = (asOf: Date | null) => (asOf ? ` @${asOf.toISOString()}` : '')

/** The question as its own address says it, and its moment to the millisecond. */
function toOfficials(params: SearchParams): string {
  const { question, parameters } = askedOf(params, now)
  expect(monthText(question.period.from)).toBe(parameters.from)
  expect(monthText(question.period.to)).toBe(parameters.to)
  expect(question.definition.code).toBe(parameters.definition ?? '2024-03')
  return addressOf('', parameters).slice(1) + at(question.asOf)
}

/** The same of the public question, or what is wrong with it and the question beside that. */
function toAnyone(query: URLSearchParams | SearchParams): string {
  const { question, parameters, trouble } =
    query instanceof URLSearchParams ? interfaceAsked(query, now) : publicPageAsked(query, now)
  expect(question).not.toHaveProperty('cut')
  expect(monthText(question.period.from)).toBe(parameters.from)
  expect(monthText(question.period.to)).toBe(parameters.to)
  expect(question.definition.code).toBe(parameters.definition ?? '2024-03')
  const address = addressOf('', parameters).slice(1) + at(question.asOf)
  return trouble ? `${trouble}: ${address}` : address
}

/** What is asked, what the monitor takes it for, and what the public page does. */
const cases: Record<string, [query: string, official: string, anyone: string][]> = {
  'what is left out': [
    ['', plain, plain],
    ['from=&to=&asOf=&definition=&district=&company=', plain, plain],
    ['from=2024-02', 'from=2024-02&to=2024-05', 'from=2024-02&to=2024-05'],
    ['to=2023-07', 'from=2023-01&to=2023-07', 'from=2023-01&to=2023-07'],
    ['from=2022-03&to=2023-02', 'from=2022-03&to=2023-02', 'from=2022-03&to=2023-02'],
  ],
  'words with spaces': [
    ['from=%20&to=%20', plain, `month: ${plain}`],
    ['from=%202024-02%20&to=2024-03', 'from=2024-02&to=2024-03', `month: ${plain}`],
    ['district=%20yanta%20', `${plain}&district=yanta`, plain],
    [
      'definition=%202024-03-contact',
      `${plain}&definition=2024-03-contact`,
      `definition: ${plain}`,
    ],
  ],
  months: [
    ['from=2024-13', plain, `month: ${plain}`],
    ['to=2024-00', plain, `month: ${plain}`],
    ['from=2024-1', plain, `month: ${plain}`],
    ['from=24-01', plain, `month: ${plain}`],
    ['from=none&to=2024-02', 'from=2024-01&to=2024-02', `month: ${plain}`],
    ['from=2024-05&to=2024-01', plain, `order: ${plain}`],
    ['from=2025-02&to=2024-12', 'from=2024-12&to=2025-02', `order: ${plain}`],
    ['from=2024-08', 'from=2024-08&to=2024-08', `order: ${plain}`],
    ['to=2024-06', 'from=2024-01&to=2024-06', `ahead: ${plain}`],
    ['from=2024-07&to=2024-08', 'from=2024-07&to=2024-08', `ahead: ${plain}`],
    ['from=2014-06&to=2024-05', 'from=2014-06&to=2024-05', 'from=2014-06&to=2024-05'],
    ['from=2014-05&to=2024-05', 'from=2014-05&to=2024-05', `long: ${plain}`],
    ['from=2000-01', 'from=2000-01&to=2024-05', `long: ${plain}`],
    ['from=0000-01&to=9999-12', 'from=0-01&to=9999-12', `ahead: ${plain}`],
  ],
  definitions: [
    ['definition=2024-03', plain, plain],
    [
      'definition=2024-03-contact',
      `${plain}&definition=2024-03-contact`,
      `${plain}&definition=2024-03-contact`,
    ],
    ['definition=none', plain, `definition: ${plain}`],
    ['definition=4', plain, `definition: ${plain}`],
  ],
  "a moment by Xi'an's clocks": [
    [
      'asOf=2024-05-01T09:00',
      `${plain}&asOf=2024-05-01T09%3A00 @2024-05-01T01:00:00.000Z`,
      `as-of: ${plain}`,
    ],
    [
      'asOf=2024-05-01T09:00:30',
      `${plain}&asOf=2024-05-01T09%3A00%3A30 @2024-05-01T01:00:30.000Z`,
      `as-of: ${plain}`,
    ],
    [
      'asOf=2024-05-01+09:00',
      `${plain}&asOf=2024-05-01T09%3A00 @2024-05-01T01:00:00.000Z`,
      `as-of: ${plain}`,
    ],
    [
      'asOf=2024-02-30T09:00',
      `${plain}&asOf=2024-03-01T09%3A00 @2024-03-01T01:00:00.000Z`,
      `as-of: ${plain}`,
    ],
    [
      'asOf=2024-05-01T99:99',
      `${plain}&asOf=2024-05-05T04%3A39 @2024-05-04T20:39:00.000Z`,
      `as-of: ${plain}`,
    ],
    ['asOf=2024-13-45T09:00', plain, `as-of: ${plain}`],
    ['asOf=2024-05-01', plain, `as-of: ${plain}`],
    [
      'asOf=2024-05-15T10:00',
      `${plain}&asOf=2024-05-15T10%3A00 @2024-05-15T02:00:00.000Z`,
      `as-of: ${plain}`,
    ],
    ['asOf=2024-05-15T10:01', plain, `as-of: ${plain}`],
  ],
  'a moment of Greenwich': [
    [
      'asOf=2024-05-01T09:00:00Z',
      `${plain}&asOf=2024-05-01T17%3A00 @2024-05-01T09:00:00.000Z`,
      `${plain}&asOf=2024-05-01T09%3A00%3A00.000Z @2024-05-01T09:00:00.000Z`,
    ],
    [
      'asOf=2024-05-01T09:00:00.123Z',
      `${plain}&asOf=2024-05-01T17%3A00 @2024-05-01T09:00:00.123Z`,
      `${plain}&asOf=2024-05-01T09%3A00%3A00.123Z @2024-05-01T09:00:00.123Z`,
    ],
    [
      'asOf=2024-05-01T09:00Z',
      `${plain}&asOf=2024-05-01T17%3A00 @2024-05-01T09:00:00.000Z`,
      `as-of: ${plain}`,
    ],
    [
      'asOf=2024-05-01Z',
      `${plain}&asOf=2024-05-01T08%3A00 @2024-05-01T00:00:00.000Z`,
      `as-of: ${plain}`,
    ],
    [
      'asOf=May+1+2024Z',
      `${plain}&asOf=2024-05-01T08%3A00 @2024-05-01T00:00:00.000Z`,
      `as-of: ${plain}`,
    ],
    [
      'asOf=2024-02-30T09:00:00Z',
      `${plain}&asOf=2024-03-01T17%3A00 @2024-03-01T09:00:00.000Z`,
      `as-of: ${plain}`,
    ],
    ['asOf=2024-05-01T09:00:00z', plain, `as-of: ${plain}`],
    ['asOf=Z', plain, `as-of: ${plain}`],
    ['asOf=yesterday', plain, `as-of: ${plain}`],
    [
      'asOf=2024-05-15T02:00:00.250Z',
      plain,
      `${plain}&asOf=2024-05-15T02%3A00%3A00.250Z @2024-05-15T02:00:00.250Z`,
    ],
    ['asOf=2024-05-15T02:00:00.251Z', plain, `as-of-ahead: ${plain}`],
    ['asOf=2030-01-01T00:00:00Z', plain, `as-of-ahead: ${plain}`],
  ],
  'a moment with its offset': [
    [
      'asOf=2024-05-01T09:00:00%2B08:00',
      plain,
      `${plain}&asOf=2024-05-01T01%3A00%3A00.000Z @2024-05-01T01:00:00.000Z`,
    ],
    [
      'asOf=2024-05-01T09:00:00-05:00',
      plain,
      `${plain}&asOf=2024-05-01T14%3A00%3A00.000Z @2024-05-01T14:00:00.000Z`,
    ],
    ['asOf=2024-05-01T09:00:00+08:00', plain, `as-of: ${plain}`],
    ['asOf=2024-05-01T09:00%2B08:00', plain, `as-of: ${plain}`],
    ['asOf=2030-01-01T09:00:00%2B08:00', plain, `as-of-ahead: ${plain}`],
  ],
  cuts: [
    [
      'district=yanta&zone=xixian&chain=photonics&class=credit-loan&kind=bank&qualification=technology-sme&white=yes&lacking=zone',
      `${plain}&district=yanta&zone=xixian&chain=photonics&class=credit-loan&kind=bank&qualification=technology-sme&white=yes&lacking=zone`,
      plain,
    ],
    ['white=no', `${plain}&white=no`, plain],
    [
      'district=none&zone=x&chain=x&class=x&kind=x&qualification=x&white=maybe&lacking=class',
      plain,
      plain,
    ],
    [`financier=${id}&company=${id}`, `${plain}&financier=${id}&company=${id}`, plain],
    ['financier=1&company=none', plain, plain],
    ['of=drawn&by=chain&cut=zone&other=1', plain, plain],
    [`asOf=x&definition=none&company=${id}`, `${plain}&company=${id}`, `definition: ${plain}`],
  ],
  'more than one thing wrong': [
    [
      'from=2024-13&to=2024-01&definition=none&asOf=x',
      'from=2024-01&to=2024-01',
      `month: ${plain}`,
    ],
    ['from=2024-05&to=2024-01&definition=none', plain, `order: ${plain}`],
    ['from=2000-01&to=2030-01&asOf=x', 'from=2000-01&to=2030-01', `ahead: ${plain}`],
    ['definition=2024-03-contact&asOf=x', `${plain}&definition=2024-03-contact`, `as-of: ${plain}`],
  ],
}

for (const [name, rows] of Object.entries(cases))
  describe(name, () => {
    test.each(rows)('%s', (query, official, anyone) => {
      expect(toOfficials(pageOf(query))).toBe(official)
      expect(toOfficials(fileOf(query))).toBe(official)
      expect(toAnyone(pageOf(query))).toBe(anyone)
      expect(toAnyone(new URLSearchParams(query))).toBe(anyone)
    })
  })

/** Which of two words a door takes is its own: the monitor, its files, the public page, the interface. */
test.each([
  ['from=2024-02&from=2024-03', '2024-02', '2024-03', '2024-03', '2024-02'],
  ['from=&from=2024-02', '2024-01', '2024-02', '2024-02', '2024-01'],
  ['from=2024-02&from=', '2024-02', '2024-01', '2024-01', '2024-02'],
])('a word said twice: %s', (query, monitor, file, page, api) => {
  expect([
    toOfficials(pageOf(query)),
    toOfficials(fileOf(query)),
    toAnyone(pageOf(query)),
    toAnyone(new URLSearchParams(query)),
  ]).toEqual([monitor, file, page, api].map((from) => `from=${from}&to=2024-05`))
})

test('each condition of a cut is read from its own parameter', () => {
  const query = `district=yanta&zone=xixian&chain=photonics&class=credit-loan&kind=fund&qualification=technology-sme&white=no&financier=${id}&company=${id.replace('1', '2')}&lacking=chain`
  expect(askedOf(pageOf(query), now).question.cut).toEqual({
    district: 'yanta',
    zone: 'xixian',
    chain: 'photonics',
    class: 'credit-loan',
    financierKind: 'fund',
    qualification: 'technology-sme',
    whiteListed: false,
    financierId: id,
    companyId: id.replace('1', '2'),
    lacking: 'chain',
  })
})

describe('an address', () => {
  const { parameters } = askedOf(pageOf('chain=photonics&definition=2024-03-contact'), now)

  test('says the question, and what is changed in its place', () => {
    expect(addressOf('/official', parameters, { to: '2024-03', of: 'drawn' })).toBe(
      '/official?from=2024-01&to=2024-03&chain=photonics&definition=2024-03-contact&of=drawn',
    )
    expect(addressOf('/official', parameters, { chain: undefined, definition: '' })).toBe(
      `/official?${plain}`,
    )
    expect(addressOf('/official', {})).toBe('/official')
  })

  test('of a public question says its moment and definition before what else is asked', () => {
    const asked = publicPageAsked(pageOf('definition=2024-03-contact'), now)
    const more = { asOf: instants.write(now), by: 'chain', language: 'en' }
    expect(addressOf('/totals', asked.parameters, more)).toBe(
      `/totals?${plain}&definition=2024-03-contact&asOf=2024-05-15T02%3A00%3A00.250Z&by=chain&language=en`,
    )
  })
})
