import type { Locale } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import type { ChartWords } from '@/components/charts/frame'
import { month } from '@/components/format/dates'
import { dayOf, monthOf } from '@/domain/calendar/calendar'
import { countByMonth } from '@/domain/totals/count'
import type { Asked } from '@/domain/totals/place-question'
import { monthText } from '@/domain/totals/totals'

/**
 * Companies so far this year beside the last one, where the period begins in January (`year`); of any other period its months.
 * `same` are the companies of what the question is compared with; null where nothing can be.
 */
export async function readGrowth(
  { context, question, position }: Pick<Asked, 'context' | 'question' | 'position'>,
  companies: number,
  same: number | null,
  locale: Locale,
) {
  const { from, to } = question.period
  const year = Math.floor(from / 100)
  const isYear = from === year * 100 + 1 && Math.floor(to / 100) === year
  // Months that have not begun have no figure, rather than the figure of the last one.
  const known = { from, to: Math.max(from, Math.min(to, monthOf(dayOf(position.at)))) }
  const lastYear = { from: from - 100, to: (year - 1) * 100 + 12 }
  const [t, months, before] = await Promise.all([
    getTranslations({ locale, namespace: 'monitor.growth' }),
    countByMonth(context, { ...question, period: isYear ? known : question.period }),
    isYear && same !== null
      ? countByMonth(context, { ...question, period: lastYear, until: undefined })
      : [],
  ])
  const none = !same
  const title = none
    ? t(same === null ? 'noComparable' : 'noBase', { count: companies })
    : companies === same
      ? t('same', { count: companies })
      : t(companies > same ? 'more' : 'fewer', { count: Math.abs(companies - same) })
  const words: ChartWords = {
    title,
    subtitle: t('measure'),
    description: t(none ? 'descriptionAlone' : 'description', {
      year: String(year),
      month: month(monthText(months.at(-1)?.month ?? to), locale),
      now: companies,
      before: String(year - 1),
      then: same ?? 0,
    }),
  }
  return {
    year: isYear ? year : null,
    months,
    words,
    now: months.map(({ companiesSoFar }) => companiesSoFar),
    then: none ? [] : before.map(({ companiesSoFar }) => companiesSoFar),
  }
}
