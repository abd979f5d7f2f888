import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { consent } from '@/db/schema'
import type { CompanyActor } from '../actor'
import type { Day } from '../calendar/calendar'
import type { Context } from '../context'
import { newId } from '../id'
import { CONSENT_TEXT_VERSION, type FieldGroup, type Purpose } from './consent'

/** Writes one consent a field group; an older one of the same group ends with it. */
export async function grantConsents(
  tx: Database,
  { actor, now }: Context<CompanyActor>,
  to: { introductionId: string; financierId: string },
  given: { groups: readonly FieldGroup[]; purpose: Purpose; until: Day },
): Promise<void> {
  if (given.groups.length === 0) return
  await endConsents(tx, to.introductionId, given.groups, now)
  await tx.insert(consent).values(
    given.groups.map((fieldGroup) => ({
      id: newId(),
      introductionId: to.introductionId,
      companyId: actor.organisationId,
      financierId: to.financierId,
      fieldGroup,
      purpose: given.purpose,
      until: given.until,
      givenAt: now,
      givenByMemberId: actor.memberId,
      textVersion: CONSENT_TEXT_VERSION,
    })),
  )
}

/** Ends the consents of some field groups; reading stops with the commit. */
export async function endConsents(
  tx: Database,
  introductionId: string,
  groups: readonly FieldGroup[],
  now: Date,
): Promise<void> {
  await tx
    .update(consent)
    .set({ endedAt: now })
    .where(
      and(
        eq(consent.introductionId, introductionId),
        inArray(consent.fieldGroup, [...groups]),
        isNull(consent.endedAt),
      ),
    )
}
