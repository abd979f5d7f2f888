import type { CompanyActor } from '../actor'
import { dayOf } from '../calendar/calendar'
import type { Context } from '../context'
import { judge } from '../match/judge'
import { judgedNeed } from '../match/judged-need'
import type { Change } from '../match/match'
import { applyChanges, compareChanges, nearMiss } from '../match/near-miss'
import { reachOf, type Reach } from '../match/obstacles'
import { readRecords } from '../match/record'
import { listCandidateOfferings, listOfferings, type Offering } from './offerings'
import type { NeedRow } from './queries'

export interface NearMiss extends Offering {
  changes: Change[]
  /** The fit it would have. */
  fit: number
}

/** The products that a published need just misses, nearest first, with what would have to change. */
export async function listNearMisses(
  { db, now }: Context<CompanyActor>,
  own: NeedRow,
): Promise<NearMiss[]> {
  if (own.state !== 'published' || own.openFen <= 0) return []
  const today = dayOf(now)
  const need = judgedNeed(own)
  const offerings = await listOfferings(db)
  const missed = offerings.flatMap((offering) => {
    const changes = nearMiss(need, offering.product, today)
    return changes ? [{ ...offering, changes }] : []
  })
  const records = await readRecords(
    db,
    missed.map(({ product }) => product.financierId),
    now,
  )
  return missed
    .map((miss) => {
      const { product, changes } = miss
      const after = applyChanges(need, today, changes)
      const record = records.of(own, product)
      return { ...miss, fit: judge(after.need, product, after.today, record).fit }
    })
    .toSorted((a, b) => compareChanges(a.changes, b.changes, need) || b.fit - a.fit)
}

/** Who could finance a published need after some changes: tried only, nothing is written. */
export async function reachAfter(
  { db, now }: Context<CompanyActor>,
  own: NeedRow,
  changes: readonly Change[],
): Promise<Reach> {
  const after = applyChanges(judgedNeed(own), dayOf(now), changes)
  const offerings = await listCandidateOfferings(db, after.need, after.today)
  return reachOf(
    after.need,
    offerings.map(({ product }) => product),
    after.today,
  )
}
