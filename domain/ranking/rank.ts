/** Ranks every financier of the history for a need, and says of one of them why. */
import { countBehind } from './behind'
import { encode, type EncodedNeed } from './book'
import { gather } from './evidence'
import type { OpenRanking } from './keep'
import type { Part, RankedNeed, Standing } from './ranking'
import { addMoves } from './trees'

const THOUSAND = 1000

/** By evidence, by financier: whole points, what the weight gives and what the trees move. */
export function partsOf({ desk, weights, trees }: OpenRanking, need: EncodedNeed): Float64Array[] {
  gather(desk, need)
  const parts = desk.columns.map((column, at) => column.map((value) => weights[at]! * value))
  addMoves(trees, desk.columns, parts)
  for (const part of parts)
    for (let place = 0; place < part.length; place += 1)
      part[place] = Math.round(THOUSAND * part[place]!)
  return parts
}

/** The financiers who would most likely finance the need, best first; those it knows already are left out. */
export function rank(ranking: OpenRanking, need: RankedNeed, most: number): Standing[] {
  const { desk } = ranking
  const { book, popularity } = desk.likeness
  const encoded = encode(book, need)
  const points = new Float64Array(book.candidates.length)
  for (const part of partsOf(ranking, encoded))
    for (let place = 0; place < points.length; place += 1) points[place]! += part[place]!
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
  ranking: OpenRanking,
  need: RankedNeed,
  financierId: string,
): Part[] | null {
  const { desk } = ranking
  const { book } = desk.likeness
  const place = book.placeOf.get(financierId)
  const encoded = encode(book, need)
  if (place === undefined || encoded.prior.includes(place)) return null
  const parts = partsOf(ranking, encoded)
  const behind = countBehind(desk.likeness, encoded)
  return desk.names.map((evidence, at) => ({
    evidence,
    points: parts[at]![place]!,
    deals: behind.get(evidence)?.[place] ?? null,
  }))
}
