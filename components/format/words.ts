import type { Locale } from 'next-intl'
import en from '@/messages/en/units.json'
import zh from '@/messages/zh/units.json'

export const words = { zh, en } as const

/** Small enough for the browser: the whole of a message format is not needed to put a figure beside its unit. */
export function fill(pattern: string, values: Record<string, string | number>): string {
  return pattern.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
}

/** A figure and its unit never part. */
export function together(text: string): string {
  return text.replaceAll(' ', '\u00a0')
}

const plural = { zh: new Intl.PluralRules('zh'), en: new Intl.PluralRules('en') }

export function pluralOf(count: number, locale: Locale): 'one' | 'other' {
  return plural[locale].select(count) === 'one' ? 'one' : 'other'
}
