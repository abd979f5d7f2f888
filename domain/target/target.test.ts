import { expect, test } from 'vitest'
import { paceOf, placeOfScope, scopeOfPlace, targetPlaces } from './target'

test('the pace that is needed brings exactly the target, and what has come is not asked for again', () => {
  const soFar = [40, 90, 150, 200, 320]
  const pace = paceOf(800, soFar)
  expect(pace).toEqual({
    ...{ reached: 320, ended: 5, left: 7, missing: 480, needed: 480 / 7, soFar: 64 },
    reachedIn: null,
  })
  expect(pace.reached + (pace.needed ?? 0) * pace.left).toBeCloseTo(800)
})

test('a target is reached in the first month that holds it, or at the pace so far in one to come', () => {
  expect(paceOf(150, [40, 90, 150, 200]).reachedIn).toBe(3)
  expect(paceOf(150, [40, 90, 150, 200])).toMatchObject({ missing: 0, needed: 0 })
  expect(paceOf(400, [40, 90, 150, 200]).reachedIn).toBe(8)
  expect(paceOf(600, [40, 90, 150, 200]).reachedIn).toBe(12)
  expect(paceOf(601, [40, 90, 150, 200]).reachedIn).toBeNull()
})

test('before a month has ended there is no pace, and after the year none is needed', () => {
  expect(paceOf(120, [])).toMatchObject({ reached: 0, left: 12, needed: 10, soFar: null })
  const over = paceOf(
    120,
    Array.from({ length: 12 }, (_, at) => (at + 1) * 9),
  )
  expect(over).toMatchObject({ reached: 108, left: 0, missing: 12, needed: null, soFar: 9 })
  expect(over.reachedIn).toBeNull()
})

test('each place is one scope and one scope is its place', () => {
  for (const place of targetPlaces) expect(placeOfScope(scopeOfPlace(place))).toBe(place)
  expect(placeOfScope({ city: false, districts: ['yanta'], zones: ['xixian'] })).toBeNull()
  expect(placeOfScope({ city: false, districts: [], zones: [] })).toBeNull()
})
