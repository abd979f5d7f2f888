import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { median, percentile } from './percentile'

test.each([
  [[], 0.5, 0],
  [[7], 0.9, 7],
  [[1, 2], 0.5, 1.5],
  [[1, 2, 10], 0.5, 2],
  [[10, 20, 30, 40, 50], 0.9, 46],
  [[10, 20, 30, 40, 50], 0, 10],
  [[10, 20, 30, 40, 50], 1, 50],
])('of %j at %f is %f', (sorted, part, value) => {
  expect(percentile(sorted, part)).toBeCloseTo(value, 10)
})

test('half of the values lie on either side of the median, in whatever order they come', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1_000, max: 1_000 }), { minLength: 1 }), (values) => {
      const middle = median(values)
      const [below, above] = [
        values.filter((value) => value < middle),
        values.filter((value) => value > middle),
      ]
      expect(below.length).toBeLessThanOrEqual(values.length / 2)
      expect(above.length).toBeLessThanOrEqual(values.length / 2)
      expect(median(values.toReversed())).toBe(middle)
    }),
  )
})
