import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { keepRanking, reopenRanking } from './keep'
import { learnRanking } from './learn-ranking'
import { seeded } from './random'
import { explain, rank } from './rank'
import type { Deal, FieldMap, KeptRanking, RankedNeed } from './ranking'
import { cut, inTimeOrder } from './slices'
import { standAmong } from './standing'
import { finish, finishBeside } from './steps'

const map: FieldMap = {
  ladders: [
    { name: 'place', fields: ['city', 'district'] },
    { name: 'trade', fields: ['chain'] },
  ],
  facets: ['stage'],
  crosses: [['city', 'chain']],
  figures: [{ field: 'amount', width: 0.7 }],
  home: 'city',
}

const pick = <Of>(from: readonly Of[], random: () => number) =>
  from[Math.floor(random() * from.length)]!

function need(more: Partial<RankedNeed> & Pick<RankedNeed, 'id'>): RankedNeed {
  const facts = { city: ['c1'], district: ['c1 d1'], chain: ['k1'], stage: ['seed'] }
  return { companyId: more.id, month: 60, facts, figures: { amount: 1000 }, prior: [], ...more }
}

/** Each chain has its own two financiers, who finance it nine times of ten; place, stage and amount say nothing. */
function planted(count: number, seed: number): Deal[] {
  const random = seeded(seed)
  return Array.from({ length: count }, (_, at) => {
    const chain = Math.floor(random() * 8)
    const own = random() < 0.9
    const financier = own ? 2 * chain + Math.floor(random() * 2) : Math.floor(random() * 30)
    const city = pick(['c1', 'c2', 'c3'], random)
    return {
      ...need({ id: `n${at}`, month: Math.floor((60 * at) / count) }),
      facts: {
        city: [city],
        district: [`${city} ${pick(['d1', 'd2'], random)}`],
        chain: [`k${chain}`],
        stage: random() < 0.1 ? null : [pick(['seed', 'grown'], random)],
      },
      figures: { amount: random() < 0.1 ? null : Math.floor(1000 * Math.exp(3 * random())) },
      financiers: [`f${String(financier).padStart(2, '0')}`],
    }
  })
}

const learn = (deals: readonly Deal[], seed = 1) => finish(learnRanking(deals, [], map, { seed }))
const history = planted(400, 3)
const learned = learn(history)
const ids = (deals: readonly Deal[], asked: RankedNeed) =>
  rank(learn(deals), asked, 100).map(({ financierId }) => financierId)

describe('learning', () => {
  test('the same seed gives the same bytes, whatever was learned in between', () => {
    const bytes = () => {
      const ranking = learn(history, 7)
      const ranked = ['k0', 'k3', 'k7'].map((chain) =>
        rank(ranking, need({ id: chain, facts: { chain: [chain] } }), 100),
      )
      return JSON.stringify([ranking.likenessWeights, ranking.evidenceWeights, ranked])
    }
    const once = bytes()
    learn(planted(50, 9))
    expect(bytes()).toBe(once)
  })

  test('a planted signal is found: the chain decides, the stage does not', () => {
    const weight = (name: string) =>
      learned.likenessWeights
        .filter((one) => one.name.startsWith(name) && !one.name.includes('×'))
        .reduce((sum, { thousandths }) => sum + thousandths, 0)
    expect(weight('chain')).toBeGreaterThan(weight('stage') + 1000)
    const later = planted(200, 4)
    const found = later.filter((deal) =>
      rank(learned, deal, 2).some(({ financierId }) => deal.financiers.includes(financierId)),
    )
    expect(found.length / later.length).toBeGreaterThan(0.8)
  })

  test.each([1, 2, 3])('a history of %i deals still ranks, with finite points', (count) => {
    const ranked = rank(learn(history.slice(0, count)), need({ id: 'x' }), 100)
    expect(ranked.length).toBeGreaterThan(0)
    expect(ranked.every(({ points }) => Number.isInteger(points))).toBe(true)
  })

  test('no weight is learned from what its evidence had seen', () => {
    for (const { before, after } of cut(history, 4, 0.12, 1)) {
      const last = Math.max(...before.map(({ month }) => month))
      expect(after.every(({ month }) => month >= last)).toBe(true)
      expect(after.some(({ id }) => before.some((deal) => deal.id === id))).toBe(false)
    }
    expect(inTimeOrder(history, 1).map(({ month }) => month)).toEqual(
      history.map(({ month }) => month).sort((one, other) => one - other),
    )
  })
})

