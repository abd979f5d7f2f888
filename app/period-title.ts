import { getLocale } from 'next-intl/server'
import { periodShort } from '@/components/format/dates'
import { readQuestion } from '@/domain/totals/read-question'
import { monthText } from '@/domain/totals/totals'
import { textOf, type SearchParams } from './address'

/** The title of a page of figures, with its period: tabs and bookmarks of one page are told apart by it. */
export async function periodTitle(title: string, params: SearchParams): Promise<string> {
  const said = { from: textOf(params, 'from'), to: textOf(params, 'to') }
  const { period, trouble } = readQuestion(said, new Date())
  if (trouble) return title
  return `${periodShort(monthText(period.from), monthText(period.to), await getLocale())} · ${title}`
}
