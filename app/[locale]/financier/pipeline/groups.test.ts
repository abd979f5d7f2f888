import { expect, test } from 'vitest'
import type { FinancierIntroduction } from '@/domain/introduction/queries'
import { amountOf, groupsOf } from './groups'

const row = (more: Partial<FinancierIntroduction>) =>
  ({
    id: 'one',
    dueAt: null,
    teaser: null,
    amountFen: 600,
    acceptedFen: null,
    drawnFen: 0,
    productClass: 'credit-loan',
    ...more,
  }) as FinancierIntroduction

test('what was drawn is added where it was drawn, whatever was asked for or accepted', () => {
  const [group] = groupsOf([
    row({ state: 'drawn', acceptedFen: 500, drawnFen: 300 }),
    row({ state: 'drawn', acceptedFen: 400, drawnFen: 0 }),
  ])
  expect(group?.sums).toEqual([{ kind: 'drawn', fen: 300 }])
  expect(group?.rows.map(amountOf)).toEqual([300, 0])
})

test('no sum adds what is of two kinds', () => {
  const ended = groupsOf([
    row({ state: 'ended' }),
    row({ state: 'ended', acceptedFen: 500 }),
    row({ state: 'ended', acceptedFen: 70, productClass: 'guarantee' }),
    row({ state: 'ended', acceptedFen: 5, productClass: 'insurance' }),
  ])
  expect(ended[0]?.sums).toEqual([
    { kind: 'asked', fen: 600 },
    { kind: 'accepted', fen: 500 },
    { kind: 'cover', fen: 75 },
  ])
})
