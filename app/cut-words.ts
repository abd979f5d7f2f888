import type { Locale } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { month } from '@/components/format/dates'
import type { PublicDimension } from '@/domain/totals/public-totals'
import { monthText } from '@/domain/totals/totals'

const namespaces = {
  chain: 'chain',
  district: 'district',
  zone: 'zone',
  class: 'class',
  'financier-kind': 'financierKind',
} as const satisfies Record<PublicDimension, string>

/** The name of a row of a cut: 光子, 雁塔区, 2024年1月; and what an unknown one is called. */
export async function cutWords(dimension: PublicDimension | 'month', locale: Locale) {
  const [domain, t] = await Promise.all([
    getTranslations({ locale, namespace: 'domain' }),
    getTranslations({ locale, namespace: 'public' }),
  ])
  return (key: string | null): string => {
    if (key === null) return t(`cut.unknown.${dimension === 'zone' ? 'zone' : 'other'}`)
    if (dimension === 'month') return month(monthText(Number(key)), locale)
    return domain(`${namespaces[dimension]}.${key}` as 'chain.photonics')
  }
}
