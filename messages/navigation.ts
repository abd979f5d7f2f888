import type { Locale } from './routing'

/** The address of a page in a language: pathFor('zh', '/company/needs') is '/zh/company/needs'. */
export function pathFor(locale: Locale, path: string): string {
  return path === '/' ? `/${locale}` : `/${locale}${path}`
}

/** The same address in the other language; the query is the caller's to keep. */
export function inLanguage(pathname: string, locale: Locale): string {
  return pathname.replace(/^\/(zh|en)(?=\/|$)/, `/${locale}`)
}
