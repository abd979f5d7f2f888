import type { Database } from '@/db/client'
import { disclosure } from '@/db/schema'
import type { FinancierActor } from '../actor'
import { dayOf } from '../calendar/calendar'
import type { Context } from '../context'
import { newId } from '../id'

interface Listed {
  introductionId: string | null
  companyId: string
  companyName: string | null
}

/**
 * Writes down the names that a list shows, in the transaction that reads them: a name in a list is a look. One row a reader,
 * company and day, so that whoever reads the log can read it; a look at the page of a talk is a row of its own.
 */
export async function noteListed(
  tx: Database,
  { actor, now }: Context<FinancierActor>,
  lines: readonly Listed[],
): Promise<void> {
  const shown = new Map<string, string>()
  for (const { introductionId, companyId, companyName } of lines)
    if (introductionId !== null && companyName !== null) shown.set(companyId, introductionId)
  if (shown.size === 0) return
  await tx
    .insert(disclosure)
    .values(
      [...shown].map(([companyId, introductionId]) => ({
        id: newId(),
        introductionId,
        companyId,
        readerId: actor.organisationId,
        memberId: actor.memberId,
        groups: ['identity' as const],
        at: now,
        listedOn: dayOf(now),
      })),
    )
    .onConflictDoNothing()
}
