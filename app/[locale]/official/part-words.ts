import type { Locale } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import type { OfficialActor } from '@/domain/actor'
import type { Context } from '@/domain/context'
import { listFinancierNames } from '@/domain/organisation/queries'
import type { Dimension } from '@/domain/totals/totals'

/** The name of a part of a cut: 光子, 雁塔区, a financier; and what the part without one is called. */
export async function partWords(
  context: Context<OfficialActor>,
  dimension: Dimension,
  locale: Locale,
) {
  const [t, domain, financiers] = await Promise.all([
    getTranslations({ locale, namespace: 'monitor' }),
    getTranslations({ locale, namespace: 'domain' }),
    dimension === 'financier' ? listFinancierNames(context) : null,
  ])
  return (key: string | null): string => {
    switch (dimension) {
      case 'white-list':
        return t(key === 'listed' ? 'onList' : 'offList')
      case 'first-time':
        return t(key === 'first' ? 'firstTime' : 'notFirstTime')
      case 'financier':
        return financiers?.get(key ?? '') ?? t('unnamed')
      case 'class':
      case 'financier-kind': {
        const list = dimension === 'class' ? 'class' : 'financierKind'
        return key === null ? t('cuts.unknown') : domain(`${list}.${key}` as 'class.equity')
      }
      default:
        return key === null
          ? t(`lacking.${dimension}`)
          : domain(`${dimension}.${key}` as 'chain.photonics')
    }
  }
}
