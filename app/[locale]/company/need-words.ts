import type { Locale, useTranslations } from 'next-intl'
import { fullDay } from '@/components/format/dates'
import { inside } from '@/components/format/lists'
import { money } from '@/components/format/money'
import { termWords } from '@/components/term-words'
import type { NeedTerms } from '@/domain/need/need'

export interface NeedSay {
  domain: ReturnType<typeof useTranslations<'domain'>>
  need: ReturnType<typeof useTranslations<'need'>>
  locale: Locale
}

/** 600 万元信用贷款等 3 种 · CNY 6 million, credit loan and 2 more: what a need is called. */
export function needTitle(
  { amountFen, classes }: Pick<NeedTerms, 'amountFen' | 'classes'>,
  { domain, need: t, locale }: NeedSay,
): string {
  const [first] = classes
  if (amountFen === null || !first) return t('unnamed')
  return t('title', {
    amount: money(amountFen, locale),
    first: inside(domain(`class.${first}`), locale),
    count: classes.length,
  })
}

/** 12 个月，原料采购；综合年化不高于 4.50%，2024年6月28日前用款。 */
export function needLine(terms: NeedTerms, { domain, need: t, locale }: NeedSay): string {
  const { tenor, use, cost } = termWords(terms, { domain, locale })
  const parts = [
    tenor,
    use && inside(use, locale),
    cost && t('costMost', { rate: cost }),
    terms.wantedBy && t('wantedBy', { day: fullDay(terms.wantedBy, locale) }),
  ].filter((part) => part !== null)
  return parts.join(t('lineSeparator'))
}
