/** Names that hold a word of two characters, beside LIKE. */
import { asc, like, type SQL } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { organisation } from '@/db/schema'
import { nameHolds } from '@/domain/organisation/name-search'
import type { Row } from '../row'
import { nameAt, rareWords } from './draw'
import { askBoth, demandSame, orTimedOut, p50, rowOf } from './measure'

export async function benchSearch(db: Database, texts: number, small: boolean): Promise<Row[]> {
  const find = async (where: SQL | undefined) => {
    const rows = await db
      .select({ id: organisation.id })
      .from(organisation)
      .where(where)
      .orderBy(asc(organisation.id))
    return rows.map(({ id }) => id)
  }
  // Words of the trade, and the first two characters of some brands.
  const brands = Array.from({ length: small ? 5 : 33 }, (_, place) =>
    nameAt(place * 77).slice(2, 4),
  )
  const words = [...new Set([...rareWords, ...brands])]
  const work = `two characters among ${texts.toLocaleString('en')} names`
  const [ours, peer] = await askBoth(
    words,
    (word) => find(nameHolds(word)),
    orTimedOut((word: string) => find(like(organisation.name, `%${word}%`))),
    words.length,
  )
  demandSame(work, 'LIKE', peer.answers, ours.answers)
  const hits = ours.answers.map(({ length }) => length).toSorted((a, b) => a - b)
  console.log(
    `  · ${words.length} words, found in ${hits[0]} to ${hits.at(-1)} names, median ${hits[Math.floor(hits.length / 2)]}`,
  )
  return [
    rowOf(
      { work, variant: 'bigrams in a GIN index', unit: 'ms', ratio: 1, reach: 1 },
      ours,
      1,
      'above',
    ),
    rowOf(
      { work, variant: 'LIKE', unit: 'ms', ratio: p50(peer) / p50(ours), reach: 100 },
      peer,
      1,
      'above',
    ),
  ]
}
