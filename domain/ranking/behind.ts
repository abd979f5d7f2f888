/** The deals that stand behind a part, so that a person can look them up. */
import type { Book, EncodedNeed, Lists } from './book'
import type { LikenessDesk } from './likeness'

const MOST_ALIKE = 200
/** A figure counts as alike up to twice or half of it. */
const ALIKE = Math.log(2)

/** By financier: how many of the marked deals are its. */
function countParties(book: Book, marked: Uint8Array): Int32Array {
  const counts = new Int32Array(book.candidates.length)
  const { at, to } = book.financiersOf
  for (let deal = 0; deal < marked.length; deal += 1)
    if (marked[deal] === 1)
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
  const count = (evidence: string, mark: (marked: Uint8Array) => void) => {
    const marked = new Uint8Array(book.dealCount)
    mark(marked)
    counts.set(evidence, countParties(book, marked))
  }
  const markLists =
    ({ at, to }: Lists, numbers: Iterable<number>) =>
    (marked: Uint8Array) => {
      for (const number of numbers)
        for (let row = at[number]!; row < at[number + 1]!; row += 1) marked[to[row]!] = 1
    }
  const markWhere = (holds: (deal: number) => boolean) => (marked: Uint8Array) => {
    for (let deal = 0; deal < marked.length; deal += 1) if (holds(deal)) marked[deal] = 1
  }
  const alike = Float64Array.from(likeness).sort()
  const least = alike[Math.max(0, alike.length - MOST_ALIKE)] ?? 0
  count(
    'similar needs',
    markWhere((deal) => likeness[deal]! >= least),
  )
  for (const evidence of ['popularity', 'deals'])
    count(
      evidence,
      markWhere(() => true),
    )
  count('financed together', markLists(book.dealsOf, need.prior))
  book.fields.forEach(({ name, deals }, field) => count(name, markLists(deals, need.codes[field]!)))
  book.map.figures.forEach(({ field }, figure) => {
    const values = book.figures[figure]!
    const value = need.figures[figure]!
    count(
      field,
      markWhere((deal) => Math.abs(values[deal]! - value) <= ALIKE),
    )
  })
  return counts
}
