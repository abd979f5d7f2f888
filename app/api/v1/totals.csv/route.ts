import { hasLocale } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { paramsOf, publicAsked } from '@/app/address'
import { csvFile, csvLine } from '@/app/csv'
import { cutWords } from '@/app/cut-words'
import { publicContext } from '@/app/session'
import { unreadable } from '@/app/unreadable'
import { period as periodWords } from '@/components/format/dates'
import { listPublicCut, publicDimensions, sumPublicTotals } from '@/domain/totals/public-totals'
import { monthText } from '@/domain/totals/totals'
import { routing } from '@/messages/routing'

const FEN_PER_YUAN = 100

/** The figures of the totals page as a file: `by` names the cut, `language` the words; what is not shown there is not here. */
export async function GET(request: Request) {
  const query = new URL(request.url).searchParams
  const asked = query.get('language') ?? ''
  const locale = hasLocale(routing.locales, asked) ? asked : routing.defaultLocale
  const context = publicContext()
  const cuts = ['month', ...publicDimensions] as const
  const { question, moment, trouble } = await publicAsked(context, paramsOf(query), {
    by: cuts,
    language: routing.locales,
  })
  const t = await getTranslations({ locale, namespace: 'public' })
  if (trouble) return unreadable(trouble, locale)
  const by = cuts.find((one) => one === query.get('by'))
  const [totals, rows, name] = await Promise.all([
    sumPublicTotals(context, question),
    by ? listPublicCut(context, question, by) : [],
    cutWords(by ?? 'month', locale),
  ])
  const notShown = t('cut.notShown')
  const figures = (cell: { companies: number; companyTimes: number; drawnFen: number } | null) =>
    cell
      ? [cell.companies, cell.companyTimes, cell.drawnFen / FEN_PER_YUAN]
      : [notShown, notShown, notShown]
  const span = [monthText(question.period.from), monthText(question.period.to)] as const
  const asOf = (moment ?? context.now).toISOString()
  const lines = [
    [
      t('csv.from'),
      t('csv.to'),
      by ? t(`cut.name.${by}`) : t('csv.part'),
      t('csv.companies'),
      t('csv.companyTimes'),
      t('csv.drawnYuan'),
      t('csv.definition'),
      t('csv.asOf'),
    ],
    ...[
      { part: t('csv.whole'), cell: totals },
      ...rows.map(({ key, shown }) => ({ part: name(key), cell: shown })),
    ].map(({ part, cell }) => [...span, part, ...figures(cell), question.definition.code, asOf]),
  ]
  return csvFile(t('csv.file', { period: periodWords(...span, locale) }), lines.map(csvLine), {
    plainName: 'totals',
    cacheControl: 'no-cache',
  })
}
