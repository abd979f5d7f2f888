/** How good rankings are, how sure that is, and whether one is really better than another. */
import { seeded } from '../../domain/ranking/random'

export const measures = ['hit@10', 'recall@50', 'MRR', 'NDCG@10'] as const
export type Measure = (typeof measures)[number]
export type Scores = Record<Measure, number>

export interface Interval {
  mean: number
  low: number
  high: number
}

const RESAMPLES = 2000

/** One need: the first 100 ranked against those who really financed it. */
export function scoreOf(ranking: readonly string[], answers: readonly string[]): Scores {
  const right = new Set(answers)
  const places = ranking.slice(0, 100).flatMap((id, at) => (right.has(id) ? [at + 1] : []))
  const gain = (place: number) => 1 / Math.log2(place + 1)
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)
  const ideal = sum(Array.from({ length: Math.min(10, right.size) }, (_, at) => gain(at + 1)))
  const first = places[0]
  return {
    'hit@10': first !== undefined && first <= 10 ? 1 : 0,
    'recall@50': places.filter((place) => place <= 50).length / right.size,
    MRR: first === undefined ? 0 : 1 / first,
    'NDCG@10': sum(places.filter((place) => place <= 10).map(gain)) / ideal,
  }
}

/** The mean with its 95 % interval by bootstrap over the needs, and the share of resamples at or under zero. */
export function intervalOf(
  values: readonly number[],
  seed: number,
): Interval & { underZero: number } {
  const random = seeded(seed)
  const means = Array.from({ length: RESAMPLES }, () => {
    let sum = 0
    for (let drawn = 0; drawn < values.length; drawn += 1)
      sum += values[Math.floor(random() * values.length)]!
    return sum / values.length
  }).sort((one, other) => one - other)
  return {
    mean: values.reduce((sum, value) => sum + value, 0) / values.length,
    low: means[Math.floor(0.025 * RESAMPLES)]!,
    high: means[Math.floor(0.975 * RESAMPLES)]!,
    underZero: means.filter((mean) => mean <= 0).length / RESAMPLES,
  }
}

export interface Gain extends Interval {
  /** Two-sided: how often chance alone would show as much. */
  p: number
}

/** The gain need by need, so that what makes a need easy or hard for both does not count (paired bootstrap). */
export function gainOf(ours: readonly number[], peer: readonly number[], seed: number): Gain {
  const { underZero, ...interval } = intervalOf(
    ours.map((value, at) => value - peer[at]!),
    seed,
  )
  const tail = Math.min(underZero, 1 - underZero)
  return { ...interval, p: Math.min(1, Math.max(2 * tail, 1 / RESAMPLES)) }
}
