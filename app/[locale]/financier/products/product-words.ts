import type { Locale, useTranslations } from 'next-intl'
import { allInCost, counted, range, rate } from '@/components/format/figures'
import { moneyRange } from '@/components/format/money'
import { addDays, dayOf, type Day } from '@/domain/calendar/calendar'
import { DAYS } from '@/domain/clock/clock'
import { costAt } from '@/domain/product/product-costs'
import { reconfirmBy, type ProductState, type SaveProductInput } from '@/domain/product/product'

export interface ProductSay {
  t: ReturnType<typeof useTranslations<'product'>>
  locale: Locale
}

type Terms = Omit<SaveProductInput, 'criteria'> & { costsBp: number[] | null }

/** The terms of a product in words, for the list and for the check before it is published. */
export function productWords(terms: Terms, { t, locale }: ProductSay) {
  const months = (value: number | null) => (value === null ? null : String(value))
  const tenor = range(months(terms.tenorMinMonths), months(terms.tenorMaxMonths), locale)
  const cheapest = costAt(terms, null)
  const bp = (value: number | null) => (value === null ? null : rate(value))
  return {
    amount: moneyRange(terms.amountMinFen, terms.amountMaxFen, locale) ?? '',
    tenor: tenor === null ? t('terms.noTenor') : t('terms.months', { range: tenor }),
    /** As everybody compares it; null where no price can be compared. */
    allIn: cheapest === null ? null : t('terms.allIn', { rate: allInCost(cheapest, locale) }),
    rate: range(bp(terms.rateMinBp), bp(terms.rateMaxBp), locale) ?? t('terms.byCase'),
    fee: terms.feeBp === 0 ? t('terms.noFee') : t('terms.fee', { rate: rate(terms.feeBp) }),
    answer:
      terms.answerDays === null
        ? t('terms.notPromised')
        : terms.answerDays === 0
          ? t('terms.sameDay')
          : counted(terms.answerDays, 'workingDay', locale),
    decision:
      terms.decisionDays === null
        ? t('terms.usualDecision', { days: DAYS.decision })
        : counted(terms.decisionDays, 'day', locale),
  }
}

/** By when a live product must be reconfirmed, and whether that is near or over; null where it is not live. */
export function reconfirming(
  product: { state: ProductState; reconfirmedAt: Date | null },
  today: Day,
): { by: Day; standing: 'fine' | 'near' | 'over' } | null {
  if (product.state !== 'live' || !product.reconfirmedAt) return null
  const by = reconfirmBy(dayOf(product.reconfirmedAt))
  if (by < today) return { by, standing: 'over' }
  return { by, standing: by <= addDays(today, DAYS.reconfirmWarning) ? 'near' : 'fine' }
}
