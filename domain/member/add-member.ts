import { and, eq, ne } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { member } from '@/db/schema'
import { newId } from '../id'
import { ok, refused, type Result } from '../result'

type NewMember = Omit<typeof member.$inferInsert, 'id'>

/** The member whose address it is. */
export async function findByEmail(db: Database, email: string): Promise<string | null> {
  const [found] = await db
    .select({ id: member.id })
    .from(member)
    .where(and(eq(member.email, email), ne(member.state, 'removed')))
  return found?.id ?? null
}

/** Adds a member, unless its address is somebody's already; one who was removed may come back. */
export async function addMember(
  tx: Database,
  values: NewMember & { id?: string },
): Promise<Result<string, 'email-taken'>> {
  if (await findByEmail(tx, values.email)) return refused('email-taken')
  const id = values.id ?? newId()
  await tx.insert(member).values({ ...values, id })
  return ok(id)
}
