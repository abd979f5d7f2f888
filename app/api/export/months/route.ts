import { getTranslations } from 'next-intl/server'
import { questionWords } from '@/app/[locale]/official/question-words'
import { addressOf, officialAsked, paramsOf, wholeAddress } from '@/app/address'
import { csvFile, csvLine } from '@/app/csv'
import { languageOf } from '@/app/export-language'
import { contextFor } from '@/app/session'
import { unreadable } from '@/app/unreadable'
import { comparable } from '@/domain/totals/comparable'
import { countByMonth } from '@/domain/totals/count'
import { monthText } from '@/domain/totals/totals'
import { routing } from '@/messages/routing'

const FEN_PER_YUAN = 100

/** The months of a question and the same months a year before, as a file. */
export async function GET(request: Request) {
  const own = await contextFor('official')
  const query = new URL(request.url).searchParams
  const locale = languageOf(query.get('language') ?? undefined)
  const asked = await officialAsked(own, paramsOf(query), { language: routing.locales })
  if (asked.trouble) return unreadable(asked.trouble, locale)
  const { context, question, lasting } = asked
  const before = comparable(question, asked.position.at)
  const [t, words, months, then] = await Promise.all([
    getTranslations({ locale, namespace: 'ledger' }),
    questionWords(asked, locale),
    countByMonth(context, question),
    before && countByMonth(context, before),
  ])
  const address = wholeAddress(addressOf(`/${locale}/official`, lasting))
  const columns = ['companies', 'times', 'soFar', 'yuan'] as const
  return csvFile(t('months.name', { period: words.period, where: words.where }), [
    csvLine([`${words.period} ${words.where}${words.within}`]),
    csvLine([
      t('file.definition', {
        definition: words.definition,
        position: String(words.position),
        when: words.asOf,
      }),
    ]),
    csvLine([t('file.address', { address })]),
    csvLine([]),
    csvLine([
      t('months.month'),
      ...columns.map((column) => t(`months.${column}`)),
      ...columns.map((column) => t('months.before', { column: t(`months.${column}`) })),
    ]),
    ...months.map((one, index) =>
      csvLine([
        monthText(one.month),
        ...[one, then?.[index]].flatMap((row) =>
          row
            ? [row.companies, row.companyTimes, row.companiesSoFar, row.drawnFen / FEN_PER_YUAN]
            : [null, null, null, null],
        ),
      ]),
    ),
  ])
}
