/** Who finances together: with those a company has already, or with those who finance together with them. */
import type { Book, EncodedNeed } from './book'

const FAR = 3

/** Passes what each financier holds on to those beside it in its deals; answers how much was passed. */
function pass(book: Book, decay: Float64Array, from: Float64Array, into: Float64Array): number {
  const { at, to } = book.financiersOf
  let total = 0
  for (let place = 0; place < from.length; place += 1) {
    if (from[place] === 0) continue
    const [start, end] = [book.dealsOf.at[place]!, book.dealsOf.at[place + 1]!]
    // Who is in every deal says less of each.
    const share = from[place]! / Math.sqrt(end - start)
    for (let row = start; row < end; row += 1) {
      const deal = book.dealsOf.to[row]!
      const weight = share * decay[deal]!
      for (let cell = at[deal]!; cell < at[deal + 1]!; cell += 1) {
        if (to[cell] === place) continue
        into[to[cell]!]! += weight
        total += weight
      }
    }
  }
  return total
}

/** Fills both columns with logarithms of how many times likelier than by popularity; nothing where nobody is known. */
export function relate(
  book: Book,
  need: EncodedNeed,
  { popularity, decay }: { popularity: Float64Array; decay: Float64Array },
  direct: Float64Array,
  far: Float64Array,
): void {
  direct.fill(0)
  far.fill(0)
  if (need.prior.length === 0) return
  const start = new Float64Array(direct.length)
  for (const place of need.prior) start[place] = 1
  const beside = new Float64Array(direct.length)
  const total = pass(book, decay, start, beside)
  const beyond = new Float64Array(direct.length)
  const passed = pass(
    book,
    decay,
    beside.map((held) => held / Math.max(total, 1)),
    beyond,
  )
  const [noDirect, noFar] = [-Math.log(total + 1), -Math.log(FAR * passed + 1)]
  for (let place = 0; place < direct.length; place += 1) {
    const chance = popularity[place]!
    direct[place] = noDirect + (beside[place] === 0 ? 0 : Math.log1p(beside[place]! / chance))
    far[place] = noFar + (beyond[place] === 0 ? 0 : Math.log1p((FAR * beyond[place]!) / chance))
  }
}
