import type { Locale } from 'next-intl'
import { words } from './words'

/** 信用贷款、融资担保 · Credit loan, guarantee: names beside each other, in the language's own way. */
export function listed(names: readonly string[], locale: Locale): string {
  return names.join(words[locale].listSeparator)
}
