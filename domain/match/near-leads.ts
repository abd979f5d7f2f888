import { and, desc, eq, sql } from 'drizzle-orm'
import { isAmong } from '@/db/among'
import { introduction, match, need, organisation } from '@/db/schema'
import type { FinancierActor } from '../actor'
import { dayOf } from '../calendar/calendar'
import type { Context } from '../context'
import type { Teaser } from '../need/teaser'
import { findOwnProduct } from '../product/queries'
import { listCandidateNeeds } from './candidate-needs'
import { leadNeed, maskChanges, type BareChange } from './match'
import { nearMiss, stretched } from './near-miss'

/** Of a big city only the newest are looked at: what is near is read by people. */
const LOOKED_AT = 500

export interface NearLead {
  needId: string
  teaser: Teaser
  publishedAt: Date | null
  changes: BareChange[]
}

/**
 * The open needs that one's own live product just misses by their teasers, and no other of one's own reaches: the teaser, and by which
 * rules; those that one change would open first, then the newest. None where the product is not one's own, or is not on offer.
 */
export async function listNearLeads(
  context: Context<FinancierActor>,
  productId: string,
): Promise<NearLead[]> {
  const { db, actor, now } = context
  const own = await findOwnProduct(context, productId)
  if (own?.state !== 'live' || actor.organisationState !== 'admitted') return []
  const today = dayOf(now)
  const candidates = await listCandidateNeeds(db, stretched(own))
  const open = await db
    .select({ need })
    .from(need)
    .innerJoin(organisation, eq(organisation.id, need.organisationId))
    .where(
      and(
        isAmong(need.id, candidates),
        eq(need.state, 'published'),
        sql`${need.openFen} > 0`,
        eq(organisation.state, 'admitted'),
        sql`not exists (select 1 from ${match} where ${match.needId} = ${need.id} and ${match.financierId} = ${own.financierId} and (${match.lead} or ${match.eligible}))`,
        sql`not exists (select 1 from ${introduction} where ${introduction.needId} = ${need.id} and ${introduction.financierId} = ${own.financierId})`,
      ),
    )
    .orderBy(desc(need.publishedAt), need.id)
    .limit(LOOKED_AT)
  return open
    .flatMap(({ need: row }) => {
      const changes = nearMiss(leadNeed(row), own, today)
      return changes && row.teaser ? [{ row, changes, teaser: row.teaser }] : []
    })
    .toSorted((a, b) => a.changes.length - b.changes.length)
    .map(({ row, changes, teaser }) => ({
      needId: row.id,
      teaser: { ...teaser, amountFen: row.openFen },
      publishedAt: row.publishedAt,
      changes: maskChanges(changes),
    }))
}
