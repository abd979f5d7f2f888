import { and, eq, isNull } from 'drizzle-orm'
import { notification } from '@/db/schema'
import type { MemberActor } from '../actor'
import type { Context } from '../context'

/** Marks one of one's own as read, or all of them. It leaves no event: it changes nothing for anybody else. */
export async function readNotifications(
  { db, actor, now }: Context<MemberActor>,
  which: { id: string } | 'all',
): Promise<void> {
  await db
    .update(notification)
    .set({ readAt: now })
    .where(
      and(
        eq(notification.memberId, actor.memberId),
        isNull(notification.readAt),
        which === 'all' ? undefined : eq(notification.id, which.id),
      ),
    )
}
