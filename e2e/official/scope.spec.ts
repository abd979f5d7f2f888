import { randomInt } from 'node:crypto'
import type { APIRequestContext } from '@playwright/test'
import { doors } from '../../scripts/pages/doors'
import { demoPassword, personas } from '../../scripts/city/personas'
import { makeMember } from '@/domain/testing/cast'
import { expect, test } from './given'

/** Ids of what lies outside the places of the district's official. */
type Elsewhere = Record<
  'company' | 'financier' | 'need' | 'service' | 'mail' | 'code' | 'request' | 'sheet' | 'doubt',
  string
>

/** Every address of an official's door with every id that it takes; a new door has to be added. */
const asked: Record<string, (ids: Elsewhere) => string[]> = {
  '[locale]/official': question('/zh/official'),
  '[locale]/official/authorities': () => ['/zh/official/authorities'],
  '[locale]/official/chains': () => ['/zh/official/chains'],
  '[locale]/official/codes/[id]': ({ code }) => [`/zh/official/codes/${code}`],
  '[locale]/official/companies': question('/zh/official/companies'),
  '[locale]/official/cross': question('/zh/official/cross'),
  '[locale]/official/doubts': () => ['/zh/official/doubts'],
  '[locale]/official/doubts/[id]': ({ doubt }) => [`/zh/official/doubts/${doubt}`],
  '[locale]/official/entries/[id]': ({ request }) => [`/zh/official/entries/${request}`],
  '[locale]/official/entries/new': () => ['/zh/official/entries/new?kind=news'],
  '[locale]/official/financiers': ({ company }) => [
    '/zh/official/financiers',
    `/zh/official/financiers?company=${company}`,
  ],
  '[locale]/official/financiers/talks': ({ financier }) =>
    ['asked', 'declined'].map(
      (of) => `/zh/official/financiers/talks?from=2020-01&who=${financier}&of=${of}`,
    ),
  '[locale]/official/funnel': ({ company }) => [
    '/zh/official/funnel',
    `/zh/official/funnel?company=${company}`,
  ],
  '[locale]/official/funnel/needs': ({ company, financier, need }) => [
    `/zh/official/funnel/needs?company=${company}`,
    `/zh/official/funnel/needs?late=${financier}`,
    `/zh/official/funnel/needs?after=${need}`,
  ],
  '[locale]/official/imports': () => ['/zh/official/imports'],
  '[locale]/official/imports/[id]': sheetAt(''),
  '[locale]/official/imports/[id]/columns': sheetAt('/columns'),
  '[locale]/official/imports/[id]/confirm': sheetAt('/confirm'),
  '[locale]/official/imports/[id]/mend': sheetAt('/mend'),
  '[locale]/official/imports/new': () => ['/zh/official/imports/new'],
  '[locale]/official/indicators': () => ['/zh/official/indicators'],
  '[locale]/official/ledger': question('/zh/official/ledger'),
  '[locale]/official/ledger/[id]': ({ service }) => [`/zh/official/ledger/${service}`],
  '[locale]/official/missing': () => ['/zh/official/missing'],
  '[locale]/official/missing/companies': ({ company }) => [
    '/zh/official/missing/companies',
    `/zh/official/missing/companies?invite=${company}`,
  ],
  '[locale]/official/missing/needs': ({ need }) => [
    '/zh/official/missing/needs',
    `/zh/official/missing/needs?id=${need}`,
  ],
  '[locale]/official/needs': ({ need }) => [`/zh/official/needs?after=${need}&id=${need}`],
  '[locale]/official/needs/[id]': ({ need }) => [`/zh/official/needs/${need}`],
  '[locale]/official/news': () => ['/zh/official/news'],
  '[locale]/official/notices': ({ mail }) => [`/zh/official/notices?after=${mail}`],
  '[locale]/official/notices/[id]': ({ mail }) => [`/zh/official/notices/${mail}`],
  '[locale]/official/organisations': ({ company }) => [
    `/zh/official/organisations?after=&id=${company}`,
    '/zh/official/organisations?search=CANARY',
    '/zh/official/organisations?state=applied&search=CANARY',
  ],
  '[locale]/official/organisations/[id]': ({ company, financier }) =>
    [company, financier].map((id) => `/zh/official/organisations/${id}`),
  '[locale]/official/outbox': ({ mail }) => [
    `/zh/official/outbox?mail=${mail}`,
    `/zh/official/outbox?after=${mail}`,
  ],
  '[locale]/official/places': () => ['/zh/official/places'],
  '[locale]/official/registered': () => [
    '/zh/official/registered',
    '/zh/official/registered?district=zhouzhi',
  ],
  '[locale]/official/reports': () => ['/zh/official/reports'],
  '[locale]/official/reports/[id]': ({ request }) => [`/zh/official/reports/${request}`],
  '[locale]/official/requests/[id]': ({ request }) => [`/zh/official/requests/${request}`],
  '[locale]/official/supply': () => ['/zh/official/supply'],
  '[locale]/official/supply/needs': ({ need }) => [
    '/zh/official/supply/needs',
    `/zh/official/supply/needs?after=${need}`,
  ],
  '[locale]/official/target': () => ['/zh/official/target?year=2024'],
  '[locale]/official/tasks': () => ['/zh/official/tasks'],
  '[locale]/official/team': () => ['/zh/official/team'],
  '[locale]/official/white-list': () => ['/zh/official/white-list'],
  '[locale]/wall': question('/zh/wall'),
  'api/export/companies': question('/api/export/companies'),
  'api/export/cross': question('/api/export/cross'),
  'api/export/cuts': question('/api/export/cuts'),
  'api/export/ledger': question('/api/export/ledger'),
  'api/export/months': question('/api/export/months'),
  'api/export/totals': question('/api/export/totals'),
}

