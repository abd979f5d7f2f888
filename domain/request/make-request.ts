import { and, eq, sql } from 'drizzle-orm'
import { request } from '@/db/schema'
import { whyNotActAs, type CompanyActor, type WhyNotAct } from '../actor'
import { dueAfter } from '../calendar/calendar'
import { WORKING_DAYS } from '../clock/clock'
import { lockName, transact, type Context } from '../context'
import { recordEvent } from '../event/record-event'
import { freshCode } from '../fresh-code'
import { newId } from '../id'
import { ok, refused, type Result } from '../result'
import { findContact } from './contact'
import { REQUESTS_AT_ONCE, type MakeRequestInput } from './request'

type Refusal = WhyNotAct | 'not-white-listed' | 'too-many-requests'

/** A company on the white list asks its contact at the authority for something that is no financing. */
export async function makeRequest(
  context: Context<CompanyActor>,
  input: MakeRequestInput,
): Promise<Result<string, Refusal>> {
  const { actor, now } = context
  const no = whyNotActAs(actor, 'company')
  if (no) return refused(no)
  const { organisationId } = actor
  return transact<string, Refusal>(context, async (tx) => {
    await lockName(tx, `requests ${organisationId}`)
    const contact = await findContact({ ...context, db: tx })
    if (!contact) return refused('not-white-listed')
    const waiting = and(eq(request.organisationId, organisationId), sql`state = 'asked'`)
    if ((await tx.$count(request, waiting)) >= REQUESTS_AT_ONCE)
      return refused('too-many-requests', { most: REQUESTS_AT_ONCE })
    const id = newId()
    await tx.insert(request).values({
      ...{ id, organisationId, ...input, code: await freshCode(tx, 'request', now) },
      ...{ contactMemberId: contact.memberId, state: 'asked' },
      ...{ askedAt: now, askedByMemberId: actor.memberId },
      dueAt: dueAfter(now, WORKING_DAYS.request),
    })
    await recordEvent(tx, context, 'request.asked', id, { companyId: organisationId })
    return ok(id)
  })
}
