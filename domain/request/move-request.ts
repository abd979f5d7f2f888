import { and, eq } from 'drizzle-orm'
import { organisation, request } from '@/db/schema'
import { whyNotOfCity, type OfficialActor } from '../actor'
import { transact, type Context } from '../context'
import type { EventType } from '../event/event'
import { recordEvent } from '../event/record-event'
import { inScope } from '../organisation/scope'
import { ok, refused, type Result } from '../result'
import type { RequestState } from './request'

type Refusal = 'wrong-audience' | 'not-found' | 'contact-only' | 'wrong-state'

/** What granting and declining share: the company's contact, or a publisher of the city in its stead, answers with words. */
export async function moveRequest(
  context: Context<OfficialActor>,
  requestId: string,
  answered: { state: RequestState; event: EventType; words: string },
): Promise<Result<string, Refusal>> {
  const { actor, now } = context
  if (actor.audience !== 'official') return refused('wrong-audience')
  return transact<string, Refusal>(context, async (tx) => {
    const [found] = await tx
      .select({
        contactMemberId: request.contactMemberId,
        organisationId: request.organisationId,
        state: request.state,
      })
      .from(request)
      .where(eq(request.id, requestId))
      .for('update')
    if (!found) return refused('not-found')
    const { organisationId: companyId, state } = found
    if (found.contactMemberId !== actor.memberId && whyNotOfCity(actor, 'publisher')) {
      const sees = and(eq(organisation.id, companyId), inScope(actor.scope))
      return refused((await tx.$count(organisation, sees)) > 0 ? 'contact-only' : 'not-found')
    }
    if (state !== 'asked') return refused('wrong-state', { state })
    await tx
      .update(request)
      .set({
        ...{ state: answered.state, answer: answered.words },
        ...{ answeredAt: now, answeredByMemberId: actor.memberId },
      })
      .where(eq(request.id, requestId))
    await recordEvent(tx, context, answered.event, requestId, { companyId })
    return ok(requestId)
  })
}
