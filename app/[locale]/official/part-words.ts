import type { Locale } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import type { Dimension } from '@/domain/totals/totals'

/** The name of a part of a cut: 光子, 雁塔区; and what the part without one is called. */
export async function partWords(dimension: Dimension, locale: Locale) {
  const [t, domain] = await Promise.all([
    getTranslations({ locale, namespace: 'monitor' }),
    getTranslations({ locale, namespace: 'domain' }),
  ])
  return (key: string | null): string => {
    if (dimension === 'white-list') return t(key === 'listed' ? 'onList' : 'offList')
    if (key === null)
      return dimension === 'class' || dimension === 'financier-kind'
        ? t('cuts.unknown')
        : t(`lacking.${dimension}`)
    const list = dimension === 'financier-kind' ? 'financierKind' : dimension
    return domain(`${list}.${key}` as 'chain.photonics')
  }
}
