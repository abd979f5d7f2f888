import { getTranslations } from 'next-intl/server'
import { partWords } from '@/app/[locale]/official/part-words'
import { FEN_PER_YUAN, officialFile } from '@/app/api/export/official-file'
import { barsSvg } from '@/app/chart-svg'
import { chartFormats } from '@/app/file-hrefs'
import { contextFor } from '@/app/session'
import type { Kind } from '@/app/table'
import { count, share } from '@/components/format/figures'
import { comparable } from '@/domain/totals/comparable'
import { countBy, countTotals } from '@/domain/totals/count'
import { dimensions } from '@/domain/totals/totals'

const kinds = {
  code: 'code',
  companies: 'count',
  times: 'count',
  drawnYuan: 'yuan',
  then: 'count',
} as const satisfies Record<string, Kind>

/** One cut of a question as a file: the whole, then its parts, with the companies of a year before. */
export async function GET(request: Request) {
  const own = await contextFor('official')
  return officialFile(
    own,
    request,
    { cut: dimensions, format: chartFormats },
    async ({ asked, words, locale, said }) => {
      const { context, question } = asked
      const dimension = dimensions.find((one) => one === said('cut')) ?? 'chain'
      const before = comparable(question, asked.position.at)
      const [t, monitor, nameOf, whole, parts, wholeThen, partsThen] = await Promise.all([
        getTranslations({ locale, namespace: 'files.cuts' }),
        getTranslations({ locale, namespace: 'monitor.cuts' }),
        partWords(context, dimension, locale),
        countTotals(context, question),
        countBy(context, question, dimension),
        before && countTotals(context, before),
        before && countBy(context, before, dimension),
      ])
      const by = monitor(`dimension.${dimension}`)
      const top = parts.find(({ key }) => key !== null)
      const title = t('title', {
        period: words.period,
        where: words.where,
        within: words.within,
        by,
      })
      const thenOf = (key: string | null) =>
        partsThen ? (partsThen.find((part) => part.key === key)?.companies ?? 0) : null
      const line = ({
        companies,
        companyTimes,
        drawnFen,
      }: typeof whole | (typeof parts)[number]) => [
        companies,
        companyTimes,
        drawnFen / FEN_PER_YUAN,
      ]
      return {
        title,
        path: '/official',
        kept: { cut: said('cut') },
        file: t('file', { by }),
        plainFile: `by-${dimension}`,
        chart: (source) =>
          barsSvg({
            title: top
              ? monitor('finding', {
                  name: nameOf(top.key),
                  count: top.companies,
                  share: share(top.companies, whole.companies) ?? '',
                })
              : monitor('none'),
            subtitle: t('column.companies'),
            description: title,
            source: [title, ...source],
            format: count,
            bars: parts.map((part) => ({ name: nameOf(part.key), value: part.companies })),
          }),
        columns: [
          { head: by, kind: 'text' },
          ...(Object.keys(kinds) as (keyof typeof kinds)[]).map((name) => ({
            head: t(`column.${name}`),
            kind: kinds[name],
          })),
        ],
        rows: [
          [t('whole'), null, ...line(whole), wholeThen?.companies ?? null],
          ...parts.map((part) => [nameOf(part.key), part.key, ...line(part), thenOf(part.key)]),
        ],
      }
    },
  )
}
