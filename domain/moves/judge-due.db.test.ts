import { and, eq, inArray, sql } from 'drizzle-orm'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { match, need, needIndex, notification } from '@/db/schema'
import { addDays, monthsBetween, startOf, type Day } from '../calendar/calendar'
import { foundedBy } from '../match/candidate-needs'
import { judgeNeeds } from '../match/judge-needs'
import { judgeNeed, judgeProduct } from '../match/judge-pairs'
import { keepNeedIndex } from '../need/keep-need-index'
import { markThrough } from '../night/through'
import type { Criterion } from '../product/product'
import { publishProduct } from '../product/publish-product'
import type { Facts } from '../profile/profile'
import { makeCompany } from '../testing/cast'
import { makeNeed, makeProduct } from '../testing/rows'
import { tale, value, type Scene } from '../testing/tale'
import { trace } from '../testing/trace'
import { judgeDue } from './judge-due'

const { scene } = tale()
const clock = { audience: 'clock' as const }
const threeYears: Criterion = { fact: 'age', hard: true, min: 36, max: null }
const gazelle: Criterion = {
  fact: 'qualification',
  hard: true,
  quantifier: 'any',
  values: ['gazelle'],
}

/** Ten past midnight of a day in Xi'an. */
const nightOf = (day: Day) => new Date(startOf(day).getTime() + 10 * 60_000)
const judgeIn = ({ as }: Scene, day: Day) => judgeDue(as(clock, nightOf(day)))
const judgedThrough = ({ db }: Scene, through: Day) => markThrough(db, 'judge', through)

async function needWith({ db }: Scene, companyId: string, facts: Partial<Facts>, today: Day) {
  const made = await makeNeed(db, companyId, 'published')
  if (!made.facts) throw new Error('published without facts')
  await db
    .update(need)
    .set({ facts: { ...made.facts, ...facts } })
    .where(eq(need.id, made.id))
  await keepNeedIndex(db, [made.id], today)
  return made.id
}

const certificate = (validFrom: Day, validTo: Day): Partial<Facts> => ({
  qualifications: [
    { kind: 'gazelle', level: 'municipal', number: null, issuer: null, validFrom, validTo },
  ],
})

const matchesOf = ({ db }: Scene, needId: string) =>
  db.select().from(match).where(eq(match.needId, needId))

const alertsOf = ({ db }: Scene, memberId: string) =>
  db
    .select()
    .from(notification)
    .where(
      and(
        eq(notification.memberId, memberId),
        inArray(notification.kind, ['lead', 'lead-in-view']),
      ),
    )

test(
  'a company that turns three on 1 March is a lead of who asks for three years on that day, told once',
  scene(async (on) => {
    const { db, cast, as } = on
    const needId = await needWith(on, cast.company.id, { foundedOn: '2022-03-01' }, '2025-02-20')
    await makeProduct(db, cast.financier.id, 'live', { criteria: [threeYears] })
    value(await judgeNeed(as(clock, nightOf('2025-02-20')), needId))
    await judgedThrough(on, '2025-02-20')
    for (const day of ['2025-02-27', '2025-02-28']) expect(await judgeIn(on, day)).toBe(0)
    expect(await matchesOf(on, needId)).toEqual([])
    expect(await judgeIn(on, '2025-03-01')).toBe(1)
    expect(await matchesOf(on, needId)).toMatchObject([{ eligible: true }])
    const { owner, editor, viewer } = cast.of.financier
    for (const { id } of [owner, editor])
      expect(await alertsOf(on, id)).toMatchObject([{ kind: 'lead', many: 1 }])
    expect(await alertsOf(on, viewer.id)).toEqual([])
    const after = await trace(db)
    expect(await judgeIn(on, '2025-03-01')).toBe(0)
    expect(await trace(db)).toEqual(after)
    expect(await judgeIn(on, '2025-03-02')).toBe(0)
    expect(await alertsOf(on, owner.id)).toHaveLength(1)
  }),
)

test(
  'a certificate that ran out fails its rule from the day after: hard takes the lead away, soft ranks it lower',
  scene(async (on) => {
    const { db, cast, as } = on
    const facts = { ...certificate('2024-04-01', '2025-03-31'), foundedOn: null }
    const needId = await needWith(on, cast.company.id, facts, '2025-03-01')
    const { id: hard } = await makeProduct(db, cast.financier.id, 'live', { criteria: [gazelle] })
    const { id: soft } = await makeProduct(db, cast.financier.id, 'live', {
      criteria: [{ ...gazelle, hard: false }],
    })
    value(await judgeNeed(as(clock, nightOf('2025-03-01')), needId))
    const read = async (productId: string) => {
      const [found] = (await matchesOf(on, needId)).filter((row) => row.productId === productId)
      const row = found?.rows.find(({ rule }) => rule === 'qualification')
      return { eligible: found?.eligible, fit: found?.fit ?? 0, verdict: row?.verdict }
    }
    const before = await read(soft)
    expect([before.verdict, (await read(hard)).verdict]).toEqual(['pass', 'pass'])
    expect(await judgeIn(on, '2025-03-31')).toBe(0)
    expect(await read(hard)).toMatchObject({ eligible: true })
    expect(await judgeIn(on, '2025-04-01')).toBe(1)
    expect(await read(hard)).toMatchObject({ eligible: false, verdict: 'fail' })
    const after = await read(soft)
    expect(after).toMatchObject({ eligible: true, verdict: 'fail' })
    expect(after.fit).toBeLessThan(before.fit)
    // It was a lead before: nobody is told anew.
    expect(await alertsOf(on, cast.of.financier.owner.id)).toHaveLength(1)
  }),
)

