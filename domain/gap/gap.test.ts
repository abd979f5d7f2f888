import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rules } from '../match/bits'
import { blockingRule } from './gap'

test('the rule in the way is the one by which most miss it alone; failing that, the one most share', () => {
  expect(blockingRule([['amount'], ['tenor', 'zone'], ['zone', 'tenor'], ['zone', 'age']])).toEqual(
    {
      rule: 'amount',
      alone: [0],
    },
  )
  expect(
    blockingRule([
      ['zone', 'age'],
      ['zone', 'tenor'],
    ]),
  ).toEqual({ rule: 'zone', alone: [] })
  expect(blockingRule([])).toBeNull()
})

test('whoever is told misses it by that rule and by no other', () => {
  const product = fc.uniqueArray(fc.constantFrom(...rules), { minLength: 1, maxLength: 3 })
  fc.assert(
    fc.property(fc.array(product, { minLength: 1, maxLength: 12 }), (failed) => {
      const found = blockingRule(failed)
      for (const at of found?.alone ?? []) expect(failed[at]).toEqual([found?.rule])
      const alone = failed.filter((one) => one.length === 1 && one[0] === found?.rule).length
      expect(found?.alone).toHaveLength(alone)
    }),
  )
})
