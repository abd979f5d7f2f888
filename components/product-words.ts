import { useLocale, useTranslations } from 'next-intl'
import type { ProductTerms } from '@/domain/product/product'
import { costAt } from '@/domain/product/product-costs'
import { allInCost, counted, range, rate } from './format/figures'
import { moneyRange } from './format/money'

type Terms = Pick<
  ProductTerms,
  | 'class'
  | 'amountMinFen'
  | 'amountMaxFen'
  | 'tenorMinMonths'
  | 'tenorMaxMonths'
  | 'rateMinBp'
  | 'rateMaxBp'
  | 'feeBp'
  | 'costsBp'
> & { answerDays: number | null; decisionDays: number | null }

/** What a product offers, in words: amount, tenor, lowest all-in cost, price, fee and promised days. */
export function useProductWords() {
  const [t, locale] = [useTranslations('catalogue'), useLocale()]
  return (terms: Terms, tenorAsked: number | null = null) => {
    const lowest = costAt(terms, tenorAsked)
    const { tenorMinMonths: shortest, tenorMaxMonths: longest } = terms
    const price = range(
      terms.rateMinBp === null ? null : rate(terms.rateMinBp),
      terms.rateMaxBp === null ? null : rate(terms.rateMaxBp),
      locale,
    )
    return {
      amount: moneyRange(terms.amountMinFen, terms.amountMaxFen, locale) ?? '',
      tenor:
        longest === null
          ? t('noTenor')
          : shortest === null || shortest === longest
            ? counted(longest, 'month', locale)
            : `${shortest}–${counted(longest, 'month', locale)}`,
      price: price ?? t('negotiated'),
      /** The lowest at a tenor, or of all; null where no price can be compared. */
      allIn: lowest === null ? null : t('allInFrom', { rate: allInCost(lowest, locale) }),
      /** What the price is called: a yearly rate, or what a guarantee or policy costs a year. */
      priceName: t(
        terms.class === 'guarantee'
          ? 'guaranteeFee'
          : terms.class === 'insurance'
            ? 'premium'
            : 'rate',
      ),
      fee: terms.feeBp > 0 ? t('fee', { rate: rate(terms.feeBp) }) : t('noFee'),
      answer:
        terms.answerDays === null
          ? null
          : terms.answerDays === 0
            ? t('sameDay')
            : counted(terms.answerDays, 'workingDay', locale),
      decision: terms.decisionDays === null ? null : counted(terms.decisionDays, 'day', locale),
    }
  }
}
