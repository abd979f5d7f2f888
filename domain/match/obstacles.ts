/** What stands in the way of the products that a need is not eligible for, and what one change would open. Pure. */
import type { Day } from '../calendar/calendar'
import { ruleBits, rules } from './bits'
import type { Change, JudgedNeed, Rule } from './match'
import { applyChanges, compareChanges } from './near-miss'
import { countAt, missesAmong, type FittingCount, type Offers } from './offers'
import { CLASS, scanEligible, scanFailed } from './scan'

export interface Obstacles {
  fitting: FittingCount
  /** Products of a class that is asked for and that the need is not eligible for. */
  blocked: number
  /** One change of each kind, the one that opens most, and who could finance it then. */
  changes: { change: Change; opens: number; after: FittingCount }[]
  /** Products that no single change opens, by the rule in the way that most of them share. */
  others: { rule: Rule; products: number }[]
}

/** Figures tried of one kind of change: more would only cost time. */
export const TRIED_OF_A_KIND = 12

/** What opens most of each kind; of those that open as much, the nearest. */
export function bestOfEachKind(tried: readonly Obstacles['changes'][number][], need: JudgedNeed) {
  const best = new Map<Change['kind'], Obstacles['changes'][number]>()
  for (const one of tried) {
    const other = best.get(one.change.kind)
    const better =
      !other ||
      one.opens > other.opens ||
      (one.opens === other.opens && compareChanges([one.change], [other.change], need) < 0)
    if (better) best.set(one.change.kind, one)
  }
  return [...best.values()].toSorted(
    (a, b) => b.opens - a.opens || compareChanges([a.change], [b.change], need),
  )
}

/** Each of the blocked, told by the rules it fails by as bits, under the rule that blocks most: their sum is the products. */
function byRule(blocked: readonly number[]): Obstacles['others'] {
  const left = new Map<number, number>()
  for (const failed of blocked) left.set(failed, (left.get(failed) ?? 0) + 1)
  const found: Obstacles['others'] = []
  while (left.size > 0) {
    const counts = rules.map((rule) => {
      const bit = ruleBits([rule])
      let products = 0
      for (const [failed, times] of left) if ((failed & bit) !== 0) products += times
      return { rule, products }
    })
    const [most] = counts.toSorted((a, b) => b.products - a.products || (a.rule < b.rule ? -1 : 1))
    if (!most) return found
    found.push(most)
    for (const failed of left.keys())
      if ((failed & ruleBits([most.rule])) !== 0) left.delete(failed)
  }
  return found
}

export function obstaclesOf(need: JudgedNeed, offers: Offers, today: Day): Obstacles {
  const failed = scanFailed(offers.masks, need, today)
  const fitting: number[] = []
  const blocked: number[] = []
  failed.forEach((by, place) => {
    if (by !== CLASS) (by === 0 ? fitting : blocked).push(place)
  })
  const singles = missesAmong(need, offers, failed, today, 1)
  const distinct = new Map<string, { change: Change; times: number }>()
  for (const { changes } of singles)
    for (const change of changes) {
      const key = JSON.stringify(change)
      distinct.set(key, { change, times: (distinct.get(key)?.times ?? 0) + 1 })
    }
  const candidates = [...distinct.values()].toSorted((a, b) => b.times - a.times)
  const kinds = new Set(candidates.map(({ change }) => change.kind))
  const tried = [...kinds].flatMap((kind) =>
    candidates
      .filter(({ change }) => change.kind === kind)
      .slice(0, TRIED_OF_A_KIND)
      .map(({ change }) => {
        const after = applyChanges(need, today, [change])
        const fits = scanEligible(offers.masks, after.need, after.today)
        const opens = fits.filter((place) => failed[place] !== 0).length
        return { change, opens, after: countAt(fits, offers) }
      }),
  )
  const opened = new Set(singles.map(({ place }) => place))
  return {
    fitting: countAt(fitting, offers),
    blocked: blocked.length,
    changes: bestOfEachKind(tried, need),
    others: byRule(blocked.flatMap((place) => (opened.has(place) ? [] : (failed[place] ?? [])))),
  }
}
