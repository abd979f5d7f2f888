import type { Locale } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { listed } from '@/components/format/lists'
import { teaserWords } from '@/components/teaser-words'
import type { Teaser } from '@/domain/need/teaser'
import type { FinancingClass } from '@/domain/product/classes'

/** 高新区 · 光子 · 600 万元信用贷款, and its terms in a sentence: what a lead is called before it has a name. */
export async function leadTitle(
  lead: { teaser: Teaser; productClass: FinancingClass },
  locale: Locale,
): Promise<{ title: string; sentence: string }> {
  const [t, domain, teaser] = await Promise.all([
    getTranslations('financier'),
    getTranslations('domain'),
    getTranslations('teaser'),
  ])
  const words = teaserWords(lead.teaser, { domain, teaser, locale })
  const title = t('lead.title', {
    place: words.place,
    chain: words.chain,
    amount: words.amount,
    class: domain(`class.${lead.productClass}`),
  })
  const facts = [
    words.use,
    ...(lead.teaser.tenorMonths === null ? [] : [words.tenor]),
    ...(lead.teaser.maxCostBp === null ? [] : [t('lead.cost', { cost: words.cost })]),
    t('lead.wanted', { when: words.wanted }),
  ]
  return { title, sentence: t('lead.sentence', { facts: listed(facts, locale) }) }
}
