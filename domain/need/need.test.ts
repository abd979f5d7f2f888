import { describe, expect, test } from 'vitest'
import { emptyProfile } from '../profile/profile'
import { nearMiss } from '../match/near-miss'
import { facts, need, product, terms, TODAY, WAN } from '../testing/judged'
import {
  amendSchema,
  emptyTerms,
  expiresOn,
  needSteps,
  stepSchemas,
  stepStatus,
  whyNotSubmit,
  withOwnCollateral,
  type NeedStep,
  type NeedTerms,
} from './need'

const { whiteListed: _listed, asOf: _day, ...known } = facts
const profile = { ...emptyProfile, ...known, contactName: 'Contact', contactPhone: '02988880000' }
const draft = {
  state: 'draft' as const,
  terms,
  stepsDone: needSteps,
  companyName: '西安曜芯光子科技有限公司',
}

describe('publishing', () => {
  test.each<[string, Parameters<typeof whyNotSubmit>, string | null]>([
    ['a complete draft of a complete profile', [draft, profile, 0, TODAY], null],
    ['a returned one that is mended', [{ ...draft, state: 'returned' }, profile, 0, TODAY], null],
    ['a fifth open need', [draft, profile, 4, TODAY], null],
    ['a sixth open need', [draft, profile, 5, TODAY], 'too-many-open-needs'],
    [
      'wanted by today',
      [{ ...draft, terms: { ...terms, wantedBy: TODAY } }, profile, 0, TODAY],
      null,
    ],
    [
      'wanted by yesterday',
      [{ ...draft, terms: { ...terms, wantedBy: '2024-05-14' } }, profile, 0, TODAY],
      'wanted-by-past',
    ],
    [
      'words with a phone in full-width figures',
      [{ ...draft, terms: { ...terms, words: '找林工１３８００００１２３４' } }, profile, 0, TODAY],
      'words-tell-who',
    ],
    [
      'words with the company’s own name',
      [{ ...draft, terms: { ...terms, words: '曜芯光子扩产' } }, profile, 0, TODAY],
      'words-tell-who',
    ],
    ['one in review', [{ ...draft, state: 'in-review' }, profile, 0, TODAY], 'wrong-state'],
    [
      'a draft with nothing in it',
      [{ ...draft, terms: emptyTerms }, profile, 0, TODAY],
      'need-incomplete',
    ],
    [
      'a step never opened',
      [{ ...draft, stepsDone: ['use', 'amount', 'cost', 'security'] }, profile, 0, TODAY],
      'need-incomplete',
    ],
    [
      'a loan without a tenor',
      [{ ...draft, terms: { ...terms, tenorMonths: null } }, profile, 0, TODAY],
      'need-incomplete',
    ],
    [
      'equity without a tenor',
      [
        { ...draft, terms: { ...terms, classes: ['equity'], tenorMonths: null } },
        profile,
        0,
        TODAY,
      ],
      null,
    ],
    [
      'equity or a loan without a tenor',
      [
        { ...draft, terms: { ...terms, classes: ['equity', 'credit-loan'], tenorMonths: null } },
        profile,
        0,
        TODAY,
      ],
      'need-incomplete',
    ],
    ['no telephone', [draft, { ...profile, contactPhone: null }, 0, TODAY], 'profile-incomplete'],
    [
      'no accounts, which may stay unknown',
      [draft, { ...profile, years: [], debtRatioBp: null }, 0, TODAY],
      null,
    ],
  ])('%s', (_name, asked, why) => {
    expect(whyNotSubmit(...asked)).toBe(why)
  })
})

const amount = {
  amountFen: 500 * WAN,
  leastFen: null as number | null,
  inParts: false,
  partFen: null as number | null,
  tenorMonths: 12,
}
const { words, useKind, classes, collateral, maxCostBp, wantedBy, showWhiteList } = terms
const whole = { words, useKind, classes, collateral, maxCostBp, wantedBy, showWhiteList }

describe.each([
  [
    'the step of the amount',
    (more: Partial<typeof amount>) => stepSchemas.amount.safeParse({ ...amount, ...more }),
  ],
  [
    'an amendment',
    (more: Partial<typeof amount>) => amendSchema.safeParse({ ...whole, ...amount, ...more }),
  ],
])('%s', (_name, parse) => {
  test.each<[string, Partial<typeof amount>, string | null]>([
    ['a plain amount', {}, null],
    ['a least that is the amount', { leastFen: 500 * WAN }, null],
    ['a least over the amount', { leastFen: 500 * WAN + 1 }, 'leastFen'],
    ['in parts of some size', { inParts: true, partFen: 100 * WAN }, null],
    ['in parts of no size', { inParts: true }, 'partFen'],
    ['in parts over the amount', { inParts: true, partFen: 501 * WAN }, 'partFen'],
    ['under the least amount there is', { amountFen: 999_999 }, 'amountFen'],
    ['over the most', { amountFen: 500_000 * WAN + 1 }, 'amountFen'],
    ['a tenor of nothing', { tenorMonths: 0 }, 'tenorMonths'],
  ])('%s', (_case, more, field) => {
    expect(parse(more).error?.issues[0]?.path[0] ?? null).toBe(field)
  })
})

test('a task is not started, in progress or done, read from what is there', () => {
  const status = (more: Partial<NeedTerms>, ...visited: NeedStep[]) =>
    needSteps.map((step) => stepStatus({ ...emptyTerms, ...more }, step, visited))
  expect(new Set(status({}))).toEqual(new Set(['not-started']))
  expect(status({ useKind: 'research' }, 'use')[0]).toBe('in-progress')
  expect(status({ classes: ['equity'], useKind: 'research' }, 'use')[0]).toBe('done')
  expect(status({}, 'security')[2]).toBe('done')
})

test('a need is open for 180 days', () => {
  expect(expiresOn('2024-01-01')).toBe('2024-06-29')
})

test('a draft offers what its profile holds until it says what it offers, and nobody is asked to offer that again', () => {
  const blank = { ...terms, collateral: [] }
  const own = { ...facts, collateral: ['patents' as const] }
  const wanting = {
    ...product,
    criteria: [
      {
        fact: 'collateral' as const,
        quantifier: 'any' as const,
        values: ['patents' as const],
        hard: true,
      },
    ],
  }
  const ways = (stepsDone: NeedStep[]) =>
    nearMiss(need({ terms: withOwnCollateral(blank, own, stepsDone), facts: own }), wanting, TODAY)
  expect(withOwnCollateral(blank, own, ['use']).collateral).toEqual(['patents'])
  expect(ways(['use'])).toBeNull()
  expect(ways(['use', 'security'])).toEqual([{ kind: 'collateral', add: ['patents'] }])
  expect(withOwnCollateral({ ...blank, collateral: ['orders'] }, own, []).collateral).toEqual([
    'orders',
  ])
})
