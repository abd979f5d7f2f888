/** The peer: plain content kNN, as a platform would build it in a day. Nothing in it is learned. */
import { encode, type Book } from '../../domain/ranking/book'
import type { RankedNeed } from '../../domain/ranking/ranking'

const NEAREST = 200
const DECAY_MONTHS = 36

/** What is shared counts by its idf, and what shares much counts more than twice what shares half (tried on histories: best). */
const SHARPNESS = 3

/** Ranks by the likeness of the 200 past needs that share the most, summed by financier. */
export function rankByNeighbours(
  book: Book,
  plain: readonly string[],
  need: RankedNeed,
  most: number,
): string[] {
  const { codes, figures, month, prior } = encode(book, need)
  const alike = new Float64Array(book.dealCount)
  const share = (deals: Int32Array) => {
    const idf = Math.log(book.dealCount / Math.max(1, deals.length))
    for (const deal of deals) alike[deal]! += idf
  }
  book.fields.forEach(({ name, deals }, field) => {
    if (!plain.includes(name)) return
    for (const code of codes[field]!) share(deals.to.subarray(deals.at[code]!, deals.at[code + 1]!))
  })
  figures.forEach((value, figure) => {
    const { field, width } = book.map.figures[figure]!
    // A figure that also stands among the plain fields, as it is, is not counted twice.
    if (Number.isNaN(value) || plain.includes(`exact ${field}`)) return
    const bucket = Math.round(value / width)
    const values = book.figures[figure]!
    share(
      Int32Array.from(values.keys()).filter((deal) => Math.round(values[deal]! / width) === bucket),
    )
  })
  for (let deal = 0; deal < alike.length; deal += 1)
    alike[deal] =
      alike[deal]! ** SHARPNESS * Math.exp(-Math.max(0, month - book.months[deal]!) / DECAY_MONTHS)
  const nearest = Array.from(alike.keys())
    .sort((one, other) => alike[other]! - alike[one]! || one - other)
    .slice(0, NEAREST)
  const scores = new Float64Array(book.candidates.length)
  for (const deal of nearest) {
    const { at, to } = book.financiersOf
    for (let row = at[deal]!; row < at[deal + 1]!; row += 1) scores[to[row]!]! += alike[deal]!
  }
  // Where no neighbour tells, the busier financier comes first.
  const deals = (place: number) => book.dealsOf.at[place + 1]! - book.dealsOf.at[place]!
  const known = new Set(prior)
  return Array.from(scores.keys())
    .filter((place) => !known.has(place))
    .sort((one, other) => scores[other]! - scores[one]! || deals(other) - deals(one) || one - other)
    .slice(0, most)
    .map((place) => book.candidates[place]!)
}
