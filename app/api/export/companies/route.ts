import { getTranslations } from 'next-intl/server'
import { companiesWords } from '@/app/[locale]/official/ledger-words'
import { questionWords } from '@/app/[locale]/official/question-words'
import { companySetIn } from '@/app/[locale]/official/set-address'
import { addressOf, officialAsked, paramsOf, wholeAddress } from '@/app/address'
import { csvFile, csvLine } from '@/app/csv'
import { languageOf } from '@/app/export-language'
import { contextFor } from '@/app/session'
import { unreadable } from '@/app/unreadable'
import {
  COMPANIES_A_PAGE,
  countCompaniesServed,
  listCompaniesServed,
  type CompanyCursor,
  type CompanyServed,
} from '@/domain/totals/rows-behind'
import { companySets } from '@/domain/totals/totals'
import { routing } from '@/messages/routing'

const FEN_PER_YUAN = 100

/** The companies of a question as a file: as many lines as the figure says. */
export async function GET(request: Request) {
  const own = await contextFor('official')
  const query = new URL(request.url).searchParams
  const locale = languageOf(query.get('language') ?? undefined)
  const asked = await officialAsked(own, paramsOf(query), {
    of: companySets,
    language: routing.locales,
  })
  if (asked.trouble) return unreadable(asked.trouble, locale)
  const { context, lasting } = asked
  const of = query.get('of') ?? undefined
  const set = companySetIn({ of })
  const [t, domain, words, count] = await Promise.all([
    getTranslations({ locale, namespace: 'ledger' }),
    getTranslations({ locale, namespace: 'domain' }),
    questionWords(asked, locale),
    countCompaniesServed(context, asked.question, set),
  ])
  const address = wholeAddress(addressOf(`/${locale}/official/companies`, lasting, { of }))
  async function* lines() {
    yield csvLine([await companiesWords(set, words, count, locale)])
    yield csvLine([
      t('file.definition', {
        definition: words.definition,
        position: String(words.position),
        when: words.asOf,
      }),
    ])
    yield csvLine([t('file.address', { address })])
    yield csvLine([])
    yield csvLine(
      (
        ['company', 'uscc', 'district', 'zone', 'times', 'financiers', 'yuan', 'lastOn'] as const
      ).map((column) => t(`column.${column}`)),
    )
    let cursor: CompanyCursor | null = null
    do {
      const rows: CompanyServed[] = await listCompaniesServed(
        context,
        asked.question,
        set,
        cursor,
        'file',
      )
      const shown = rows.slice(0, COMPANIES_A_PAGE)
      for (const row of shown)
        yield csvLine([
          row.name,
          row.uscc,
          row.district && domain(`district.${row.district}`),
          row.zone && domain(`zone.${row.zone}`),
          row.companyTimes,
          row.financiers,
          row.drawnFen / FEN_PER_YUAN,
          row.lastOn,
        ])
      const last = shown.at(-1)
      cursor = rows.length > COMPANIES_A_PAGE && last ? { lastOn: last.lastOn, id: last.id } : null
    } while (cursor)
  }
  return csvFile(t('companies.name', { period: words.period, where: words.where }), lines())
}
