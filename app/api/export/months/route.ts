import { getTranslations } from 'next-intl/server'
import { questionWords } from '@/app/[locale]/official/question-words'
import { askedOf } from '@/app/address'
import { csvFile, csvLine } from '@/app/csv'
import { languageOf } from '@/app/export-language'
import { contextFor } from '@/app/session'
import { countByMonth } from '@/domain/totals/count'
import { monthText, samePeriodLastYear } from '@/domain/totals/totals'

const FEN_PER_YUAN = 100

/** The months of a question and the same months a year before, as a file. */
export async function GET(request: Request) {
  const context = await contextFor('official')
  const query = Object.fromEntries(new URL(request.url).searchParams)
  const locale = languageOf(query.language)
  const { question } = askedOf(query, context.now)
  const [t, words, months, before] = await Promise.all([
    getTranslations({ locale, namespace: 'ledger' }),
    questionWords(context, question, locale),
    countByMonth(context, question),
    countByMonth(context, { ...question, period: samePeriodLastYear(question.period) }),
  ])
  const columns = ['companies', 'times', 'soFar', 'yuan'] as const
  return csvFile(t('months.name', { period: words.period, where: words.where }), [
    csvLine([`${words.period} ${words.where}${words.within}`]),
    csvLine([t('file.definition', { definition: words.definition, when: words.asOf })]),
    csvLine([]),
    csvLine([
      t('months.month'),
      ...columns.map((column) => t(`months.${column}`)),
      ...columns.map((column) => t('months.before', { column: t(`months.${column}`) })),
    ]),
    ...months.map((one, index) =>
      csvLine([
        monthText(one.month),
        ...[one, before[index]].flatMap((row) =>
          row
            ? [row.companies, row.companyTimes, row.companiesSoFar, row.drawnFen / FEN_PER_YUAN]
            : [null, null, null, null],
        ),
      ]),
    ),
  ])
}
