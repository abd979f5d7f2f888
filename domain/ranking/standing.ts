/** How likely a financier is to finance a need, beside the average of those that finance its class at all. */
import { countBehind } from './behind'
import { encode } from './book'
import type { OpenRanking } from './keep'
import { partsOf } from './rank'
import type { Part, RankedNeed } from './ranking'

const EVEN = 500
const THOUSAND = 1000

export interface Stand {
  /** 0 to 1,000; 500 is as likely as the average, 750 three times as likely, 250 a third. */
  standing: number
  /** By evidence: the points beside the average's, and the deals behind it. */
  parts: Part[]
}

const meanOf = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)

/** Of three to one 750: the share that the likelihood has beside the average's. */
function standingOf(points: number, others: readonly number[]): number {
  const average = meanOf(others.map((other) => Math.exp((other - points) / THOUSAND)))
  return Math.round((2 * EVEN) / (1 + average))
}

/**
 * Where each of some financiers stands for a need among themselves; who has no deal in the history has no standing. Who
 * finances the company already stands as it would if it did not: a lead without a name must not say whose client it is.
 */
export function standAmong(
  ranking: OpenRanking,
  need: RankedNeed,
  among: readonly string[],
): ReadonlyMap<string, Stand> {
  const { desk } = ranking
  const { book } = desk.likeness
  const places = new Map(
    [...new Set(among)].flatMap((id) => {
      const place = book.placeOf.get(id)
      return place === undefined ? [] : [[id, place] as const]
    }),
  )
  const columns = new Map<string, { points: number[]; deals: (number | null)[] }>()
  const read = (asked: RankedNeed, ids: readonly string[]) => {
    const encoded = encode(book, asked)
    const parts = partsOf(ranking, encoded)
    const behind = countBehind(desk.likeness, encoded)
    for (const id of ids) {
      const place = places.get(id)!
      columns.set(id, {
        points: parts.map((part) => part[place]!),
        deals: desk.names.map((name) => behind.get(name)?.[place] ?? null),
      })
    }
  }
  const known = new Set(need.prior)
  const ids = [...places.keys()]
  read(
    need,
    ids.filter((id) => !known.has(id)),
  )
  for (const id of ids.filter((one) => known.has(one)))
    read({ ...need, prior: need.prior.filter((one) => one !== id) }, [id])
  const totals = new Map(
    [...columns].map(([id, { points }]) => [id, points.reduce((sum, one) => sum + one, 0)]),
  )
  const means = desk.names.map((_, at) =>
    meanOf([...columns.values()].map(({ points }) => points[at]!)),
  )
  return new Map(
    [...columns].map(([id, { points, deals }]) => [
      id,
      {
        standing: standingOf(totals.get(id)!, [...totals.values()]),
        parts: desk.names.map((evidence, at) => ({
          evidence,
          points: Math.round(points[at]! - means[at]!),
          deals: deals[at]!,
        })),
      },
    ]),
  )
}
