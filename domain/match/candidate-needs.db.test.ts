import { eq, sql } from 'drizzle-orm'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { match, need, needIndex } from '@/db/schema'
import { rolledBack } from '@/db/testing'
import { addDays, monthsBetween } from '../calendar/calendar'
import { newId } from '../id'
import { keepNeedIndex, renewNeedIndex } from '../need/keep-need-index'
import { needIndexRowsOf } from '../need/need-index'
import { NOW } from '../testing/cast'
import { TODAY } from '../testing/judged'
import { expectLeadsKept } from '../testing/leads'
import { anyNeed, anyProduct, anyToldNeed } from '../testing/pairs'
import { isSet, type ProductTerms } from '../product/product'
import { makeNeed, makeProduct } from '../testing/rows'
import { tale, value, type Scene } from '../testing/tale'
import { slotBits } from './bits'
import { foundedBy, listCandidateNeeds, listTopNeeds } from './candidate-needs'
import { judge } from './judge'
import { judgeProduct } from './judge-pairs'
import { noRecord, type JudgedNeed } from './match'
import { nearMiss, stretched } from './near-miss'

const { scene } = tale()
const MOST = 20

async function publish({ db, cast }: Scene, needs: readonly JudgedNeed[]): Promise<string[]> {
  const like = await makeNeed(db, cast.company.id, 'published')
  const rows = needs.map(({ terms, facts, teaser, openFen }) => ({
    ...like,
    ...terms,
    facts,
    ...(teaser ? { teaser } : {}),
    openFen,
    id: newId(),
    code: newId(),
  }))
  await db.insert(need).values(rows)
  const ids = rows.map(({ id }) => id)
  const index = needs.flatMap((one, place) => needIndexRowsOf(ids[place] ?? '', one, TODAY))
  if (index.length > 0) await db.insert(needIndex).values(index)
  return ids
}

const barsChains = ({ criteria }: ProductTerms) =>
  criteria.some((one) => isSet(one) && one.fact === 'chain' && one.quantifier === 'none')

test(
  'SQL finds what the judge calls eligible and nothing else, ranks it by the same parts, and leaves out no near miss',
  scene(async (on) => {
    const list = { minLength: 120, maxLength: 120 }
    let nearMisses = 0
    await fc.assert(
      fc.asyncProperty(fc.array(anyNeed, list), fc.array(anyProduct, list), (needs, products) =>
        rolledBack(on.db, async (db) => {
          const ids = await publish({ ...on, db }, needs)
          await db
            .delete(needIndex)
            .where(sql`${needIndex.needId} <> all(${sql.param(ids)}::uuid[])`)
          // Who bars a chain finds by main chains alone: a candidate more.
          for (const product of products.filter((one) => !barsChains(one))) {
            const fitting = needs.flatMap((one, place) => {
              const { eligible, parts } = judge(one, product, TODAY, noRecord)
              const part = parts.preference + parts.completeness
              return eligible ? [{ needId: ids[place] ?? '', part }] : []
            })
            const about = JSON.stringify(product)
            const near = needs.flatMap((one, place) =>
              nearMiss(one, product, TODAY) ? [ids[place] ?? ''] : [],
            )
            nearMisses += near.length
            expect(await listCandidateNeeds(db, stretched(product)), about).toEqual(
              expect.arrayContaining(near),
            )
            expect(await listCandidateNeeds(db, product), about).toEqual(
              fitting.map(({ needId }) => needId).toSorted(),
            )
            const best = fitting.toSorted(
              (a, b) => b.part - a.part || (a.needId < b.needId ? -1 : 1),
            )
            expect(await listTopNeeds(db, product, MOST), about).toEqual(best.slice(0, MOST))
          }
        }),
      ),
      { numRuns: 8, endOnFailure: true },
    )
    expect(nearMisses).toBeGreaterThan(100)
  }),
)

