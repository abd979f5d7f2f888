import { getTranslations } from 'next-intl/server'
import { crossFinding } from '@/app/[locale]/official/cross/cross-words'
import {
  crossingIn,
  crossWords,
  figureOf,
  measureIn,
  readCross,
} from '@/app/[locale]/official/cross/read-cross'
import { FEN_PER_YUAN, officialFile } from '@/app/api/export/official-file'
import { paramsOf } from '@/app/address'
import { contextFor } from '@/app/session'
import type { Kind } from '@/app/table'
import { languageOf } from '@/app/export-language'
import { unreadable } from '@/app/unreadable'

/** Two cuts of a question crossed as a file: a line a row, all its columns, and each once. */
export async function GET(request: Request) {
  const own = await contextFor('official')
  const query = new URL(request.url).searchParams
  const params = paramsOf(query)
  const [crossing, measure] = [crossingIn(params), measureIn(params)]
  const [down, across] = crossing
  if (down === across)
    return unreadable(
      { code: 'twice-cut', parameter: 'columns' },
      languageOf(query.get('language') ?? undefined),
    )
  return officialFile(own, request, crossWords, async ({ asked, words, locale }) => {
    const [t, monitor, cross] = await Promise.all([
      getTranslations({ locale, namespace: 'files.cross' }),
      getTranslations({ locale, namespace: 'monitor' }),
      readCross(asked, crossing, measure, locale),
    ])
    const by = {
      rows: monitor(`cuts.dimension.${down}`),
      columns: monitor(`cuts.dimension.${across}`),
      measure: monitor(`cross.measure.${measure}`),
    }
    const finding = await crossFinding(cross, measure, locale)
    const kind: Kind = measure === 'drawnFen' ? 'yuan' : 'count'
    const inFile = (value: number) => (measure === 'drawnFen' ? value / FEN_PER_YUAN : value)
    return {
      title: t('title', {
        period: words.period,
        where: words.where,
        within: words.within,
        ...by,
        finding,
      }),
      path: '/official/cross',
      kept: { rows: down, columns: across, measure },
      file: t('file', by),
      plainFile: `${down}-by-${across}`,
      columns: [
        { head: by.rows, kind: 'text' },
        { head: t('code'), kind: 'code' },
        ...cross.columns.map(({ name }) => ({ head: name, kind })),
        { head: t('each'), kind },
      ],
      rows: [
        ...cross.rows.map((row) => [
          row.name,
          row.key,
          ...cross.columns.map((column) => inFile(figureOf(cross.cellOf(row, column), measure))),
          inFile(row[measure]),
        ]),
        [
          t('each'),
          null,
          ...cross.columns.map((column) => inFile(column[measure])),
          inFile(cross.whole[measure]),
        ],
      ],
    }
  })
}
