export const THEME_COOKIE = 'theme'
export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

/** What the html element is marked with; nothing when the system decides. */
export function themeOf(cookie: string | undefined): 'light' | 'dark' | undefined {
  return cookie === 'light' || cookie === 'dark' ? cookie : undefined
}

export function themeChoice(cookie: string | undefined): Theme {
  return themeOf(cookie) ?? 'system'
}
