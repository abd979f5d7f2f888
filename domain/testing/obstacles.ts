/**
 * What stands in the way by the judge alone, product by product, every set of changes tried: what the masks are held
 * against.
 */
import type { Day } from '../calendar/calendar'
import { judge } from '../match/judge'
import { failedHard, noRecord, type Change, type JudgedNeed, type Rule } from '../match/match'
import { applyChanges, compareChanges, groups } from '../match/near-miss'
import { bestOfEachKind, TRIED_OF_A_KIND, type Obstacles } from '../match/obstacles'
import type { FittingCount, Offered } from '../match/offers'
import type { ProductTerms } from '../product/product'

const judged = (need: JudgedNeed, product: ProductTerms, today: Day) =>
  judge(need, product, today, noRecord)

/** The nearest of all sets of one or two changes that make the whole product eligible. */
export function nearMissByTrying(
  need: JudgedNeed,
  product: ProductTerms,
  today: Day,
): Change[] | null {
  const rules = failedHard(judged(need, product, today).rows)
  const changeable = groups.flatMap((group) => group.rules)
  if (rules.length === 0 || rules.some((rule) => !changeable.includes(rule))) return null
  const ways = groups.flatMap((group) =>
    group.rules.some((rule) => rules.includes(rule)) ? group.ways(need, product, today) : [],
  )
  const does = (changes: Change[]) => {
    const after = applyChanges(need, today, changes)
    return judged(after.need, product, after.today).eligible
  }
  const pairs = () =>
    ways.flatMap((one, index) =>
      ways.slice(index + 1).flatMap((other) => (one.kind === other.kind ? [] : [[one, other]])),
    )
  const nearest = (sets: Change[][]) =>
    sets.filter(does).toSorted((a, b) => compareChanges(a, b, need))[0] ?? null
  return nearest(ways.map((way) => [way])) ?? nearest(pairs())
}

export function countFittingByJudge(
  need: JudgedNeed,
  offered: readonly Offered[],
  today: Day,
): FittingCount {
  const fitting = offered.filter((product) => judged(need, product, today).eligible)
  return {
    products: fitting.length,
    financiers: new Set(fitting.map(({ financierId }) => financierId)).size,
  }
}

function byRule(blocked: readonly { rules: Rule[] }[]): Obstacles['others'] {
  const left = [...blocked]
  const found: Obstacles['others'] = []
  while (left.length > 0) {
    const counts = new Map<Rule, number>()
    for (const { rules } of left)
      for (const rule of new Set(rules)) counts.set(rule, (counts.get(rule) ?? 0) + 1)
    const [most] = [...counts].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    if (!most) return found
    const [rule, products] = most
    found.push({ rule, products })
    left.splice(0, left.length, ...left.filter(({ rules }) => !rules.includes(rule)))
  }
  return found
}

export function obstaclesByJudge(
  need: JudgedNeed,
  offered: readonly Offered[],
  today: Day,
): Obstacles {
  const blocked = offered.flatMap((product) => {
    if (!need.terms.classes.includes(product.class)) return []
    const rules = failedHard(judged(need, product, today).rows)
    return rules.length === 0 ? [] : [{ product, rules }]
  })
  const singles = blocked.flatMap((one) => {
    const changes = nearMissByTrying(need, one.product, today)
    return changes?.length === 1 && changes[0] ? [{ ...one, change: changes[0] }] : []
  })
  const distinct = new Map<string, { change: Change; times: number }>()
  for (const { change } of singles) {
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
        return {
          change,
          opens: blocked.filter(({ product }) => judged(after.need, product, after.today).eligible)
            .length,
          after: countFittingByJudge(after.need, offered, after.today),
        }
      }),
  )
  const opened = new Set(singles.map(({ product }) => product))
  return {
    fitting: countFittingByJudge(need, offered, today),
    blocked: blocked.length,
    changes: bestOfEachKind(tried, need),
    others: byRule(blocked.filter(({ product }) => !opened.has(product))),
  }
}
