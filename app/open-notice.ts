import { redirect } from 'next/navigation'
import { noticeAddress } from '@/components/notices/notice-address'
import type { MemberActor } from '@/domain/actor'
import type { Context } from '@/domain/context'
import { isId } from '@/domain/id'
import { findOwnNotification } from '@/domain/notice/queries'
import { readNotifications } from '@/domain/notification/read-notifications'
import { pathFor } from '@/messages/navigation'
import type { Locale } from '@/messages/routing'

/** Marks one's own notice as read and goes to what it is about; to the list where that is closed by now. */
export async function openNotice(
  context: Context<MemberActor>,
  { locale, id }: { locale: string; id: string },
): Promise<never> {
  const { audience } = context.actor
  const found = isId(id) ? await findOwnNotification(context, id) : null
  if (found) await readNotifications(context, { id: found.id })
  const address = found?.facts ? noticeAddress(audience, found) : `/${audience}/notices`
  redirect(pathFor(locale as Locale, address))
}
