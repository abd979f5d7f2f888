import type { MemberActor } from '@/domain/actor'
import type { Context } from '@/domain/context'
import { countUnread } from '@/domain/notification/queries'

/** The bell in the bar of every audience: where it leads, and how many notices wait. */
export async function bellOf(context: Context<MemberActor>) {
  return {
    href: `/${context.actor.audience}/notices`,
    unread: await countUnread(context),
  }
}
