import { SMALL_CELL } from './totals'

/** Public small cells: a count under 3 is hidden, and a second one with it, so that no difference gives it away. */

export interface Cell {
  key: string | null
  companies: number
}

/**
 * The keys to hide in one public cut: every cell with 1 or 2 companies and, while the total less the shown cells would
 * still tell (one cell alone, or as many companies as cells, so that each holds one), the smallest of the others.
 */
export function hiddenKeys(cells: readonly Cell[]): Set<string | null> {
  const small = cells.filter(({ companies }) => companies > 0 && companies < SMALL_CELL)
  const hidden = new Set(small.map(({ key }) => key))
  let left = small.reduce((sum, { companies }) => sum + companies, 0)
  const others = cells
    .filter(({ companies }) => companies >= SMALL_CELL)
    .toSorted((a, b) => a.companies - b.companies)
  for (const { key, companies } of others) {
    if (hidden.size === 0 || (hidden.size > 1 && left > hidden.size)) break
    hidden.add(key)
    left += companies
  }
  return hidden
}
