import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

export const pageAudiences = ['public', 'company', 'financier', 'official'] as const
export type PageAudience = (typeof pageAudiences)[number]

export interface Route {
  /** Without the language, such as /company/needs/[id]. */
  pattern: string
  audience: PageAudience
  isDynamic: boolean
}

/** Pages of one's own account are the same for every member, and closed to the public: a company looks at them. */
const audienceOf = (folder = ''): PageAudience =>
  pageAudiences.find((audience) => audience === folder) ??
  (folder === 'account' ? 'company' : 'public')

function* pageFolders(folder: string, path: string[]): Generator<string[]> {
  if (existsSync(join(folder, 'page.tsx'))) yield path
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isDirectory() && !entry.name.startsWith('_') && !entry.name.startsWith('@'))
      yield* pageFolders(join(folder, entry.name), [...path, entry.name])
}

/** What the bench compares pages with, and is none of them: app/[locale]/empty/layout.tsx. */
export const emptyPage = '/empty'

/** Every page of the application, read from the app folder, so that no list can forget one. */
export function listRoutes(root = process.cwd()): Route[] {
  return [...pageFolders(join(root, 'app', '[locale]'), [])]
    .map((path) => path.filter((part) => !/^\(.*\)$/.test(part)))
    .filter((path) => !path.some((part) => part.startsWith('[...') || part.startsWith('[[')))
    .filter((path) => `/${path.join('/')}` !== emptyPage)
    .map((path) => ({
      pattern: `/${path.join('/')}`,
      audience: audienceOf(path[0]),
      isDynamic: path.some((part) => part.startsWith('[')),
    }))
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
