import { and, desc, eq, gt, isNull, lt, or, sql } from 'drizzle-orm'
import { notification, savedView } from '@/db/schema'
import type { MemberActor } from '../actor'
import type { Context } from '../context'
import { stillAsks, type NotificationSubject } from '../notification/notification'
import { noteNamed } from './note-named'
import type { Notice } from './notice'
import { readSubjects } from './subjects'

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

function selectOwn({ db, actor }: Context<MemberActor>) {
  return db
    .select({ row: notification, view: { id: savedView.id, name: savedView.name } })
    .from(notification)
    .leftJoin(
      savedView,
      and(
        eq(savedView.id, notification.viewId),
        eq(savedView.organisationId, actor.organisationId),
        or(eq(savedView.memberId, actor.memberId), eq(savedView.shared, true)),
      ),
    )
}

async function withFacts(
  context: Context<MemberActor>,
  rows: Awaited<ReturnType<typeof selectOwn>>,
): Promise<Notice[]> {
  const wanted = new Map<NotificationSubject, string[]>()
  for (const { row } of rows)
    wanted.set(row.subject, [...(wanted.get(row.subject) ?? []), row.subjectId])
  const facts = await readSubjects(context, wanted)
  return rows.map(({ row: { id, kind, subject, subjectId, many, at, readAt }, view }) => {
    const found = facts.get(subjectId) ?? null
    const asks = found !== null && stillAsks(context.actor.audience, kind, found)
    return { id, kind, subject, subjectId, many, at, readAt, view, facts: found, asks }
  })
}

/** Notices as they are shown: a name that one shows a financier is a look, kept in the transaction that reads it. */
function show(
  context: Context<MemberActor>,
  select: (context: Context<MemberActor>) => PromiseLike<Awaited<ReturnType<typeof selectOwn>>>,
): Promise<Notice[]> {
  return context.db.transaction(async (db) => {
    const { actor } = context
    const notices = await withFacts({ ...context, db }, await select({ ...context, db }))
    if (actor.audience !== 'company') await noteNamed({ ...context, db, actor }, notices)
    return notices
  })
}

/** One's own, newest first, a page by key. */
export async function listOwnNotifications(
  context: Context<MemberActor>,
  after: string | null,
  unreadOnly = false,
): Promise<Notice[]> {
  return show(context, (shown) =>
    selectOwn(shown)
      .where(
        and(
          eq(notification.memberId, context.actor.memberId),
          unreadOnly ? isNull(notification.readAt) : undefined,
          after ? lt(notification.id, after) : undefined,
        ),
      )
      .orderBy(desc(notification.id))
      .limit(NOTIFICATIONS_A_PAGE + 1),
  )
}

export async function findOwnNotification(
  context: Context<MemberActor>,
  id: string,
): Promise<Notice | null> {
  const [found] = await show(context, (shown) =>
    selectOwn(shown).where(
      and(eq(notification.id, id), eq(notification.memberId, context.actor.memberId)),
    ),
  )
  return found ?? null
}

/** Unread ones of a time that no mail has told, newest first: what a digest is written from. */
export async function listUnmailed(
  context: Context<MemberActor>,
  since: Date,
  until: Date,
): Promise<Notice[]> {
  const rows = await selectOwn(context)
    .where(
      and(
        eq(notification.memberId, context.actor.memberId),
        isNull(notification.readAt),
        isNull(notification.mailId),
        gt(notification.at, since),
        lt(notification.at, until),
      ),
    )
    .orderBy(desc(notification.id))
  return withFacts(context, rows)
}
