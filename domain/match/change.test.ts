import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { collateralKinds, qualificationKinds } from '../profile/profile'
import { changeAsText, changeFromText } from './change'
import type { Change } from './match'

const changes: fc.Arbitrary<Change> = fc.oneof(
  fc.record({
    kind: fc.constant('amount' as const),
    fen: fc.integer({ min: 10, max: 9_000 }).map((wan) => wan * 1_000_000),
  }),
  fc.record({ kind: fc.constant('tenor' as const), months: fc.integer({ min: 1, max: 120 }) }),
  fc.record({
    kind: fc.constant('collateral' as const),
    add: fc.uniqueArray(fc.constantFrom(...collateralKinds), { minLength: 1, maxLength: 4 }),
  }),
  fc.record({
    kind: fc.constant('certificate' as const),
    certificate: fc.constantFrom(...qualificationKinds),
  }),
  fc.record({
    kind: fc.constant('wait' as const),
    until: fc
      .date({ min: new Date('2024-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
      .map((at) => at.toISOString().slice(0, 10)),
  }),
)

test('a change reads back from its text as it was', () => {
  fc.assert(
    fc.property(changes, (change) => {
      expect(changeFromText(changeAsText(change))).toEqual(change)
    }),
  )
})

test.each([
  undefined,
  ['amount.1'],
  '',
  'amount',
  'amount.',
  'amount.-5',
  'amount.1e99',
  'tenor.0',
  'tenor.1.5',
  'collateral.',
  'collateral.gold',
  'certificate.best',
  'wait.2024-02-30',
  'constructor.x',
  '__proto__.x',
])('%j is no change', (text) => {
  expect(changeFromText(text)).toBeNull()
})