test(
  'of needs that are told by their teasers SQL leaves out none that fits by teaser or by facts, and of the rest only further chains',
  scene(async (on) => {
    const list = { minLength: 120, maxLength: 120 }
    const seen = { told: 0 }
    await fc.assert(
      fc.asyncProperty(fc.array(anyToldNeed, list), fc.array(anyProduct, list), (needs, products) =>
        rolledBack(on.db, async (db) => {
          const ids = await publish({ ...on, db }, needs)
          await db
            .delete(needIndex)
            .where(sql`${needIndex.needId} <> all(${sql.param(ids)}::uuid[])`)
          for (const product of products) {
            const about = JSON.stringify(product)
            const found = new Set(await listCandidateNeeds(db, product))
            const withoutChains = {
              ...product,
              criteria: product.criteria.filter(({ fact }) => fact !== 'chain'),
            }
            for (const [place, one] of needs.entries()) {
              const { teaser: _teaser, ...bare } = one
              const fits = (need: JudgedNeed, terms = product) =>
                judge(need, terms, TODAY, noRecord).eligible
              const isFound = found.has(ids[place] ?? '')
              if (fits(one) || fits(bare)) expect(isFound, about).toBe(true)
              if (!fits(one, withoutChains)) expect(isFound, about).toBe(false)
              seen.told += Number(fits(one) && !fits(bare))
            }
          }
        }),
      ),
      { numRuns: 3, endOnFailure: true },
    )
    expect(seen.told).toBeGreaterThan(20)
  }),
)

test('the last founding day of an age is the last on which it is reached', () => {
  const day = fc.integer({ min: 0, max: 4_000 }).map((days) => addDays('2018-01-01', days))
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 200 }), (today, months) => {
      const last = foundedBy(months, today)
      expect(monthsBetween(last, today)).toBeGreaterThanOrEqual(months)
      expect(monthsBetween(addDays(last, 1), today)).toBeLessThan(months)
    }),
  )
})

test(
  'a lead is made anew on the day a certificate ends, and whenever it is marked as due',
  scene(async ({ db, cast }) => {
    const made = await makeNeed(db, cast.company.id, 'published')
    const certificate = {
      kind: 'gazelle' as const,
      level: 'municipal' as const,
      number: null,
      issuer: null,
      validFrom: addDays(TODAY, -10),
      validTo: addDays(TODAY, 3),
    }
    if (!made.facts) throw new Error('published without facts')
    const facts = { ...made.facts, foundedOn: null, qualifications: [certificate] }
    await db.update(need).set({ facts }).where(eq(need.id, made.id))
    await keepNeedIndex(db, [made.id], TODAY)
    const [before] = await db.select().from(needIndex)
    expect(before?.renewOn).toBe(addDays(TODAY, 4))
    await renewNeedIndex(db, addDays(TODAY, 3))
    expect(await db.select().from(needIndex)).toEqual([before])
    await renewNeedIndex(db, addDays(TODAY, 4))
    const held = slotBits('qualification', ['gazelle'])
    const severalCodes = (before?.severalCodes ?? 0) - held
    expect(held).toBeGreaterThan(0)
    expect(await db.select().from(needIndex)).toEqual([{ ...before, severalCodes, renewOn: null }])
    // As the migration leaves the needs that were open before it.
    await db.update(needIndex).set({ class: 0, openFen: 0, renewOn: '1970-01-01', severalCodes: 0 })
    await renewNeedIndex(db, TODAY)
    await expectLeadsKept(db, TODAY)
  }),
)

test(
  'a product that is judged finds needs whose leads were due',
  scene(async ({ db, cast, as }) => {
    const { id: needId } = await makeNeed(db, cast.company.id, 'published')
    const { id: productId } = await makeProduct(db, cast.financier.id, 'live')
    await db.update(needIndex).set({ openFen: 0, renewOn: '1970-01-01' })
    expect(value(await judgeProduct(as({ audience: 'clock' }, NOW), productId))).toBe(1)
    expect(await db.select({ needId: match.needId }).from(match)).toEqual([{ needId }])
  }),
)
