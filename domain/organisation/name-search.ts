import { and, sql, type SQL } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'

/**
 * WHERE a text holds another, whatever their width and case. Two characters and more are found by the index over bigrams;
 * they may stand apart from each other, so the text itself is looked at again.
 */
export function nameHolds(column: AnyPgColumn, part: string): SQL | undefined {
  const holds = sql`strpos(folded(${column}), folded(${part})) > 0`
  const length = [...part.normalize('NFKC')].length
  return length < 2 ? holds : and(sql`bigrams(${column}) @> bigrams(${part})`, holds)
}
