import type { Locale } from 'next-intl'
import type { getTranslations } from 'next-intl/server'
import { amountBands, bandFrom, NO_CHAIN, type SupplyCut } from '@/domain/gap/supply'
import { money, moneyFigure } from '@/components/format/money'

type Words<Name extends 'domain' | 'supply'> = Awaited<ReturnType<typeof getTranslations<Name>>>

/** The name of a row of supply and demand: a band of amounts, a class, a chain. */
export function lineName(
  cut: SupplyCut,
  key: string,
  t: Words<'supply'>,
  domain: Words<'domain'>,
  locale: Locale,
  /** In a sentence an amount has its unit; in a table the head of the column says it. */
  inSentence = false,
): string {
  const amount = (fen: number) => (inSentence ? money : moneyFigure)(fen, locale)
  if (cut === 'class') return domain(`class.${key}` as 'class.equity')
  if (cut === 'chain')
    return key === NO_CHAIN ? t('noChain') : domain(`chain.${key}` as 'chain.photonics')
  const band = amountBands.find(({ id }) => id === key)
  if (!band) return key
  const from = amount(bandFrom(band.id))
  if (!Number.isFinite(band.most)) return t('over', { from })
  const most = amount(band.most)
  return bandFrom(band.id) === 0 ? t('upTo', { most }) : t('between', { from, most })
}
