import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { introduction, match, ranking, service } from '@/db/schema'
import { addDays, addMonths, dayOf, monthOf, startOf } from '../calendar/calendar'
import type { Chain } from '../chain/chain'
import { newId } from '../id'
import { judgeNeed } from '../match/judge-pairs'
import { findLead } from '../match/queries'
import { LEAST_CONTRACTS } from '../ranking/learn-from-ledger'
import { makeCompany, makeOrganisation, NOW } from '../testing/cast'
import { makeIntroduction, makeNeed, makeProduct, WAN } from '../testing/rows'
import { tale, value, type Scene } from '../testing/tale'
import { rankAnew } from './rank-anew'

const { scene } = tale()
const clock = { audience: 'clock' as const }
const today = dayOf(NOW)
const tomorrow = new Date(NOW.getTime() + 86_400_000)

/** A bank that lends to photonics, one that lends to another chain, one that never lent; a need of a photonics company. */
async function market({ db, cast, as }: Scene) {
  const [own, other, fresh] = [
    cast.financier,
    await makeOrganisation(db, 'financier'),
    await makeOrganisation(db, 'financier'),
  ]
  const borrowers: { id: string }[] = []
  while (borrowers.length < 20) borrowers.push(await makeOrganisation(db, 'company'))
  await db.insert(service).values(
    Array.from({ length: 2 * LEAST_CONTRACTS }, (_, at) => {
      const chain: Chain = at % 2 === 0 ? 'photonics' : 'new-energy-vehicles'
      const happenedOn = addDays(addMonths(today, -20), 5 * at)
      return {
        ...{
          id: newId(),
          organisationId: borrowers[at % 20]!.id,
          companyId: borrowers[at % 20]!.id,
        },
        ...{ financierId: (at % 2 === 0 ? own : other).id, financierKind: 'bank' as const },
        ...{ rung: 6 as const, class: 'credit-loan' as const, contractNo: `C-${at}` },
        ...{ contractKey: `C-${at}`, happenedOn, month: monthOf(happenedOn) },
        ...{ amountFen: 500 * WAN, tenorMonths: 12, district: 'yanta' as const, chains: [chain] },
        ...{
          source: 'import' as const,
          recordedAt: startOf(happenedOn),
          state: 'verified' as const,
        },
      }
    }),
  )
  const company = await makeCompany(db)
  const { id: needId } = await makeNeed(db, company.id, 'published')
  for (const { id } of [own, other, fresh]) await makeProduct(db, id, 'live')
  value(await judgeNeed(as(clock), needId))
  const recordOf = async (financierId: string) => {
    const [row] = await db
      .select()
      .from(match)
      .where(and(eq(match.needId, needId), eq(match.financierId, financierId)))
    return row!
  }
  return { own, other, fresh, company, needId, recordOf }
}

test(
  'before the first night everybody begins alike; then who financed such needs stands above, and a newcomer between',
  scene(async (on) => {
    const { own, other, fresh, recordOf } = await market(on)
    expect((await recordOf(own.id)).fit).toBe((await recordOf(fresh.id)).fit)
    expect(await rankAnew(on.as(clock))).toBe(2)
    const [first, second, third] = [
      await recordOf(own.id),
      await recordOf(other.id),
      await recordOf(fresh.id),
    ]
    expect(first.record.standing).toBeGreaterThan(500)
    expect(second.record.standing).toBeLessThan(500)
    expect(third.record.standing).toBeNull()
    expect(first.fit).toBeGreaterThan(third.fit)
    expect(third.fit).toBeGreaterThan(second.fit)
    expect(first.record).toMatchObject({ deals: LEAST_CONTRACTS, similar: LEAST_CONTRACTS })
    expect(second.record).toMatchObject({ deals: LEAST_CONTRACTS, similar: 0 })
    const times = first.record.evidence.reduce(
      (product, { times: one }) => (product * one) / 100,
      1,
    )
    const { standing } = first.record
    expect(times).toBeCloseTo(standing! / (1_000 - standing!), 0)
  }),
)

test(
  'it is learned once a day, and a day later from the same ledger to the same numbers',
  scene(async (on) => {
    const { own, recordOf } = await market(on)
    await rankAnew(on.as(clock))
    const before = await recordOf(own.id)
    expect(await rankAnew(on.as(clock))).toBe(0)
    expect(await rankAnew(on.as(clock, tomorrow))).toBe(0)
    const rows = await on.db.select().from(ranking).orderBy(ranking.asOf)
    expect(rows).toHaveLength(2)
    expect(rows[1]?.kept).toEqual(rows[0]?.kept)
    expect(await recordOf(own.id)).toEqual(before)
  }),
)

test(
  'who leaves requests without an answer sinks, and reads why on its lead',
  scene(async (on) => {
    const { db, who, as } = on
    const { own, company, recordOf, needId } = await market(on)
    await rankAnew(as(clock))
    const before = await recordOf(own.id)
    for (let asked = 0; asked < 8; asked++) {
      const { id } = await makeNeed(db, company.id, 'closed')
      await makeIntroduction(
        db,
        { needId: id, productId: before.productId, companyId: company.id, financierId: own.id },
        'ended',
        {
          origin: 'invited',
          createdAt: new Date(NOW.getTime() - 10 * 86_400_000),
          ending: 'ended-by-company',
          answeredAt: asked < 2 ? NOW : null,
        },
      )
    }
    expect(await db.$count(introduction)).toBeGreaterThanOrEqual(8)
    expect(await rankAnew(as(clock, tomorrow))).toBe(1)
    const after = await recordOf(own.id)
    expect(after.record).toMatchObject({ asked: 8, answered: 2, standing: before.record.standing })
    expect(after.fit).toBeLessThan(before.fit - 5)
    const lead = await findLead(as(who.financier), after.id)
    expect(lead?.record).toMatchObject({ asked: 8, answered: 2 })
    expect(lead?.needId).toBe(needId)
    // Who else finances the company, and its stage, are no matter of the teaser.
    expect(lead?.record.evidence.map(({ kind }) => kind)).not.toContain('relations')
    expect(lead?.record.hidden).toBe(true)
  }),
)
