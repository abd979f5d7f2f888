import { describe, expect, it } from 'vitest'
import { maskRows, noRecord, type RuleRow } from './match'
import { reasonsOf } from './reasons'

const base = { source: 'profile', asOf: '2024-05-13', hard: true } as const

const age: RuleRow = {
  ...base,
  rule: 'age',
  required: { kind: 'range', unit: 'months', min: 36, max: null },
  actual: { kind: 'figure', unit: 'months', value: 74 },
  verdict: 'pass',
}
const debt: RuleRow = {
  ...base,
  rule: 'debt-ratio',
  required: { kind: 'range', unit: 'bp', min: null, max: 7_000 },
  actual: null,
  verdict: 'unknown',
}
const revenue: RuleRow = {
  ...base,
  rule: 'revenue',
  required: { kind: 'range', unit: 'fen', min: 1_000_000_000, max: null },
  actual: { kind: 'figure', unit: 'fen', value: 2_345_678_900, year: 2023 },
  verdict: 'pass',
}
const amount: RuleRow = {
  ...base,
  rule: 'amount',
  source: 'need',
  required: { kind: 'range', unit: 'fen', min: 100_000_000, max: 1_000_000_000 },
  actual: { kind: 'figure', unit: 'fen', value: 600_000_000 },
  verdict: 'pass',
}
const patents: RuleRow = {
  ...base,
  rule: 'patents',
  hard: false,
  required: { kind: 'range', unit: 'count', min: 5, max: null },
  actual: { kind: 'figure', unit: 'count', value: 12 },
  verdict: 'pass',
}

const codes = (rows: RuleRow[], record = noRecord) =>
  reasonsOf({ rows, record }).map(({ code }) => code)

describe('the reasons of a match', () => {
  it('begin with how many hard rules passed, and how many are unknown', () => {
    expect(reasonsOf({ rows: [age, amount], record: noRecord })[0]).toEqual({
      code: 'all-passed',
      passed: 2,
    })
    expect(reasonsOf({ rows: [age, amount, debt, patents], record: noRecord })[0]).toEqual({
      code: 'some-unknown',
      passed: 2,
      unknown: 1,
    })
    expect(reasonsOf({ rows: [age, { ...amount, verdict: 'fail' }], record: noRecord })[0]).toEqual(
      {
        code: 'some-failed',
        passed: 1,
        failed: 1,
      },
    )
  })

  it('name what is unknown', () => {
    expect(reasonsOf({ rows: [age, debt], record: noRecord })).toContainEqual({
      code: 'unknown',
      rules: ['debt-ratio'],
    })
  })

  it('show both values of the most telling rule, or of a preference that is met', () => {
    expect(codes([amount, age])).toEqual(['all-passed', 'meets'])
    expect(reasonsOf({ rows: [amount, age], record: noRecord })).toContainEqual({
      code: 'meets',
      row: age,
    })
    expect(codes([amount, age, patents])).toEqual(['all-passed', 'prefers'])
  })

  it('say a preference that is not met', () => {
    expect(codes([age, { ...patents, verdict: 'fail' }])).toEqual([
      'all-passed',
      'meets',
      'against',
    ])
  })

  it('change with a criterion', () => {
    const stricter: RuleRow = {
      ...age,
      required: { kind: 'range', unit: 'months', min: 60, max: null },
    }
    expect(reasonsOf({ rows: [age], record: noRecord })).not.toEqual(
      reasonsOf({ rows: [stricter], record: noRecord }),
    )
  })

  it('count similar deals, and the requests that were often left without an answer', () => {
    const similar = { ...noRecord, similar: 9, asked: 20, answered: 17 }
    expect(reasonsOf({ rows: [age], record: similar })).toContainEqual({
      code: 'similar',
      deals: 9,
    })
    expect(codes([age], similar)).not.toContain('unanswered')
    expect(reasonsOf({ rows: [age], record: { ...similar, asked: 23 } })).toContainEqual({
      code: 'unanswered',
      asked: 23,
      unanswered: 6,
    })
    expect(codes([age])).not.toContain('similar')
  })

  it('tell nothing of a hidden fact, from masked rows', () => {
    const told = JSON.stringify(
      reasonsOf({ rows: maskRows([revenue, age], false), record: noRecord }),
    )
    expect(told).not.toContain('2345678900')
    const preferred = maskRows([age, { ...revenue, hard: false }], false)
    expect(JSON.stringify(reasonsOf({ rows: preferred, record: noRecord }))).toContain('within')
    expect(codes(preferred)).toContain('meets')
  })
})
