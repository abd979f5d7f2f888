import { hasLocale } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { paramsOf, publicAsked } from '@/app/address'
import { csvFile, csvLine } from '@/app/csv'
import { cutWords } from '@/app/cut-words'
import { publicContext } from '@/app/session'
import { unreadable } from '@/app/unreadable'
import { month, period as periodWords } from '@/components/format/dates'
import { publicDimensions, type PublishedFigures } from '@/domain/publication/publication'
import { readPublicCut, readPublicMonths } from '@/domain/publication/queries'
import { monthText } from '@/domain/totals/totals'
import { routing } from '@/messages/routing'

const FEN_PER_YUAN = 100
const cuts = ['month', ...publicDimensions] as const

/** The figures of the totals page as a file: `by` names the cut, `language` the words; what is not shown there is not here. */
export async function GET(request: Request) {
  const query = new URL(request.url).searchParams
  const asked = query.get('language') ?? ''
  const locale = hasLocale(routing.locales, asked) ? asked : routing.defaultLocale
  const context = publicContext()
  const { published, period, window, trouble } = await publicAsked(context, paramsOf(query), {
    by: cuts,
    language: routing.locales,
  })
  if (trouble) return unreadable(trouble, locale)
  const t = await getTranslations({ locale, namespace: 'public' })
  const by = cuts.find((one) => one === query.get('by'))
  const isCut = by && by !== 'month'
  const [rows, months, name] = await Promise.all([
    isCut ? readPublicCut(context.db, period, by) : [],
    by === 'month' ? readPublicMonths(context.db, period) : [],
    cutWords(isCut ? by : 'class', locale),
  ])
  const notShown = t('cut.notShown')
  const figures = (
    companies: number | null | undefined,
    cell: Omit<PublishedFigures, 'companies'> | null | undefined,
  ) => [
    companies ?? notShown,
    cell?.companyTimes ?? notShown,
    cell ? cell.drawnFen / FEN_PER_YUAN : notShown,
  ]
  const span = [monthText(period.from), monthText(period.to)] as const
  const totals = window?.totals
  const lines = [
    [
      t('csv.from'),
      t('csv.to'),
      by ? t(`cut.name.${by}`) : t('csv.part'),
      t(by === 'month' ? 'csv.soFar' : 'csv.companies'),
      t('csv.companyTimes'),
      t('csv.drawnYuan'),
      t('csv.definition'),
      t('csv.publication'),
    ],
    ...[
      [t('csv.whole'), ...figures(totals?.companies, totals)],
      ...(rows ?? []).map(({ key, shown }) => [name(key), ...figures(shown?.companies, shown)]),
      ...months.map((one) => [
        month(monthText(one.month), locale),
        ...figures(one.companiesSoFar, one.shown),
      ]),
    ].map((line) => [...span, ...line, published?.definition ?? null, published?.number ?? null]),
  ]
  return csvFile(t('csv.file', { period: periodWords(...span, locale) }), lines.map(csvLine), {
    plainName: 'totals',
    cacheControl: 'no-cache',
  })
}
