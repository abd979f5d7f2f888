/** The deals that stand behind a part, so that a person can look them up. */
import type { EncodedNeed } from './book'
import type { LikenessDesk } from './likeness'

const MOST_ALIKE = 200

/** How many of a financier's deals: within the most alike, of any kind, beside those before, or that share the value; null where it is no matter of single deals. */
export function dealsBehind(
  { book, likeness }: LikenessDesk,
  evidence: string,
  need: EncodedNeed,
  financier: number,
): number | null {
  const own = book.dealsOf.to.subarray(book.dealsOf.at[financier]!, book.dealsOf.at[financier + 1]!)
  if (evidence === 'similar needs') {
    const alike = Float64Array.from(likeness).sort()
    const least = alike[Math.max(0, alike.length - MOST_ALIKE)]!
    return own.filter((deal) => likeness[deal]! >= least).length
  }
  if (evidence === 'popularity' || evidence === 'deals') return own.length
  if (evidence === 'financed together') {
    const prior = new Set(need.prior)
    return own.filter((deal) =>
      book.financiersOf.to
        .subarray(book.financiersOf.at[deal]!, book.financiersOf.at[deal + 1]!)
        .some((other) => prior.has(other)),
    ).length
  }
  const field = book.fields.findIndex(({ name }) => name === evidence)
  if (field === -1) return null
  const { deals } = book.fields[field]!
  const sharing = new Set(
    [...need.codes[field]!].flatMap((code) => [
      ...deals.to.subarray(deals.at[code]!, deals.at[code + 1]!),
    ]),
  )
  return own.filter((deal) => sharing.has(deal)).length
}
