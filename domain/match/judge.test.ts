import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { emptyProfile, factsOf } from '../profile/profile'
import type { Criterion } from '../product/product'
import { withCosts } from '../product/product-costs'
import { criteria, hiddenParts, need, product, TODAY, WAN } from '../testing/judged'
import { judge } from './judge'
import { fitMost, noRecord, RULES_VERSION, unknownHard, type Rule, type TrackRecord } from './match'

type NeedMore = Parameters<typeof need>[0]
type ProductMore = Partial<typeof product>

const judged = (needMore: NeedMore, productMore: ProductMore = {}) =>
  judge(
    need(needMore),
    { ...withCosts({ ...product, ...productMore }), ...productMore },
    TODAY,
    noRecord,
  )

test('what the company leaves out never blocks it: a company of which nothing is known fits', () => {
  const nothing = factsOf(emptyProfile, [], TODAY)
  const many: Criterion[] = [
    { fact: 'age', min: 36, max: null, hard: true },
    { fact: 'staff', min: 10, max: null, hard: true },
    { fact: 'revenue', min: WAN, max: null, hard: true },
    { fact: 'profitable', hard: true },
    { fact: 'stage', quantifier: 'any', values: ['growth'], hard: true },
  ]
  const { rows, eligible, parts } = judged({ facts: nothing }, { criteria: many })
  expect(eligible).toBe(true)
  expect(unknownHard(rows)).toBe(5)
  expect(parts.completeness).toBe(8)
})

test.each<[string, ProductMore, Rule]>([
  ['a guarantee is not compared by cost', { class: 'guarantee' }, 'cost'],
  ['nor is a policy', { class: 'insurance' }, 'cost'],
  ['equity has no cost', { class: 'equity' }, 'cost'],
  ['nor a tenor', { class: 'equity' }, 'tenor'],
  ['a price agreed case by case is not compared', { rateMinBp: null, rateMaxBp: null }, 'cost'],
])('%s', (_name, more, rule) => {
  const name = more.class ?? product.class
  expect(judged({ terms: { classes: [name] } }, more).rows.map((row) => row.rule)).not.toContain(
    rule,
  )
})

test('a soft failure ranks lower and does not block', () => {
  const soft = (min: number): Criterion[] => [{ fact: 'staff', min, max: null, hard: false }]
  const [met, missed] = [judged({}, { criteria: soft(10) }), judged({}, { criteria: soft(500) })]
  expect(missed.eligible).toBe(true)
  expect(missed.fit).toBeLessThan(met.fit)
})

test('the middle of the range fits better than its edge, and a record better than none', () => {
  const middle = judged({ terms: { amountFen: 550 * WAN } })
  expect(judged({ terms: { amountFen: 1_000 * WAN } }).fit).toBeLessThan(middle.fit)
  const record = { ...noRecord, standing: 750, asked: 9, answered: 9, medianAnswerHours: 3 }
  expect(judge(need(), product, TODAY, record).fit).toBeGreaterThan(judged({}).fit)
})

test('who never answers sinks below a newcomer, however likely its deals make it', () => {
  const partOf = (more: Partial<TrackRecord>) =>
    judge(need(), product, TODAY, { ...noRecord, ...more }).parts.record
  const likely = { standing: 950, medianAnswerHours: 3 }
  const answers = [12, 8, 4, 0].map((answered) => partOf({ ...likely, asked: 12, answered }))
  expect(answers).toEqual(answers.toSorted((a, b) => b - a))
  expect(answers.at(-1)).toBeLessThan(partOf({}))
  expect(partOf({ standing: 0 })).toBeLessThan(partOf({}))
  expect(partOf({ standing: 500 })).toBeGreaterThan(partOf({}))
})

const records = fc
  .record({
    standing: fc.option(fc.nat(1_000), { nil: null }),
    answered: fc.nat(500),
    unanswered: fc.nat(500),
    medianAnswerHours: fc.option(fc.nat(900), { nil: null }),
  })
  .map(({ unanswered, ...record }) => ({
    ...noRecord,
    ...record,
    asked: record.answered + unanswered,
  }))

test('the same inputs give the same bytes, and the parts add up to a fit of 0 to 100', () => {
  fc.assert(
    fc.property(
      hiddenParts,
      criteria,
      fc.integer({ min: 1, max: 3_000 }),
      records,
      (hidden, tests, wan, record) => {
        const subject = need({ facts: hidden, openFen: wan * WAN })
        const asked = { ...product, criteria: tests }
        const one = judge(subject, asked, TODAY, record)
        expect(
          JSON.stringify(judge(structuredClone(subject), structuredClone(asked), TODAY, record)),
        ).toBe(JSON.stringify(one))
        expect(one.rulesVersion).toBe(RULES_VERSION)
        expect(one.fit).toBe(one.parts.preference + one.parts.record + one.parts.completeness)
        for (const [part, most] of Object.entries(fitMost)) {
          const points = one.parts[part as keyof typeof fitMost]
          expect(Number.isInteger(points) && points >= 0 && points <= most).toBe(true)
        }
        expect(one.eligible).toBe(!one.rows.some((row) => row.hard && row.verdict === 'fail'))
        for (const row of one.rows) expect(row.verdict === 'unknown').toBe(row.actual === null)
      },
    ),
  )
})
