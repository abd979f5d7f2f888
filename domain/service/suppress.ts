/** Public small cells: a count under 3 is hidden, and a second one with it, so that no difference gives it away. */
import { SMALL_CELL } from './service'

export interface Cell {
  key: string | null
  companies: number
}

/**
 * The keys to hide in one public cut: every cell with 1 or 2 companies and, when it is the only one, the smallest
 * other cell, so that the total less the rest tells nothing.
 */
export function hiddenKeys(cells: readonly Cell[]): Set<string | null> {
  const small = cells.filter(({ companies }) => companies > 0 && companies < SMALL_CELL)
  const hidden = new Set(small.map(({ key }) => key))
  if (small.length === 1) {
    const [second] = cells
      .filter(({ key, companies }) => companies > 0 && !hidden.has(key))
      .toSorted((a, b) => a.companies - b.companies)
    if (second) hidden.add(second.key)
  }
  return hidden
}
