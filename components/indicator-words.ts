import type { Locale, useTranslations } from 'next-intl'
import { count } from '@/components/format/figures'
import { moneyInSentence } from '@/components/format/money'
import type { Indicator } from '@/domain/register/register'

type Domain = ReturnType<typeof useTranslations<'domain'>>

const HUNDREDTHS = 100

/** A figure of hundredths without idle zeros, its sign as it is printed: +17.8%, −2%. */
function percent(bp: number): string {
  return `${String(Math.abs(bp) / HUNDREDTHS)}%`
}

/** The value as it is said in a language, with its unit. */
export function valueWords(
  { value, unit }: Pick<Indicator, 'value' | 'unit'>,
  domain: Domain,
  locale: Locale,
): string {
  if (unit === 'cny') return moneyInSentence(value, locale)
  if (unit === 'percent') return `${value < 0 ? '−' : ''}${percent(value)}`
  return domain(`indicatorValue.${unit}`, {
    count: value / HUNDREDTHS,
    figure: count(value / HUNDREDTHS),
  })
}

/** Growth as it was printed; null where none was. */
export function growthWords(bp: number | null): string | null {
  if (bp === null) return null
  return `${bp > 0 ? '+' : bp < 0 ? '−' : ''}${percent(bp)}`
}

/** January to the month of a figure, for `period`. */
export function indicatorPeriod({
  year,
  month,
}: Pick<Indicator, 'year' | 'month'>): [string, string] {
  return [`${year}-01`, `${year}-${String(month).padStart(2, '0')}`]
}
