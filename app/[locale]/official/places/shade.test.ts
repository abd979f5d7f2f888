import { expect, test } from 'vitest'
import { shadeBounds, shadeOf } from './shade'

test('five shades hold every figure up to the most, each one or more of them', () => {
  expect(shadeBounds(50)).toEqual([2, 8, 18, 32, 50])
  expect(shadeBounds(3)).toEqual([1, 2, 3])
  expect(shadeBounds(1)).toEqual([1])
  for (const most of [1, 2, 7, 38, 4_000]) {
    expect(shadeBounds(most).at(-1)).toBe(most)
    expect(shadeOf(0, most)).toBe('shade')
    let before = 0
    for (let value = 1; value <= most; value++) {
      const shade = Number(shadeOf(value, most).at(-1))
      expect(shade).toBeGreaterThanOrEqual(before)
      before = shade
    }
    expect(before).toBe(shadeBounds(most).length)
  }
})
