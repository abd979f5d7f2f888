import { and, eq, ne, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { member } from '@/db/schema'

/** Members go from one organisation to another; where that takes something from them, their sessions end. */
export async function handMembers(
  tx: Database,
  from: string,
  to: string,
  { endSessions }: { endSessions: boolean },
): Promise<void> {
  await tx
    .update(member)
    .set({
      organisationId: to,
      ...(endSessions ? { sessionVersion: sql`${member.sessionVersion} + 1` } : {}),
    })
    .where(
      and(eq(member.organisationId, from), endSessions ? ne(member.state, 'removed') : undefined),
    )
}
