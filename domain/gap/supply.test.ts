import { expect, test } from 'vitest'
import type { FinancingClass } from '../product/classes'
import { dice } from '../testing/ledger'
import { classes } from '../product/classes'
import { chains } from '../chain/chain'
import {
  amountBands,
  bandFrom,
  bandOf,
  isAskedIn,
  isUnmetIn,
  supplyCuts,
  supplyKeys,
  supplyOf,
  type AskedNeed,
} from './supply'

const WAN = 1_000_000

function drawn(count: number): AskedNeed[] {
  const { roll, one } = dice(9)
  const some = (most: number): FinancingClass[] => [
    ...new Set(Array.from({ length: roll(most + 1) }, () => one(classes))),
  ]
  return Array.from({ length: count }, () => ({
    openFen: (1 + roll(5_000)) * WAN,
    classes: [...new Set([one(classes), ...some(2)])],
    chain: roll(5) === 0 ? null : one(chains),
    offered: some(2),
  }))
}

test('an amount stands in one band, whose end is its own', () => {
  expect([1, 100 * WAN, 100 * WAN + 1, 3_000 * WAN, 3_000 * WAN + 1].map(bandOf)).toEqual([
    ...['to-100', 'to-100', 'to-300', 'to-3000', 'over-3000'],
  ])
  for (const { id, most } of amountBands) {
    expect(bandFrom(id)).toBeLessThan(most)
    expect(bandOf(bandFrom(id) + 1)).toBe(id)
  }
})

test('by amount and by main chain every need stands once, by class under each that it would take', () => {
  const needs = drawn(400)
  for (const cut of supplyCuts) {
    const lines = supplyOf(needs, cut)
    const sum = lines.reduce((total, { asked }) => total + asked, 0)
    const places = needs.reduce((total, one) => total + one.classes.length, 0)
    expect(sum).toBe(cut === 'class' ? places : needs.length)
    const unmet = lines.reduce((total, one) => total + one.unmet, 0)
    const without = needs.filter(({ offered }) => offered.length === 0).length
    if (cut !== 'class') expect(unmet).toBe(without)
    else expect(unmet).toBeGreaterThan(without)
    for (const key of supplyKeys[cut]) {
      const line = lines.find((one) => one.key === key)
      expect(needs.filter((one) => isAskedIn(one, cut, key))).toHaveLength(line?.asked ?? -1)
      expect(needs.filter((one) => isUnmetIn(one, cut, key))).toHaveLength(line?.unmet ?? -1)
    }
  }
})

test('by class a need is unmet where nothing of that class fits, though another does', () => {
  const need: AskedNeed = {
    ...{ openFen: 500 * WAN, classes: ['ip-pledge-loan', 'credit-loan'], chain: 'photonics' },
    offered: ['credit-loan'],
  }
  expect(isUnmetIn(need, 'class', 'ip-pledge-loan')).toBe(true)
  expect(isUnmetIn(need, 'class', 'credit-loan')).toBe(false)
  expect(isUnmetIn(need, 'class', 'equity')).toBe(false)
  expect(isUnmetIn(need, 'chain', 'photonics')).toBe(false)
})
