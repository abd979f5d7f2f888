import { and, eq } from 'drizzle-orm'
import { organisation } from '@/db/schema'
import { whyNotOfficial, type OfficialActor } from '../actor'
import { lockName, transact, type Context } from '../context'
import type { MoveOrganisationRefusal } from '../organisation/move-organisation'
import { inScope } from '../organisation/scope'
import { ok, refused, type Result } from '../result'
import { dispossess } from './dispossess'

/** A verifier takes back an admission that was wrong, and says why: the code is nobody's again. */
export async function undoAdmission(
  context: Context<OfficialActor>,
  organisationId: string,
  reason: string,
): Promise<Result<string, MoveOrganisationRefusal>> {
  const no = whyNotOfficial(context.actor, 'verifier')
  if (no) return refused(no)
  return transact<string, MoveOrganisationRefusal>(context, async (tx) => {
    const visible = and(eq(organisation.id, organisationId), inScope(context.actor.scope))
    const [seen] = await tx.select({ uscc: organisation.uscc }).from(organisation).where(visible)
    if (!seen) return refused('not-found')
    await lockName(tx, `code ${seen.uscc}`)
    const [holder] = await tx.select().from(organisation).where(visible).for('no key update')
    if (!holder || holder.kind === 'authority') return refused('not-found')
    if (holder.state !== 'admitted' && holder.state !== 'suspended') return refused('wrong-state')
    await dispossess(tx, context, holder, reason)
    return ok(organisationId)
  })
}
