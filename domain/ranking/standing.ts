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
  /** By evidence: the points beside the average, that add up to the standing, and the deals behind it. */
  parts: Part[]
}

const meanOf = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)

/** How many times as likely as the average of all, by their points. */
function timesOf(points: number, all: readonly number[]): number {
  return 1 / meanOf(all.map((other) => Math.exp((other - points) / THOUSAND)))
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
  const known = new Set(need.prior)
  const pointsOf = (asked: RankedNeed) => partsOf(ranking, encode(book, asked))
  const parts = pointsOf(need)
  const behind = countBehind(desk.likeness, encode(book, need))
  const columns = new Map(
    [...places].map(([id, place]) => {
      const isKnown = known.has(id)
      const own = isKnown
        ? pointsOf({ ...need, prior: need.prior.filter((one) => one !== id) })
        : parts
      return [
        id,
        {
          points: own.map((part) => part[place]!),
          deals: desk.names.map((name) =>
            isKnown && name === 'financed together' ? null : (behind.get(name)?.[place] ?? null),
          ),
        },
      ]
    }),
  )
  const totals = new Map(
    [...columns].map(([id, { points }]) => [id, points.reduce((sum, one) => sum + one, 0)]),
  )
  const means = desk.names.map((_, at) =>
    meanOf([...columns.values()].map(({ points }) => points[at]!)),
  )
  const all = [...totals.values()]
  return new Map(
    [...columns].map(([id, { points, deals }]) => {
      const times = timesOf(totals.get(id)!, all)
      // The average of likelihoods is above the average of points: what lies between belongs to how busy all are.
      const above = THOUSAND * Math.log(times) - totals.get(id)! + meanOf(all)
      return [
        id,
        {
          standing: Math.round((2 * EVEN * times) / (1 + times)),
          parts: desk.names.map((evidence, at) => ({
            evidence,
            points: Math.round(points[at]! - means[at]! + (evidence === 'popularity' ? above : 0)),
            deals: deals[at]!,
          })),
        },
      ]
    }),
  )
}
