import { and, sql, type SQL } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'

/**
 * WHERE a text holds another, whatever their width and case; two characters and more are found by the index over bigrams.
 * More than two may stand apart from each other, so the text itself is looked at again.
 */
export function nameHolds(column: AnyPgColumn, part: string): SQL | undefined {
  const length = [...part.normalize('NFKC')].length
  const holds = sql`strpos(folded(${column}), folded(${part})) > 0`
  if (length < 2) return holds
  const indexed = sql`bigrams(${column}) @> bigrams(${part})`
  return length === 2 ? indexed : and(indexed, holds)
}
