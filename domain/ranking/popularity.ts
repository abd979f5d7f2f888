import type { Book } from './book'

/** A further deal with the same company says this much of what a first one says about whom a financier would newly finance. */
export const AGAIN = 0.2
/** What an entrant is given for the deals it has not had the time to do, so that nobody has a share of nothing. */
const ENTRANT = 0.05

export const lastMonth = (book: Book) => book.months.reduce((one, other) => Math.max(one, other), 0)

/** Each financier's share of all past deals, a deal's weight halved with every `halfLife` months. */
export function popularityOf(book: Book, halfLife: number): Float64Array {
  const now = lastMonth(book)
  const shares = new Float64Array(book.candidates.length).fill(ENTRANT)
  let sum = ENTRANT * shares.length
  const { at, to } = book.financiersOf
  for (let deal = 0; deal < book.dealCount; deal += 1) {
    const weight = 0.5 ** ((now - book.months[deal]!) / halfLife)
    for (let cell = at[deal]!; cell < at[deal + 1]!; cell += 1) {
      const part = book.isNew[cell] === 1 ? weight : AGAIN * weight
      shares[to[cell]!]! += part
      sum += part
    }
  }
  return shares.map((share) => share / sum)
}
