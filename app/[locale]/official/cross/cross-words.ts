import type { Locale } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { counted } from '@/components/format/figures'
import { moneyInSentence } from '@/components/format/money'
import type { Cross, CrossMeasure } from './read-cross'

/** The finding of a table: its largest cell that has a name on both sides. */
export async function crossFinding(cross: Cross, measure: CrossMeasure, locale: Locale) {
  const t = await getTranslations({ locale, namespace: 'monitor.cross' })
  const named = cross.cells.filter(({ key, across }) => key !== null && across !== null)
  const top = named.toSorted((a, b) => b[measure] - a[measure])[0]
  if (!top || top[measure] === 0) return t('none')
  const nameIn = (parts: Cross['rows'], key: string | null) =>
    parts.find((part) => part.key === key)?.name ?? ''
  return t('finding', {
    row: nameIn(cross.rows, top.key),
    column: nameIn(cross.columns, top.across),
    figure:
      measure === 'drawnFen'
        ? moneyInSentence(top.drawnFen, locale)
        : counted(top[measure], measure === 'companies' ? 'company' : 'companyTime', locale),
  })
}
