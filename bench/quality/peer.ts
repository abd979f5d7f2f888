/** The peer: plain content kNN, as a platform would build it in a day. Nothing in it is learned. */
import { encode, type Book } from '../../domain/ranking/book'
import type { RankedNeed } from '../../domain/ranking/ranking'

const NEAREST = 200
const DECAY_MONTHS = 36

/** Ranks by the summed likeness of the 200 past needs that share the most, rare values counting more. */
export function rankByNeighbours(book: Book, need: RankedNeed, most: number): string[] {
  const { codes, figures, month, prior } = encode(book, need)
  const alike = new Float64Array(book.dealCount)
  // Crosses of two fields are the ranking's own idea; the peer knows the fields alone.
  const plain = book.fields.length - book.map.crosses.length
  book.fields.slice(0, plain).forEach(({ deals }, field) => {
    for (const code of codes[field]!) {
      const [from, to] = [deals.at[code]!, deals.at[code + 1]!]
      const idf = Math.log(book.dealCount / (to - from))
      for (let row = from; row < to; row += 1) alike[deals.to[row]!]! += idf
    }
  })
  figures.forEach((value, figure) => {
    if (Number.isNaN(value)) return
    const { width } = book.map.figures[figure]!
    const bucket = (log: number) => Math.round(log / width)
    const same = Array.from(alike.keys()).filter(
      (deal) => bucket(book.figures[figure]![deal]!) === bucket(value),
    )
    const idf = Math.log(book.dealCount / Math.max(1, same.length))
    for (const deal of same) alike[deal]! += idf
  })
  for (let deal = 0; deal < alike.length; deal += 1)
    alike[deal]! *= Math.exp(-Math.max(0, month - book.months[deal]!) / DECAY_MONTHS)
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
