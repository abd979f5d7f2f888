import type { PageAudience } from './pages/routes'

/**
 * Addresses that no link leads to, or states that only a query shows, without the language: pictures and the test of every
 * page visit them besides those found by following links. Whoever builds such a page adds it here.
 */
export const shotAddresses: Record<PageAudience, string[]> = {
  public: [],
  company: [],
  financier: [],
  official: [],
}
