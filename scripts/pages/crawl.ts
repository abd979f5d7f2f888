import type { Page } from '@playwright/test'
import { shotAddresses } from '../shot-addresses'
import { listRoutes, routeOf, type PageAudience } from './routes'

export interface Visit {
  /** Without the language, with its query. */
  path: string
  pattern: string
}

export const addressIn = (language: string, path: string) =>
  `/${language}${path.replace(/^\/(?=$|\?)/, '')}`

const withoutLanguage = (pathname: string) => pathname.replace(/^\/(zh|en)(?=\/|$)/, '') || '/'

function* linksIn(html: string): Generator<string> {
  for (const [, href = ''] of html.matchAll(/<a\s[^>]*?href="(\/[^"]*)"/g))
    yield href.replaceAll('&amp;', '&')
}

/**
 * The addresses to look at for one audience: each page without a blank, an example of each page with one, found by
 * following links from the others, and the special ones. `read` gives the HTML of an address as that audience; `missing`
 * are pages that nothing leads to.
 */
export async function findAddresses(
  read: (address: string) => Promise<string>,
  audience: PageAudience,
): Promise<{ visits: Visit[]; missing: string[] }> {
  const routes = listRoutes()
  const own = routes.filter((route) => route.audience === audience)
  const given = shotAddresses[audience].map((path) => ({
    path,
    pattern: routeOf(routes, path.split('?')[0] ?? '')?.pattern ?? path,
  }))
  const visits: Visit[] = [
    ...own.filter((route) => !route.isDynamic).map(({ pattern }) => ({ path: pattern, pattern })),
    ...given,
  ]
  const isMissing = (pattern: string) => !visits.some((visit) => visit.pattern === pattern)
  for (
    let next = 0;
    next < visits.length && own.some((route) => isMissing(route.pattern));
    next += 1
  ) {
    const html = await read(addressIn('zh', visits[next]?.path ?? '/'))
    for (const link of linksIn(html)) {
      const path = withoutLanguage(link.split(/[?#]/)[0] ?? '')
      const route = routeOf(own, path)
      if (route !== undefined && isMissing(route.pattern))
        visits.push({ path, pattern: route.pattern })
    }
  }
  return { visits, missing: own.map((route) => route.pattern).filter(isMissing) }
}

/** `read` for findAddresses with the session of a browser's page. */
export const readAs = (page: Page) => async (address: string) =>
  (await page.request.get(address)).text()
