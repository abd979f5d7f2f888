import { and, eq, ne } from 'drizzle-orm'
import { need, organisation } from '@/db/schema'
import type { OfficialActor } from '../actor'
import { dayOf } from '../calendar/calendar'
import type { Context } from '../context'
import { inScope } from '../organisation/scope'
import { judge } from './judge'
import { judgedNeed, noRecord } from './match'
import { listCandidateOfferings } from './offerings'

/** Who will see a need in scope once a verifier publishes it: the live products whose hard criteria it meets. */
export async function previewFitting(
  { db, actor, now }: Context<OfficialActor>,
  needId: string,
): Promise<{ products: number; financiers: number }> {
  const [found] = await db
    .select({ need })
    .from(need)
    .innerJoin(organisation, eq(organisation.id, need.organisationId))
    .where(and(eq(need.id, needId), ne(need.state, 'draft'), inScope(actor.scope)))
  if (!found?.need.facts) return { products: 0, financiers: 0 }
  const subject = judgedNeed(found.need)
  const today = dayOf(now)
  const fitting = (await listCandidateOfferings(db, subject, today)).filter(
    ({ product }) => judge(subject, product, today, noRecord).eligible,
  )
  const financiers = new Set(fitting.map(({ product }) => product.financierId))
  return { products: fitting.length, financiers: financiers.size }
}
