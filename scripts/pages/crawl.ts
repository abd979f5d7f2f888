import type { Page } from '@playwright/test'
import { shotAddresses, type ShotAddress } from '../shot-addresses'
import { listRoutes, routeOf, type PageAudience, type Route } from './routes'

export interface Visit {
  /** Without the language, with its query. */
  path: string
  pattern: string
}

/** Enough to meet needs and introductions in every state; a list of thousands is not read to its end. */
const MOST_READS = 150

export const addressIn = (language: string, path: string) =>
  `/${language}${path.replace(/^\/(?=$|\?)/, '')}`

function* linksIn(html: string): Generator<string> {
  for (const [, href = ''] of html.matchAll(/<a\s[^>]*?href="(\/[^"#]*)/g)) {
    const link = href.replaceAll('&amp;', '&').replace(/^\/(zh|en)(?=[/?]|$)/, '')
    yield link.startsWith('/') ? link : `/${link}`
  }
}

const withoutQuery = (address: string) => address.split('?')[0] ?? ''

/** Blanks of one address filled from another that begins alike: what both call by one name is the same thing. */
function filled({ path, as }: ShotAddress, found: Visit[]): string | undefined {
  if (!path.includes('[')) return path
  const model = found.find(
    ({ pattern }) => pattern === (as ?? path.slice(0, path.lastIndexOf(']') + 1)),
  )
  if (model === undefined) return undefined
  const names = model.pattern.split('/')
  const values = withoutQuery(model.path).split('/')
  return path.replaceAll(/\[[^\]]+\]/g, (blank) => values[names.indexOf(blank)] ?? blank)
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
  const visits: Visit[] = own
    .filter((route) => !route.isDynamic)
    .map(({ pattern }) => ({ path: pattern, pattern }))
  const isMissing = ({ pattern }: Route) => !visits.some((visit) => visit.pattern === pattern)
  // What is named needs no link that leads to it, and so no reading on until one is found.
  const named = shotAddresses[audience].map(({ path }) => routeOf(routes, withoutQuery(path)))
  const linked = own.filter((route) => !named.includes(route))

  const toRead = visits.map(({ path }) => path)
  const known = new Set(toRead)
  for (
    let count = 0;
    count < Math.min(toRead.length, MOST_READS) && linked.some(isMissing);
    count += 1
  )
    for (const link of linksIn(await read(addressIn('zh', toRead[count] ?? '/')))) {
      const route = routeOf(own, withoutQuery(link))
      // A file, such as a feed, is no page though it stands among them.
      if (route === undefined || known.has(link) || /\.\w+$/.test(withoutQuery(link))) continue
      known.add(link)
      // A page not met yet is read next: it may lead on to others.
      if (isMissing(route)) toRead.splice(count + 1, 0, link)
      else toRead.push(link)
      if (isMissing(route)) visits.push({ path: link, pattern: route.pattern })
    }

  for (const special of shotAddresses[audience]) {
    const path = filled(special, visits)
    const route = path === undefined ? undefined : routeOf(routes, withoutQuery(path))
    if (path !== undefined && route !== undefined) visits.push({ path, pattern: route.pattern })
  }
  return { visits, missing: own.filter(isMissing).map((route) => route.pattern) }
}

/** `read` for findAddresses with the session of a browser's page. */
export const readAs = (page: Page) => async (address: string) =>
  (await page.request.get(address)).text()
