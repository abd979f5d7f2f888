/** The deals that stand behind a part, so that a person can look them up. */
import type { Book, EncodedNeed } from './book'
import type { LikenessDesk } from './likeness'

const MOST_ALIKE = 200
/** A figure counts as alike up to twice or half of it. */
const ALIKE = Math.log(2)

function countParties(book: Book, deals: Iterable<number>): Int32Array {
  const counts = new Int32Array(book.candidates.length)
  const { at, to } = book.financiersOf
  for (const deal of deals)
    for (let cell = at[deal]!; cell < at[deal + 1]!; cell += 1) counts[to[cell]!]! += 1
  return counts
}

/**
 * By evidence, by financier: how many of its deals are among the most alike, of any kind, beside those before, share the
 * value or are near the figure; an evidence that is no matter of single deals is not there. The desk holds this need.
 */
export function countBehind(
  { book, likeness }: LikenessDesk,
  need: EncodedNeed,
): ReadonlyMap<string, Int32Array> {
  const counts = new Map<string, Int32Array>()
  const count = (evidence: string, deals: Iterable<number>) =>
    counts.set(evidence, countParties(book, deals))
  const all = Array.from({ length: book.dealCount }, (_, deal) => deal)
  const alike = Float64Array.from(likeness).sort()
  const least = alike[Math.max(0, alike.length - MOST_ALIKE)] ?? 0
  count(
    'similar needs',
    all.filter((deal) => likeness[deal]! >= least),
  )
  for (const evidence of ['popularity', 'deals']) count(evidence, all)
  const { at, to } = book.dealsOf
  count(
    'financed together',
    new Set([...need.prior].flatMap((other) => [...to.subarray(at[other]!, at[other + 1]!)])),
  )
  book.fields.forEach(({ name, deals }, field) => {
    const sharing = [...need.codes[field]!].flatMap((code) => [
      ...deals.to.subarray(deals.at[code]!, deals.at[code + 1]!),
    ])
    count(name, new Set(sharing))
  })
  book.map.figures.forEach(({ field }, figure) => {
    const values = book.figures[figure]!
    const value = need.figures[figure]!
    count(
      field,
      all.filter((deal) => Math.abs(values[deal]! - value) <= ALIKE),
    )
  })
  return counts
}
