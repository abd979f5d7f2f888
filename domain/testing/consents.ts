import type { Database } from '@/db/client'
import { consent } from '@/db/schema'
import { addDays, dayOf } from '../calendar/calendar'
import { fieldGroups } from '../consent/consent'
import { newId } from '../id'
import { NOW } from './cast'

/** Consents to everything between two, given in one talk; what stands there already stays. */
export async function makeConsents(
  db: Database,
  to: { introductionId: string; companyId: string; financierId: string },
  givenBy: string,
  more: Partial<typeof consent.$inferInsert> = {},
): Promise<void> {
  await db
    .insert(consent)
    .values(
      fieldGroups.map((fieldGroup) => ({
        id: newId(),
        introductionId: to.introductionId,
        companyId: to.companyId,
        financierId: to.financierId,
        fieldGroup,
        purpose: 'credit-review' as const,
        until: addDays(dayOf(NOW), 90),
        givenAt: NOW,
        givenByMemberId: givenBy,
        textVersion: 1,
        ...more,
      })),
    )
    .onConflictDoNothing()
}
