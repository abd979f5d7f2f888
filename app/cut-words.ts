import type { Locale } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import type { PublicDimension } from '@/domain/publication/publication'

const namespaces = {
  chain: 'chain',
  district: 'district',
  zone: 'zone',
  class: 'class',
  'financier-kind': 'financierKind',
} as const satisfies Record<PublicDimension, string>

/** The name of a row of a cut: 光子, 雁塔区; and what an unknown one is called. */
export async function cutWords(dimension: PublicDimension, locale: Locale) {
  const [domain, t] = await Promise.all([
    getTranslations({ locale, namespace: 'domain' }),
    getTranslations({ locale, namespace: 'public' }),
  ])
  return (key: string | null): string => {
    if (key === null) return t(`cut.unknown.${dimension === 'zone' ? 'zone' : 'other'}`)
    return domain(`${namespaces[dimension]}.${key}` as 'chain.photonics')
  }
}
