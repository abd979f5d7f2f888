import type { Locale, useTranslations } from 'next-intl'
import type { Teaser } from '@/domain/need/teaser'
import { month, quarterOf } from './format/dates'
import { counted } from './format/figures'
import { rate } from './format/figures'
import { listed } from './format/lists'
import { money } from './format/money'

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
  const age =
    ageYears === null
      ? t('ageUnknown')
      : ageYears === 0
        ? t('newborn')
        : t('age', { years: ageYears })
  return {
    place: zone ? domain(`zone.${zone}`) : district ? domain(`district.${district}`) : t('city'),
    chain: chain ? domain(`chain.${chain}`) : t('chainHidden'),
    age,
    staff: staff ? domain(`staffBand.${staff}`) : t('staffUnknown'),
    patents: patents ? domain(`patentBand.${patents}`) : t('patentsUnknown'),
    qualifications: teaser.qualifications.map(({ kind }) => domain(`qualification.${kind}`)),
    qualificationsWithEnds: teaser.qualifications.map(({ kind, endsInQuarter }) => {
      const name = domain(`qualification.${kind}`)
      return endsInQuarter
        ? t('ends', { name, quarter: quarterOf(dayIn(endsInQuarter), locale) })
        : t('noEnd', { name })
    }),
    classes: listed(
      teaser.classes.map((name) => domain(`class.${name}`)),
      locale,
    ),
    amount: money(teaser.amountFen, locale),
    parts:
      teaser.inParts && teaser.partFen !== null
        ? t('partsFrom', { amount: money(teaser.partFen, locale) })
        : t('partsNone'),
    tenor:
      teaser.tenorMonths === null ? t('tenorNone') : counted(teaser.tenorMonths, 'month', locale),
    use: domain(`use.${teaser.useKind}`),
    cost:
      teaser.maxCostBp === null ? t('costOpen') : t('costMost', { rate: rate(teaser.maxCostBp) }),
    wanted: t('wantedBy', { month: month(teaser.wantedByMonth, locale) }),
    collateral:
      teaser.collateral.length === 0
        ? t('collateralNone')
        : listed(
            teaser.collateral.map((kind) => domain(`collateral.${kind}`)),
            locale,
          ),
  }
}

/** 高新区 · 光子 · 成立 6 年 · 20–49 人: the name of a company that has none yet. */
export function teaserWho(teaser: Teaser, say: TeaserSay): string {
  const { place, chain, age, staff } = teaserWords(teaser, say)
  return [place, chain, age, staff].join(' · ')
}