test(
  'only what is due is judged, and nights that were missed are made up for',
  scene(async (on) => {
    const { db, cast, as } = on
    const made = async (foundedOn: Day | null) => {
      const company = await makeCompany(db)
      return needWith(on, company.id, { foundedOn }, '2025-02-20')
    }
    const turning = [await made('2022-02-28'), await made('2022-03-01')]
    const others = [await made('2022-03-09'), await made('2021-12-31'), await made(null)]
    await makeProduct(db, cast.financier.id, 'live', { criteria: [threeYears] })
    await makeProduct(db, cast.otherFinancier.id, 'live', {
      criteria: [{ ...threeYears, min: null, max: 36 + 24 }],
    })
    const first = nightOf('2025-02-20')
    for (const id of [...turning, ...others]) value(await judgeNeed(as(clock, first), id))
    await judgedThrough(on, '2025-02-20')
    // None of eight nights was run.
    expect(await judgeIn(on, '2025-03-08')).toBe(turning.length)
    const judgedAt = async (ids: string[]) =>
      (
        await db
          .selectDistinct({ at: match.judgedAt })
          .from(match)
          .where(inArray(match.needId, ids))
      ).map(({ at }) => at)
    expect(await judgedAt(turning)).toEqual([nightOf('2025-03-08')])
    expect(await judgedAt(others)).toEqual([first])
    // Both were found by one product: one line.
    const alerts = await alertsOf(on, cast.of.financier.owner.id)
    expect(alerts.filter(({ at }) => at > first)).toMatchObject([{ many: 2, subject: 'product' }])
    expect(await judgeIn(on, '2025-03-09')).toBe(1)
  }),
)

test(
  'a night cut short begins anew and tells nobody twice',
  scene(async (on) => {
    const { db, cast, as } = on
    const needId = await needWith(on, cast.company.id, { foundedOn: '2022-03-01' }, '2025-02-20')
    await makeProduct(db, cast.financier.id, 'live', { criteria: [threeYears] })
    await judgedThrough(on, '2025-02-28')
    value(await judgeNeeds(as(clock, nightOf('2025-03-01')), [needId]))
    const [before] = await matchesOf(on, needId)
    const later = new Date(nightOf('2025-03-01').getTime() + 3_600_000)
    expect(await judgeDue(as(clock, later))).toBe(1)
    expect(await matchesOf(on, needId)).toEqual([{ ...before, judgedAt: later }])
    expect(await alertsOf(on, cast.of.financier.owner.id)).toHaveLength(1)
  }),
)

test(
  'a product judged before the night takes no mark away: the needs that it renews are judged too',
  scene(async (on) => {
    const { db, cast, as, who } = on
    const facts = { ...certificate('2025-03-01', '2026-02-28'), foundedOn: null }
    const needId = await needWith(on, cast.company.id, facts, '2025-02-20')
    await makeProduct(db, cast.otherFinancier.id, 'live', { criteria: [gazelle] })
    const { id } = await makeProduct(db, cast.financier.id, 'draft')
    const early = as(clock, startOf('2025-03-01'))
    value(await publishProduct(as(who.financier, early.now), id))
    value(await judgeProduct(early, id))
    const { rows } = await db.execute<{ data: { needIds: string[] } }>(
      sql`select data from pgboss.job where name = 'judge-needs'`,
    )
    expect(rows.map(({ data }) => data.needIds)).toEqual([[needId]])
    expect(await db.select({ renewOn: needIndex.renewOn }).from(needIndex)).toEqual([
      { renewOn: '2026-03-01' },
    ])
    value(await judgeNeeds(early, [needId]))
    expect(await alertsOf(on, cast.of.otherFinancier.owner.id)).toHaveLength(1)
  }),
)

const days = fc.integer({ min: 0, max: 20_000 }).map((offset) => addDays('1990-01-01', offset))

test('an age is reached between two days exactly when the founding day lies between theirs', () => {
  fc.assert(
    fc.property(
      days,
      days,
      fc.integer({ min: 0, max: 800 }),
      fc.integer({ min: 1, max: 240 }),
      (foundedOn, through, later, months) => {
        const today = addDays(through, later)
        const turned =
          monthsBetween(foundedOn, through) < months && monthsBetween(foundedOn, today) >= months
        expect(
          foundedOn <= foundedBy(months, today) && foundedOn > foundedBy(months, through),
        ).toBe(turned)
      },
    ),
    { numRuns: 20_000, seed: 3 },
  )
})
