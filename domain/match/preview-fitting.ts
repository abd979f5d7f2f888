import { and, eq, ne } from 'drizzle-orm'
import { need, organisation } from '@/db/schema'
import type { OfficialActor } from '../actor'
import { dayOf } from '../calendar/calendar'
import type { Context } from '../context'
import { inScope } from '../organisation/scope'
import { readCatalogue } from './catalogue'
import { judgedNeed } from './match'
import { countFitting, type FittingCount } from './offers'

/** Who will see a need in scope once a verifier publishes it: the live products whose hard criteria it meets. */
export async function previewFitting(
  { db, actor, now }: Context<OfficialActor>,
  needId: string,
): Promise<FittingCount> {
  const [found] = await db
    .select({ need })
    .from(need)
    .innerJoin(organisation, eq(organisation.id, need.organisationId))
    .where(and(eq(need.id, needId), ne(need.state, 'draft'), inScope(actor.scope)))
  if (!found?.need.facts) return { products: 0, financiers: 0 }
  return countFitting(judgedNeed(found.need), await readCatalogue(db), dayOf(now))
}
