/** Ranks every financier of the history for a need, and says of one of them why. */
import { encode } from './book'
import { gather } from './evidence'
import type { Ranking } from './learn-ranking'
import type { Part, RankedNeed, Standing } from './ranking'

const THOUSAND = 1000

/** The financiers who would most likely finance the need, best first; those it knows already are left out. */
export function rank({ desk, weights }: Ranking, need: RankedNeed, most: number): Standing[] {
  const { book, popularity } = desk.likeness
  const encoded = encode(book, need)
  gather(desk, encoded)
  const points = new Float64Array(book.candidates.length)
  desk.columns.forEach((column, at) => {
    const weight = THOUSAND * weights[at]!
    for (let place = 0; place < points.length; place += 1)
      points[place]! += Math.round(weight * column[place]!)
  })
  const prior = new Set(encoded.prior)
  // Only those above the needed place are sorted: the rest never shows.
  const floor =
    Float64Array.from(points).sort()[Math.max(0, points.length - most - prior.size)] ?? 0
  return Array.from(points.keys())
    .filter((place) => points[place]! >= floor && !prior.has(place))
    .sort(
      (one, other) =>
        points[other]! - points[one]! || popularity[other]! - popularity[one]! || one - other,
    )
    .slice(0, most)
    .map((place) => ({ financierId: book.candidates[place]!, points: points[place]! }))
}

/** The parts of a financier's points for a need, or null where the history does not know it or the company does. */
export function explain(
  { desk, weights }: Ranking,
  need: RankedNeed,
  financierId: string,
): Part[] | null {
  const { book } = desk.likeness
  const place = book.placeOf.get(financierId)
  const encoded = encode(book, need)
  if (place === undefined || encoded.prior.includes(place)) return null
  gather(desk, encoded)
  return desk.names.map((evidence, at) => ({
    evidence,
    points: Math.round(THOUSAND * weights[at]! * desk.columns[at]![place]!),
    deals: desk.dealsBehind(evidence, encoded, place),
  }))
}
