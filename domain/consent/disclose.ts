import { and, eq } from 'drizzle-orm'
import { disclosure, introduction, need, organisation } from '@/db/schema'
import type { FinancierActor } from '../actor'
import { dayOf } from '../calendar/calendar'
import type { Context } from '../context'
import { newId } from '../id'
import { readProfile } from '../profile/queries'
import { openedBy, type Opened } from '../profile/sight'
import type { FieldGroup } from './consent'
import { listReadNow } from './in-force'

/** What a consent lets a financier read of a company; a group that is not open is absent. */
export interface Disclosed extends Opened {
  groups: FieldGroup[]
  until: string | null
}

/**
 * Reads what the company has consented to, and no more; every look is written down in the same transaction, for the
 * company's list of who has seen it.
 */
export async function discloseCompany(
  context: Context<FinancierActor>,
  introductionId: string,
): Promise<Disclosed | null> {
  const { actor, now } = context
  return context.db.transaction(async (tx) => {
    const [found] = await tx
      .select({ introduction, company: organisation, words: need.words })
      .from(introduction)
      .innerJoin(organisation, eq(organisation.id, introduction.companyId))
      .innerJoin(need, eq(need.id, introduction.needId))
      .where(
        and(
          eq(introduction.id, introductionId),
          eq(introduction.financierId, actor.organisationId),
        ),
      )
      .for('share', { of: introduction })
    if (!found) return null
    const open = await listReadNow(tx, introductionId, dayOf(now))
    const groups = open.map(({ fieldGroup }) => fieldGroup)
    if (groups.length === 0) return { groups, until: null }
    await tx.insert(disclosure).values({
      id: newId(),
      introductionId,
      companyId: found.company.id,
      readerId: actor.organisationId,
      memberId: actor.memberId,
      groups,
      at: now,
    })
    const profile = await readProfile(tx, found.company.id)
    const { name, uscc } = found.company
    return {
      ...openedBy(groups, { ...profile, name, uscc, words: found.words }),
      groups,
      until: open.map(({ until }) => until).toSorted()[0] ?? null,
    }
  })
}
