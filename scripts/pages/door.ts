/** What a door of app/ is: a page, a handler or a server action, and whom it is for. */

export const doorAudiences = [
  'company',
  'financier',
  'official',
  /** Whoever is signed in. */
  'member',
  /** Open to all; what it reads or writes, it does as the public. */
  'public',
  /** Open to all, and asks for no context: no row that it reads or writes is anybody's. */
  'anyone',
] as const
export type DoorAudience = (typeof doorAudiences)[number]

export interface Door {
  kind: 'page' | 'handler' | 'action'
  /** Its file below app/. */
  file: string
  /** An action's own name, a handler's method, or `page`. */
  name: string
  audience: DoorAudience
  /**
   * Asked by a page that stays open, not by a person: it answers nothing to who is not meant, where others lead to
   * sign-in. It keeps nothing, or a draft as it is typed (`keepers`), so that an action of the kind gives no form.
   */
  isQuiet: boolean
}

export const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const

export interface Listed {
  /** Folders of app/ that hold a page. */
  pages: readonly string[]
  /** Folders that hold a handler, and its methods. */
  handlers: Record<string, readonly (typeof methods)[number][]>
  /** Files that hold server actions, and their names. */
  actions: Record<string, readonly string[]>
}

export function doorsOf(
  audience: DoorAudience,
  { pages = [], handlers = {}, actions = {} }: Partial<Listed>,
  isQuiet: boolean,
): Door[] {
  const door = (kind: Door['kind'], file: string, name: string): Door => ({
    kind,
    file,
    name,
    audience,
    isQuiet,
  })
  return [
    ...pages.map((folder) => door('page', `${folder}/page.tsx`, 'page')),
    ...Object.entries(handlers).flatMap(([folder, names]) =>
      names.map((name) => door('handler', `${folder}/route.ts`, name)),
    ),
    ...Object.entries(actions).flatMap(([file, names]) =>
      names.map((name) => door('action', file, name)),
    ),
  ]
}
