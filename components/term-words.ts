import type { Locale, useTranslations } from 'next-intl'
import type { NeedTerms } from '@/domain/need/need'
import { counted, rate } from './format/figures'
import { listed } from './format/lists'
import { money } from './format/money'

/** What of a need's terms every reader reads alike. */
export type ReadTerms = Pick<
  NeedTerms,
  | 'classes'
  | 'amountFen'
  | 'inParts'
  | 'partFen'
  | 'tenorMonths'
  | 'useKind'
  | 'collateral'
  | 'maxCostBp'
>

/** The terms of a need in words; null where nothing is asked or said, which each page says in its own. */
export function termWords(
  terms: ReadTerms,
  { domain, locale }: { domain: ReturnType<typeof useTranslations<'domain'>>; locale: Locale },
) {
  const listOf = (names: readonly string[]) => (names.length > 0 ? listed(names, locale) : null)
  return {
    classes: listOf(terms.classes.map((name) => domain(`class.${name}`))),
    amount: terms.amountFen === null ? null : money(terms.amountFen, locale),
    /** The smallest part that would do. */
    part: terms.inParts && terms.partFen !== null ? money(terms.partFen, locale) : null,
    tenor: terms.tenorMonths === null ? null : counted(terms.tenorMonths, 'month', locale),
    use: terms.useKind && domain(`use.${terms.useKind}`),
    collateral: listOf(terms.collateral.map((kind) => domain(`collateral.${kind}`))),
    cost: terms.maxCostBp === null ? null : rate(terms.maxCostBp),
  }
}
