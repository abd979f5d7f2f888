import { and, sql, type SQL } from 'drizzle-orm'
import { organisation } from '@/db/schema'

/** Made by PostgreSQL of each name, whoever writes it, and read by nothing else: so it is no column of the schema. */
const bigrams = sql`${organisation}.name_bigrams`

/**
 * WHERE the name of an organisation holds a text, whatever their width and case. Two characters and more are found by the
 * index over bigrams; they may stand apart from each other, so the name itself is looked at again.
 */
export function nameHolds(part: string): SQL | undefined {
  const holds = sql`strpos(folded(${organisation.name}), folded(${part})) > 0`
  const length = [...part.normalize('NFKC')].length
  return length < 2 ? holds : and(sql`${bigrams} @> bigrams(${part})`, holds)
}
