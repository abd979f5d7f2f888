import { getTranslations } from 'next-intl/server'
import { FEN_PER_YUAN, officialFile } from '@/app/api/export/official-file'
import { contextFor } from '@/app/session'
import type { Kind } from '@/app/table'
import { comparable } from '@/domain/totals/comparable'
import { countByMonth } from '@/domain/totals/count'
import { monthText } from '@/domain/totals/totals'

const kinds = {
  companies: 'count',
  times: 'count',
  soFar: 'count',
  yuan: 'yuan',
} as const satisfies Record<string, Kind>
const columns = Object.keys(kinds) as (keyof typeof kinds)[]

/** The months of a question and the same months a year before, as a file. */
export async function GET(request: Request) {
  const own = await contextFor('official')
  return officialFile(own, request, {}, async ({ asked, words, locale }) => {
    const { context, question } = asked
    const before = comparable(question, asked.position.at)
    const [t, months, then] = await Promise.all([
      getTranslations({ locale, namespace: 'files.months' }),
      countByMonth(context, question),
      before && countByMonth(context, before),
    ])
    const head = (name: keyof typeof kinds) => t(`column.${name}`)
    return {
      title: t('title', { period: words.period, where: words.where, within: words.within }),
      path: '/official',
      file: t('file'),
      plainFile: 'months',
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
