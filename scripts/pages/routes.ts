import type { DoorAudience } from './door'
import { doors } from './doors'

export const pageAudiences = ['public', 'company', 'financier', 'official'] as const
export type PageAudience = (typeof pageAudiences)[number]

export interface Route {
  /** Without the language, such as /company/needs/[id]. */
  pattern: string
  audience: PageAudience
  isDynamic: boolean
}

/** Who looks at the pages of an audience: those of one's own account are the same for every member, a company looks at them. */
const readers: Record<DoorAudience, PageAudience> = {
  company: 'company',
  financier: 'financier',
  official: 'official',
  member: 'company',
  public: 'public',
  anyone: 'public',
}

/** What the bench compares pages with, and is none of them: app/[locale]/empty/layout.tsx. */
export const emptyPage = '/empty'

/** The parts of a page's address without its language; folders in brackets only group. */
const partsOf = (file: string) =>
  file
    .split('/')
    .slice(1, -1)
    .filter((part) => !/^\(.*\)$/.test(part))

/** Every page of the application: those in the list of doors that have an address of their own. */
export function listRoutes(): Route[] {
  return doors
    .filter(({ kind, file }) => kind === 'page' && !file.includes('[...'))
    .map(({ file, audience }) => ({ path: partsOf(file), audience: readers[audience] }))
    .map(({ path, audience }) => ({
      pattern: `/${path.join('/')}`,
      audience,
      isDynamic: path.some((part) => part.startsWith('[')),
    }))
    .filter(({ pattern }) => pattern !== emptyPage)
}

/** Whether an address without language and query is one of this route's. */
function belongsTo(route: Route, path: string): boolean {
  const pattern = route.pattern.split('/')
  const parts = path.split('/')
  return (
    parts.length === pattern.length &&
    pattern.every((part, place) =>
      part.startsWith('[') ? parts[place] !== '' : part === parts[place],
    )
  )
}

/** The route of an address: one that names it exactly comes before one with a blank in it. */
export function routeOf(routes: Route[], path: string): Route | undefined {
  const fitting = routes.filter((route) => belongsTo(route, path))
  return fitting.find((route) => !route.isDynamic) ?? fitting[0]
}
