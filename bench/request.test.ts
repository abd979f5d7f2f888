import { expect, test } from 'vitest'
import { quantile } from './request'

test('quantiles are values that were measured', () => {
  const times = Array.from({ length: 200 }, (_, place) => 200 - place)
  expect(quantile(times, 0.5)).toBe(100)
  expect(quantile(times, 0.95)).toBe(190)
  expect(quantile([7], 0.95)).toBe(7)
})
