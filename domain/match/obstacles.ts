/** What stands in the way of the products that a need is not eligible for, and what one change would open. Pure. */
import type { Day } from '../calendar/calendar'
import type { ProductTerms } from '../product/product'
import { judge } from './judge'
import { noRecord, type Change, type JudgedNeed, type Rule } from './match'
import { applyChanges, compareChanges, nearMiss } from './near-miss'

export interface Offered extends ProductTerms {
  financierId: string
}

/** How many it concerns: products, and the financiers they are of. */
export interface Reach {
  products: number
  financiers: number
}

export interface Obstacles {
  fitting: Reach
  /** Products of a class that is asked for and that the need is not eligible for. */
  blocked: number
  /** One change of each kind, the one that opens most, and who could finance it then. */
  changes: { change: Change; opens: number; after: Reach }[]
  /** Products that no single change opens, by the rule in the way that most of them share. */
  others: { rule: Rule; products: number }[]
}

/** Figures tried of one kind of change: more would only cost time. */
const TRIED_OF_A_KIND = 12

export function reachOf(need: JudgedNeed, offered: readonly Offered[], today: Day): Reach {
  const fitting = offered.filter((product) => judge(need, product, today, noRecord).eligible)
  return {
    products: fitting.length,
    financiers: new Set(fitting.map(({ financierId }) => financierId)).size,
  }
}

/** What opens most of each kind; of those that open as much, the nearest. */
function bestOfEachKind(tried: readonly Obstacles['changes'][number][], need: JudgedNeed) {
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

/** Each product under the rule that blocks most of them, so that their sum is the products. */
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

export function obstaclesOf(need: JudgedNeed, offered: readonly Offered[], today: Day): Obstacles {
  const blocked = offered.flatMap((product) => {
    if (!need.terms.classes.includes(product.class)) return []
    const rules = judge(need, product, today, noRecord)
      .rows.filter(({ hard, verdict }) => hard && verdict === 'fail')
      .map(({ rule }) => rule)
    return rules.length === 0 ? [] : [{ product, rules }]
  })
  const singles = blocked.flatMap((one) => {
    const changes = nearMiss(need, one.product, today)
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
          opens: blocked.filter(
            ({ product }) => judge(after.need, product, after.today, noRecord).eligible,
          ).length,
          after: reachOf(after.need, offered, after.today),
        }
      }),
  )
  const opened = new Set(singles.map(({ product }) => product))
  return {
    fitting: reachOf(need, offered, today),
    blocked: blocked.length,
    changes: bestOfEachKind(tried, need),
    others: byRule(blocked.filter(({ product }) => !opened.has(product))),
  }
}
