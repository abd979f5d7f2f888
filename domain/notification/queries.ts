import { and, desc, eq, isNull, lt, sql } from 'drizzle-orm'
import { notification } from '@/db/schema'
import type { MemberActor } from '../actor'
import type { Context } from '../context'
import type { NotificationSubject } from './notification'
import { readSubjects, type SubjectFacts } from './subjects'

export const NOTIFICATIONS_A_PAGE = 30
/** Beyond it the badge only says that there are more. */
const COUNTED_AT_MOST = 100

export async function countUnread({ db, actor }: Context<MemberActor>): Promise<number> {
  const unread = db
    .select({ id: notification.id })
    .from(notification)
    .where(and(eq(notification.memberId, actor.memberId), isNull(notification.readAt)))
    .limit(COUNTED_AT_MOST)
    .as('unread')
  const [row] = await db.select({ unread: sql<number>`count(*)::int` }).from(unread)
  return row?.unread ?? 0
}

type Row = typeof notification.$inferSelect
export type OwnNotification = Pick<
  Row,
  'id' | 'kind' | 'subject' | 'subjectId' | 'many' | 'at' | 'readAt'
> & {
  /** What the reader may read of the subject now; null once it is closed to it. */
  facts: SubjectFacts | null
}

async function withFacts(context: Context<MemberActor>, rows: Row[]): Promise<OwnNotification[]> {
  const wanted = new Map<NotificationSubject, string[]>()
  for (const { subject, subjectId } of rows)
    wanted.set(subject, [...(wanted.get(subject) ?? []), subjectId])
  const facts = await readSubjects(context, wanted)
  return rows.map(({ id, kind, subject, subjectId, many, at, readAt }) => ({
    id,
    kind,
    subject,
    subjectId,
    many,
    at,
    readAt,
    facts: facts.get(subjectId) ?? null,
  }))
}

/** One's own, newest first, a page by key. */
export async function listOwnNotifications(
  context: Context<MemberActor>,
  after: string | null,
): Promise<OwnNotification[]> {
  const { db, actor } = context
  const rows = await db
    .select()
    .from(notification)
    .where(
      and(
        eq(notification.memberId, actor.memberId),
        after ? lt(notification.id, after) : undefined,
      ),
    )
    .orderBy(desc(notification.id))
    .limit(NOTIFICATIONS_A_PAGE + 1)
  return withFacts(context, rows)
}

export async function findOwnNotification(
  context: Context<MemberActor>,
  id: string,
): Promise<OwnNotification | null> {
  const rows = await context.db
    .select()
    .from(notification)
    .where(and(eq(notification.id, id), eq(notification.memberId, context.actor.memberId)))
  const [found] = await withFacts(context, rows)
  return found ?? null
}