describe('ranking', () => {
  test('who is seldom seen in a place leans on what is seen around it', () => {
    const rows = (at: number, city: string, district: string, financier: string) =>
      Array.from({ length: 20 }, (_, row) => ({
        ...need({ id: `${at} ${row}`, month: 40 + row }),
        facts: { city: [city], district: [district] },
        financiers: [financier],
      }))
    const deals = [
      ...rows(1, 'c1', 'c1 d1', 'near'),
      ...rows(2, 'c2', 'c2 d1', 'far'),
      ...rows(3, 'c3', 'c3 d1', 'other'),
    ]
    const asked = need({ id: 'x', facts: { city: ['c1'], district: ['c1 never seen'] } })
    expect(ids(deals, asked)[0]).toBe('near')
  })

  test('what was financed lately counts more than what was financed long ago', () => {
    const deals = Array.from({ length: 60 }, (_, month) => ({
      ...need({ id: `n${month}`, month }),
      financiers: [month < 30 ? 'early' : 'late'],
    }))
    expect(ids(deals, need({ id: 'x', month: 61 }))).toEqual(['late', 'early'])
  })

  test('who financed the company before is left out, and has no parts', () => {
    const [first] = rank(learned, need({ id: 'x' }), 1)
    const asked = need({ id: 'x', prior: [first!.financierId] })
    expect(rank(learned, asked, 100).map(({ financierId }) => financierId)).not.toContain(
      first!.financierId,
    )
    expect(explain(learned, asked, first!.financierId)).toBeNull()
    expect(explain(learned, asked, 'never seen')).toBeNull()
  })

  test('a need with everything unknown, or with values never seen, has finite points', () => {
    const strange = need({ id: 'x', facts: { city: ['nowhere'], chain: ['none'] }, figures: {} })
    for (const asked of [strange, need({ id: 'y', facts: {}, figures: {} })]) {
      const ranked = rank(learned, asked, 100)
      expect(ranked.length).toBe(learned.desk.likeness.book.candidates.length)
      expect(ranked.every(({ points }) => Number.isInteger(points))).toBe(true)
    }
  })

  test('the parts add up to the points, for any need and any financier ranked', () => {
    const value = (prefix: string) =>
      fc.option(
        fc.nat(9).map((number) => [`${prefix}${number}`]),
        { nil: null },
      )
    const anyNeed = fc.record({
      facts: fc.record({ city: value('c'), chain: value('k'), stage: value('s') }),
      figures: fc.record({ amount: fc.option(fc.nat(1_000_000), { nil: null }) }),
      month: fc.integer({ min: 50, max: 200 }),
      prior: fc.subarray(['f01', 'f02', 'never seen']),
    })
    fc.assert(
      fc.property(anyNeed, fc.nat(), (more, at) => {
        const asked = need({ id: 'x', ...more })
        const ranked = rank(learned, asked, 100)
        const { financierId, points } = ranked[at % ranked.length]!
        const parts = explain(learned, asked, financierId)!
        expect(parts.reduce((sum, part) => sum + part.points, 0)).toBe(points)
        expect(
          ranked.every((one, place) => place === 0 || ranked[place - 1]!.points >= one.points),
        ).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  test('a part names the deals behind it', () => {
    const asked = need({ id: 'x', facts: { chain: ['k0'] } })
    const [best] = rank(learned, asked, 1)
    const parts = explain(learned, asked, best!.financierId)!
    const own = history.filter(({ financiers }) => financiers.includes(best!.financierId))
    const dealsOf = (name: string) => parts.find(({ evidence }) => evidence === name)?.deals
    expect(dealsOf('popularity')).toBe(own.length)
    expect(dealsOf('chain')).toBe(own.filter(({ facts }) => facts.chain?.[0] === 'k0').length)
    expect(dealsOf('similar needs')).toBeLessThanOrEqual(own.length)
  })
})

describe('a stand among the financiers of a class', () => {
  const all = learned.desk.likeness.book.candidates
  const timesOf = (parts: readonly { points: number }[]) =>
    Math.exp(parts.reduce((sum, { points }) => sum + points, 0) / 1000)

  test('its parts multiply to how many times as likely as the average, which is one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 7 }), fc.nat(10_000), (chain, amount) => {
        const asked = need({ id: 'x', facts: { chain: [`k${chain}`] }, figures: { amount } })
        const stands = [...standAmong(learned, asked, all).values()]
        const times = stands.map(({ parts }) => timesOf(parts))
        for (const [at, { standing }] of stands.entries())
          expect(standing / 1000).toBeCloseTo(times[at]! / (1 + times[at]!), 1)
        expect(times.reduce((sum, one) => sum + one, 0) / times.length).toBeCloseTo(1, 1)
      }),
      { numRuns: 30 },
    )
  })

  test('who finances the company already stands about as if it did not, and who is not known not at all', () => {
    const asked = need({ id: 'x' })
    const free = standAmong(learned, asked, all)
    const [id] = rank(learned, asked, 1).map(({ financierId }) => financierId)
    const tied = standAmong(learned, { ...asked, prior: [id!] }, [...all, 'never seen'])
    expect(Math.abs(tied.get(id!)!.standing - free.get(id!)!.standing)).toBeLessThan(50)
    expect(tied.has('never seen')).toBe(false)
  })

  test('what was learned is kept as numbers and opened again to the same ranking', () => {
    const kept = JSON.parse(JSON.stringify(keepRanking(learned))) as KeptRanking
    const reopened = reopenRanking(kept, history, [], map)!
    for (const chain of ['k0', 'k5']) {
      const asked = need({ id: 'x', facts: { chain: [chain] } })
      expect(rank(reopened, asked, 100)).toEqual(rank(learned, asked, 100))
    }
    expect(reopenRanking(kept, history, [], { ...map, home: null, facets: [] })).toBeNull()
  })

  test('learned in steps beside other work it is the same', async () => {
    const beside = await finishBeside(learnRanking(history, [], map, { seed: 1 }))
    expect(keepRanking(beside)).toEqual(keepRanking(learned))
  })
})
