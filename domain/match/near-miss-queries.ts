import { and, eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { need, organisation } from '@/db/schema'
import type { CompanyActor, OfficialActor } from '../actor'
import { dayOf } from '../calendar/calendar'
import type { Context } from '../context'
import { countAccepted } from '../need/amend-need'
import type { NeedRow } from '../need/lock-need'
import { whyNotAmend } from '../need/need'
import { inScope } from '../organisation/scope'
import { readCatalogue } from './catalogue'
import { judge } from './judge'
import { judgedNeed, type Change } from './match'
import { applyChanges, compareChanges, isAmendable } from './near-miss'
import { listOfferings, type Offering } from './offerings'
import { countFitting, missesAmong, type FittingCount } from './offers'
import { readRecords } from './record'
import { scanFailed } from './scan'

export interface NearMiss extends Offering {
  changes: Change[]
  /** The fit it would have. */
  fit: number
}

/** The products that a published need just misses, nearest first, with what would have to change. */
async function findNearMisses(db: Database, now: Date, own: NeedRow): Promise<NearMiss[]> {
  if (own.state !== 'published' || own.openFen <= 0) return []
  const today = dayOf(now)
  const asked = judgedNeed(own)
  const offers = await readCatalogue(db)
  const isFixed = whyNotAmend(own.state, await countAccepted(db, own.id)) !== null
  // What is no longer in the company's power is no step that it could take.
  const misses = missesAmong(
    asked,
    offers,
    scanFailed(offers.masks, asked, today),
    today,
    2,
  ).filter(({ changes }) => !(isFixed && changes.some(isAmendable)))
  const changesOf = new Map(misses.map(({ product, changes }) => [product.id, changes]))
  const missed = (await listOfferings(db, [...changesOf.keys()])).map((offering) => ({
    ...offering,
    changes: changesOf.get(offering.product.id) ?? [],
  }))
  const records = await readRecords(
    db,
    missed.map(({ product }) => product.financierId),
    now,
  )
  return missed
    .map((miss) => {
      const { product, changes } = miss
      const after = applyChanges(asked, today, changes)
      const record = records.of(own, product)
      return { ...miss, fit: judge(after.need, product, after.today, record).fit }
    })
    .toSorted((a, b) => compareChanges(a.changes, b.changes, asked) || b.fit - a.fit)
}

/** Of the company's own need. */
export function listNearMisses(
  { db, now }: Context<CompanyActor>,
  own: NeedRow,
): Promise<NearMiss[]> {
  return findNearMisses(db, now, own)
}

/** Of a need in an official's places; none where it is not there. */
export async function listNearMissesInScope(
  { db, now, actor }: Context<OfficialActor>,
  needId: string,
): Promise<NearMiss[]> {
  const [found] = await db
    .select({ need })
    .from(need)
    .innerJoin(organisation, eq(organisation.id, need.organisationId))
    .where(and(eq(need.id, needId), inScope(actor.scope)))
  return found ? findNearMisses(db, now, found.need) : []
}

/** Who could finance a published need after some changes: tried only, nothing is written. */
export async function countFittingAfter(
  { db, now }: Context<CompanyActor>,
  own: NeedRow,
  changes: readonly Change[],
): Promise<FittingCount> {
  const after = applyChanges(judgedNeed(own), dayOf(now), changes)
  return countFitting(after.need, await readCatalogue(db), after.today)
}
