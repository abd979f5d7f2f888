import type { Locale } from 'next-intl'
import { words } from './words'

/** 信用贷款、融资担保 · Credit loan, guarantee: names beside each other, in the language's own way. */
export function listed(names: readonly string[], locale: Locale): string {
  return names.join(words[locale].listSeparator)
}

/** A label inside an English sentence: Credit loan becomes credit loan, IP pledge loan stays. */
export function inside(label: string, locale: Locale): string {
  return locale === 'en' && /^[A-Z][a-z]/.test(label)
    ? label.charAt(0).toLowerCase() + label.slice(1)
    : label
}
