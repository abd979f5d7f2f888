import { getTranslations } from 'next-intl/server'
import { readGrowth } from '@/app/[locale]/official/read-growth'
import { FEN_PER_YUAN, officialFile } from '@/app/api/export/official-file'
import { barsSvg, linesSvg } from '@/app/chart-svg'
import { chartFormats } from '@/app/file-hrefs'
import { contextFor } from '@/app/session'
import type { Kind } from '@/app/table'
import { month as monthWords, monthAlone } from '@/components/format/dates'
import { count } from '@/components/format/figures'
import { comparable } from '@/domain/totals/comparable'
import { countByMonth, countTotals } from '@/domain/totals/count'
import { monthText } from '@/domain/totals/totals'

const kinds = {
  companies: 'count',
  times: 'count',
  soFar: 'count',
  yuan: 'yuan',
} as const satisfies Record<string, Kind>
const yearMonths = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'))
const columns = Object.keys(kinds) as (keyof typeof kinds)[]

/** The months of a question and the same months a year before, as a file. */
export async function GET(request: Request) {
  const own = await contextFor('official')
  return officialFile(own, request, { format: chartFormats }, async ({ asked, words, locale }) => {
    const { context, question } = asked
    const before = comparable(question, asked.position.at)
    const [t, months, then, totals, totalsThen] = await Promise.all([
      getTranslations({ locale, namespace: 'files.months' }),
      countByMonth(context, question),
      before && countByMonth(context, before),
      countTotals(context, question),
      before && countTotals(context, before),
    ])
    const growth = await readGrowth(asked, totals.companies, totalsThen?.companies ?? null, locale)
    const head = (name: keyof typeof kinds) => t(`column.${name}`)
    return {
      title: t('title', { period: words.period, where: words.where, within: words.within }),
      path: '/official',
      file: t('file'),
      plainFile: 'months',
      chart: (source) =>
        growth.year === null
          ? barsSvg({
              ...growth.words,
              title: t('title', { period: words.period, where: words.where, within: words.within }),
              subtitle: head('companies'),
              source,
              format: count,
              bars: months.map(({ month, companies }) => ({
                name: monthWords(monthText(month), locale),
                value: companies,
              })),
            })
          : linesSvg({
              ...growth.words,
              ...growth,
              year: growth.year,
              source,
              format: count,
              months: yearMonths.map((month) => monthAlone(`2024-${month}`, locale)),
            }),
      columns: [
        { head: t('month'), kind: 'month' },
        ...columns.map((name) => ({ head: head(name), kind: kinds[name] })),
        ...columns.map((name) => ({
          head: t('before', { column: head(name) }),
          kind: kinds[name],
        })),
      ],
      rows: months.map((one, index) => [
        monthText(one.month),
        ...[one, then?.[index]].flatMap((row) =>
          row
            ? [row.companies, row.companyTimes, row.companiesSoFar, row.drawnFen / FEN_PER_YUAN]
            : [null, null, null, null],
        ),
      ]),
    }
  })
}
