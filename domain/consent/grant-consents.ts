import { and, eq, inArray, isNull, notExists } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { consent, introduction } from '@/db/schema'
import type { CompanyActor } from '../actor'
import { dayOf, type Day } from '../calendar/calendar'
import type { Context } from '../context'
import { newId } from '../id'
import { liveStates } from '../introduction/introduction'
import { CONSENT_TEXT_VERSION, type FieldGroup, type Purpose } from './consent'
import { isOfTwo, lockInForce, type Two } from './in-force'

interface Given {
  groups: readonly FieldGroup[]
  purpose: Purpose
  until: Day
}
interface To {
  introductionId: string
  financierId: string
}

/** Writes one consent a field group; an older one of the same group ends with it. */
export async function grantConsents(
  tx: Database,
  { actor, now }: Context<CompanyActor>,
  to: To,
  given: Given,
): Promise<void> {
  if (given.groups.length === 0) return
  const two = { companyId: actor.organisationId, financierId: to.financierId }
  await endConsents(tx, two, given.groups, now)
  await tx.insert(consent).values(
    given.groups.map((fieldGroup) => ({
      id: newId(),
      introductionId: to.introductionId,
      ...two,
      fieldGroup,
      purpose: given.purpose,
      until: given.until,
      givenAt: now,
      givenByMemberId: actor.memberId,
      textVersion: CONSENT_TEXT_VERSION,
    })),
  )
}

/** The same where another talk begins: what is open to this financier already stays as it is, with its day. */
export async function grantWhatIsNotOpen(
  tx: Database,
  context: Context<CompanyActor>,
  to: To,
  given: Given,
): Promise<void> {
  const two = { companyId: context.actor.organisationId, financierId: to.financierId }
  const open = await lockInForce(tx, two, dayOf(context.now))
  const groups = given.groups.filter((group) => !open.some((one) => one.fieldGroup === group))
  await grantConsents(tx, context, to, { ...given, groups })
}

/** Ends the consents to some field groups between two; reading stops with the commit, in all their talks. */
export async function endConsents(
  tx: Database,
  two: Two,
  groups: readonly FieldGroup[],
  now: Date,
): Promise<void> {
  await tx
    .update(consent)
    .set({ endedAt: now })
    .where(and(isOfTwo(two), inArray(consent.fieldGroup, [...groups]), isNull(consent.endedAt)))
}

/** Once a talk has ended: with the last of the two that was live or drawn their consents end. */
export async function endConsentsOfNoTalk(tx: Database, two: Two, now: Date): Promise<void> {
  await tx
    .select({ id: consent.id })
    .from(consent)
    .where(and(isOfTwo(two), isNull(consent.endedAt)))
    .orderBy(consent.id)
    .for('update')
  const goesOn = tx
    .select({ id: introduction.id })
    .from(introduction)
    .where(
      and(
        eq(introduction.companyId, two.companyId),
        eq(introduction.financierId, two.financierId),
        inArray(introduction.state, [...liveStates, 'drawn']),
      ),
    )
  await tx
    .update(consent)
    .set({ endedAt: now })
    .where(and(isOfTwo(two), isNull(consent.endedAt), notExists(goesOn)))
}
