import { and, eq, sql } from 'drizzle-orm'
import { need, organisation } from '@/db/schema'
import type { FinancierActor } from '../actor'
import { dayOf } from '../calendar/calendar'
import type { Context } from '../context'
import { dryRun, type DryRun } from '../match/dry-run'
import { judgedNeed } from '../match/judged-need'
import { findOwnProduct } from './queries'

/** What one's own product, as it was last saved, would reach of today's open needs; null where it is not one's own. */
export async function dryRunProduct(
  context: Context<FinancierActor>,
  productId: string,
): Promise<DryRun | null> {
  const own = await findOwnProduct(context, productId)
  if (!own) return null
  const open = await context.db
    .select({ need })
    .from(need)
    .innerJoin(organisation, eq(organisation.id, need.organisationId))
    .where(
      and(
        eq(need.state, 'published'),
        sql`${need.openFen} > 0`,
        eq(organisation.state, 'admitted'),
        sql`${need.classes} @> array[${own.class}]::text[]`,
      ),
    )
  return dryRun(
    own,
    open.map((row) => ({ ...judgedNeed(row.need), companyId: row.need.organisationId })),
    dayOf(context.now),
  )
}
