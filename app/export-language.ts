import { hasLocale } from 'next-intl'
import { routing, type Locale } from '@/messages/routing'

/** A file's language, named in its address, since what is not a page has none in its path. */
export function languageOf(asked: string | undefined): Locale {
  return hasLocale(routing.locales, asked) ? asked : routing.defaultLocale
}
