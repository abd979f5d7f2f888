import { and, eq, inArray } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { organisation } from '@/db/schema'
import { whyNotOfficial, type OfficialActor, type WhyNotOfficial } from '../actor'
import { transact, type Context } from '../context'
import type { EventType } from '../event/event'
import { recordEvent } from '../event/record-event'
import { ok, refused, type Result } from '../result'
import type { OrganisationState } from './organisation'
import { inScope } from './scope'

export type MoveOrganisationRefusal =
  WhyNotOfficial | 'not-found' | 'wrong-state' | 'somebody-was-faster'

/** What admitting, refusing, suspending and restoring share: a verifier in scope moves a state, and it is recorded. */
export async function moveOrganisation(
  context: Context<OfficialActor>,
  organisationId: string,
  move: {
    from: readonly OrganisationState[]
    to: OrganisationState
    event: EventType
    reason: string | null
    after?: (tx: Database) => Promise<void>
  },
): Promise<Result<string, MoveOrganisationRefusal>> {
  const no = whyNotOfficial(context.actor, 'verifier')
  if (no) return refused(no)
  return transact(context, async (tx) => {
    const visible = and(eq(organisation.id, organisationId), inScope(context.actor.scope))
    const [found] = await tx.select().from(organisation).where(visible)
    if (!found || found.kind === 'authority') return refused('not-found')
    if (!move.from.includes(found.state)) return refused('wrong-state')
    const moved = await tx
      .update(organisation)
      .set({
        state: move.to,
        stateReason: move.reason,
        version: found.version + 1,
        ...(move.event === 'organisation.admitted' ? { admittedAt: context.now } : {}),
        ...(move.to === 'suspended' ? { suspendedAt: context.now } : {}),
      })
      .where(and(eq(organisation.id, organisationId), inArray(organisation.state, [...move.from])))
      .returning({ id: organisation.id })
    if (moved.length === 0) return refused('somebody-was-faster')
    await move.after?.(tx)
    await recordEvent(tx, context, move.event, organisationId, {
      ...(found.kind === 'company' ? { companyId: organisationId } : {}),
    })
    return ok(organisationId)
  })
}
