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

/**
 * The addresses to look at for one audience: each page without a blank, an example of each page with one, found by
 * following links from the others, and the special ones. `missing` are pages that nothing leads to.
 */
export async function findAddresses(
  page: Page,
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
    await page.goto(addressIn('zh', visits[next]?.path ?? '/'))
    const links = await page
      .locator('a[href^="/"]')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
    for (const link of links) {
      const path = withoutLanguage(link.split(/[?#]/)[0] ?? '')
      const route = routeOf(own, path)
      if (route !== undefined && isMissing(route.pattern))
        visits.push({ path, pattern: route.pattern })
    }
  }
  return { visits, missing: own.map((route) => route.pattern).filter(isMissing) }
}
