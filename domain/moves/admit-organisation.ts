import { and, eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { organisation } from '@/db/schema'
import { whyNotOfficial, type OfficialActor } from '../actor'
import { dayOf } from '../calendar/calendar'
import { handLooks } from '../consent/note-looks'
import { lockName, transact, type Context } from '../context'
import { recordEvent } from '../event/record-event'
import { handMembers } from '../member/hand-members'
import { handDrafts } from '../need/hand-drafts'
import { handNotifications } from '../notification/hand-notifications'
import { lockHolder } from '../organisation/enter-organisation'
import { handApplications } from '../organisation/keep-applications'
import { admitAsItIs, admitKnown, dropApplicant } from '../organisation/link-applicant'
import type { MoveOrganisationRefusal } from '../organisation/move-organisation'
import { isApplication } from '../organisation/organisation'
import { inScope } from '../organisation/scope'
import { dateProfile } from '../profile/date-profile'
import { handProfile } from '../profile/hand-profile'
import { ok, refused, type Result } from '../result'
import { dispossess } from './dispossess'

type Organisation = typeof organisation.$inferSelect

export type AdmitRefusal = MoveOrganisationRefusal | 'kind-differs' | 'code-held' | 'scope-not-city'

/** Who holds the code of an applicant, locked, or why this official does not decide between the two. */
async function findContested(
  tx: Database,
  { scope }: OfficialActor,
  { uscc, kind }: Organisation,
  instead: boolean,
): Promise<Result<Organisation | null, AdmitRefusal>> {
  const holder = await lockHolder(tx, uscc)
  if (!holder) return ok(null)
  if (holder.kind !== kind) return refused('kind-differs')
  if (holder.state === 'known') return ok(holder)
  if (!scope.city) return refused('scope-not-city')
  return instead ? ok(holder) : refused('code-held')
}

/** All that an applicant has is the known organisation's from now on, and that is the applicant's: name, ledger and mail. */
async function link(
  tx: Database,
  { now }: Context,
  applicant: Organisation,
  known: Organisation,
  evidence: string,
): Promise<void> {
  await handMembers(tx, applicant.id, known.id, { endSessions: false })
  await handProfile(tx, applicant.id, known.id)
  await handDrafts(tx, applicant.id, known.id)
  await handNotifications(tx, applicant.id, known.id)
  await handLooks(tx, applicant.id, known.id)
  await handApplications(tx, applicant.id, known.id)
  await admitKnown(tx, known, applicant, evidence, now)
  await dateProfile(tx, known.id, dayOf(now))
  await dropApplicant(tx, applicant.id)
}

/**
 * A verifier lets an applicant in, on evidence that it names. Only now the organisation known under the code is its own; where
 * somebody else was admitted with it, only *instead*, and by a verifier of the whole city.
 */
export async function admitOrganisation(
  context: Context<OfficialActor>,
  applicantId: string,
  { evidence, instead = false }: { evidence: string; instead?: boolean },
): Promise<Result<string, AdmitRefusal>> {
  const no = whyNotOfficial(context.actor, 'verifier')
  if (no) return refused(no)
  return transact<string, AdmitRefusal>(context, async (tx) => {
    const visible = and(eq(organisation.id, applicantId), inScope(context.actor.scope))
    const [seen] = await tx.select().from(organisation).where(visible)
    if (!seen || seen.kind === 'authority') return refused('not-found')
    if (!isApplication(seen.state)) return refused('wrong-state')
    await lockName(tx, `code ${seen.uscc}`)
    const [applicant] = await tx.select().from(organisation).where(visible).for('update')
    if (!applicant || !isApplication(applicant.state)) return refused('somebody-was-faster')
    const contested = await findContested(tx, context.actor, applicant, instead)
    if (!contested.ok) return contested
    const holder = contested.value
    const known =
      holder && holder.state !== 'known' ? await dispossess(tx, context, holder, evidence) : holder
    if (known) await link(tx, context, applicant, known, evidence)
    else await admitAsItIs(tx, applicant, evidence, context.now)
    const id = known?.id ?? applicantId
    await recordEvent(tx, context, 'organisation.admitted', id, {
      ...(applicant.kind === 'company' ? { companyId: id } : {}),
    })
    return ok(id)
  })
}
