import type { Locale, useTranslations } from 'next-intl'
import type { Teaser } from '@/domain/need/teaser'
import { month, quarterOf } from './format/dates'
import { money } from './format/money'
import { together } from './format/words'
import { termWords } from './term-words'

/** The translators a page already has. */
export interface TeaserSay {
  domain: ReturnType<typeof useTranslations<'domain'>>
  teaser: ReturnType<typeof useTranslations<'teaser'>>
  locale: Locale
}

/** 'YYYY-Qn' as a day of that quarter. */
export function dayIn(quarter: string): string {
  const month = (Number(quarter.slice(6)) - 1) * 3 + 1
  return `${quarter.slice(0, 4)}-${String(month).padStart(2, '0')}-01`
}

/** Each thing a financier reads before consent, in words. The company's check page shows exactly these. */
export function teaserWords(teaser: Teaser, { domain, teaser: t, locale }: TeaserSay) {
  const { zone, district, chain, ageYears, staff, patents } = teaser
  const terms = termWords(teaser, { domain, locale })
  const age =
    ageYears === null
      ? t('ageUnknown')
      : ageYears === 0
        ? t('newborn')
        : t('age', { years: ageYears })
  return {
    place: zone ? domain(`zone.${zone}`) : district ? domain(`district.${district}`) : t('city'),
    chain: chain ? domain(`chain.${chain}`) : t('chainHidden'),
    age: together(age),
    staff: together(staff ? domain(`staffBand.${staff}`) : t('staffUnknown')),
    patents: patents ? domain(`patentBand.${patents}`) : t('patentsUnknown'),
    qualifications: teaser.qualifications.map(({ kind }) => domain(`qualification.${kind}`)),
    qualificationsWithEnds: teaser.qualifications.map(({ kind, endsInQuarter }) => {
      const name = domain(`qualification.${kind}`)
      return endsInQuarter
        ? t('ends', { name, quarter: quarterOf(dayIn(endsInQuarter), locale) })
        : t('noEnd', { name })
    }),
    classes: terms.classes ?? '',
    amount: money(teaser.amountFen, locale),
    parts: terms.part === null ? t('partsNone') : t('partsFrom', { amount: terms.part }),
    tenor: terms.tenor ?? t('tenorNone'),
    use: domain(`use.${teaser.useKind}`),
    cost: terms.cost === null ? t('costOpen') : t('costMost', { rate: terms.cost }),
    wanted: t('wantedBy', { month: month(teaser.wantedByMonth, locale) }),
    collateral: terms.collateral ?? t('collateralNone'),
  }
}

/** Place, chain, age and staff: what a company is called by that has no name yet. */
export function teaserParts(teaser: Teaser, say: TeaserSay): string[] {
  const { place, chain, age, staff } = teaserWords(teaser, say)
  return [place, chain, age, staff]
}

/** 高新区 · 光子 · 成立 6 年 · 20–49 人. */
export const teaserWho = (teaser: Teaser, say: TeaserSay): string =>
  teaserParts(teaser, say).join(' · ')
