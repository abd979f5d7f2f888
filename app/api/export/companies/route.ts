import { getTranslations } from 'next-intl/server'
import { companiesWords } from '@/app/[locale]/official/ledger-words'
import { companySetIn } from '@/app/[locale]/official/set-address'
import { FEN_PER_YUAN, officialFile } from '@/app/api/export/official-file'
import { contextFor } from '@/app/session'
import type { Kind } from '@/app/table'
import {
  COMPANIES_A_PAGE,
  countCompaniesServed,
  listCompaniesServed,
  type CompanyCursor,
  type CompanyServed,
} from '@/domain/totals/rows-behind'
import { companySets } from '@/domain/totals/totals'

const kinds = {
  company: 'text',
  uscc: 'code',
  district: 'text',
  zone: 'text',
  times: 'count',
  financiers: 'count',
  drawnYuan: 'yuan',
  lastOn: 'day',
} as const satisfies Record<string, Kind>

/** The companies of a question as a file: as many lines as the figure says. */
export async function GET(request: Request) {
  const own = await contextFor('official')
  return officialFile(own, request, { of: companySets }, async ({ asked, words, locale, said }) => {
    const { context, question } = asked
    const of = said('of')
    const set = companySetIn({ of })
    const [t, domain, count] = await Promise.all([
      getTranslations({ locale, namespace: 'ledger' }),
      getTranslations({ locale, namespace: 'domain' }),
      countCompaniesServed(context, question, set),
    ])
    async function* rows() {
      let cursor: CompanyCursor | null = null
      do {
        const listed: CompanyServed[] = await listCompaniesServed(
          context,
          question,
          set,
          cursor,
          'file',
        )
        const shown = listed.slice(0, COMPANIES_A_PAGE)
        for (const row of shown)
          yield [
            row.name,
            row.uscc,
            row.district && domain(`district.${row.district}`),
            row.zone && domain(`zone.${row.zone}`),
            row.companyTimes,
            row.financiers,
            row.drawnFen / FEN_PER_YUAN,
            row.lastOn,
          ]
        const last = shown.at(-1)
        cursor =
          listed.length > COMPANIES_A_PAGE && last ? { lastOn: last.lastOn, id: last.id } : null
      } while (cursor)
    }
    return {
      title: await companiesWords(set, words, count, locale),
      path: '/official/companies',
      kept: { of },
      file: t('companies.file', { set: t(`companies.tab.${set}`) }),
      plainFile: `companies-${set}`,
      columns: (Object.keys(kinds) as (keyof typeof kinds)[]).map((name) => ({
        head: t(`column.${name}`),
        kind: kinds[name],
      })),
      rows: rows(),
    }
  })
}