/** A spreadsheet that another authority sent. */
function sheetAt(step: string) {
  return ({ sheet }: Elsewhere) => [`/zh/official/imports/${sheet}${step}`]
}

/** A question of the ledger about a company, and about a financier. */
function question(path: string) {
  const period = 'from=2022-01&to=2022-12'
  return ({ company, financier }: Elsewhere) => [
    `${path}?${period}&company=${company}`,
    `${path}?${period}&financier=${financier}`,
    `${path}?${period}&of=all&company=${company}`,
  ]
}

const officials = doors.filter(({ audience, kind }) => audience === 'official' && kind !== 'action')

test('every official page and file is asked with every id that it takes', () => {
  const folders = officials.map(({ file }) => file.replace(/\/(page|route)[.]tsx?$/, ''))
  expect(Object.keys(asked).toSorted()).toEqual([...new Set(folders)].toSorted())
})

async function namesIn(request: APIRequestContext, address: string): Promise<string[]> {
  const answer = await request.get(address, { failOnStatusCode: false })
  expect(answer.status(), address).toBeLessThan(500)
  // The word that was searched for is said again.
  return (await answer.text()).match(/CANARY-\w+/g) ?? []
}

test.describe('scope holds on every parameter', () => {
  test.use({ expectedTroubles: [/404/] })
  test('an official of a district reads no name from elsewhere, by whatever id', async ({
    newcomer,
    official,
    given,
  }) => {
    const name = (what: string) => `CANARY-${what}${randomInt(1_000_000)}`
    const elsewhere = { district: 'zhouzhi' as const, zone: null }
    const company = await given.company({ ...elsewhere, name: name('company') })
    const financier = await given.financier()
    await given.rename(financier.id, name('financier'))
    const need = await given.need(company.id, name('words'))
    const service = await given.service(
      { companyId: company.id, financierId: financier.id },
      { ...elsewhere, contractNo: name('contract') },
    )
    const person = await makeMember(given.db, company.id, 'owner', { name: name('person') })
    const mail = await given.mail(person.id, name('mail'))
    const ids = {
      company: company.id,
      financier: financier.id,
      need: need.id,
      service: service.id,
      mail,
      code: await given.namedCode(name('code')),
      request: await given.request(company.id, person.id, name('request')),
      sheet: await given.sheet(name('sheet')),
      doubt: await given.doubt(service.id),
    }
    const page = await newcomer({ email: personas.districtOfficial.email, password: demoPassword })
    for (const [door, addresses] of Object.entries(asked))
      for (const address of addresses(ids))
        expect(await namesIn(page.request, address), `${door} ${address}`).toEqual([])
    // Whoever looks after the whole city does read them, so that there was something to read.
    const seen = await Promise.all(
      [
        `/zh/official/ledger?from=2022-01&to=2022-12&of=all&company=${company.id}`,
        `/zh/official/organisations/${company.id}`,
        `/zh/official/needs/${need.id}`,
        `/zh/official/doubts/${ids.doubt}`,
        `/zh/official/ledger/${service.id}`,
        `/zh/official/outbox?mail=${mail}`,
        `/zh/official/codes/${ids.code}`,
        `/zh/official/requests/${ids.request}`,
        `/zh/official/imports/${ids.sheet}`,
      ].map((address) => namesIn(official.request, address)),
    )
    expect(seen.map((names) => names.length > 0)).toEqual(seen.map(() => true))
  })
})
