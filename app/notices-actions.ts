'use server'

import { getLocale } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { contextForMember } from '@/app/session'
import { isId } from '@/domain/id'
import { readNotifications } from '@/domain/notification/read-notifications'
import { pathFor } from '@/messages/navigation'

export async function readOneNotice(id: string): Promise<void> {
  const context = await contextForMember()
  if (isId(id)) await readNotifications(context, { id })
  redirect(pathFor(await getLocale(), `/${context.actor.audience}/notices`))
}

export async function readAllNotices(): Promise<void> {
  const context = await contextForMember()
  await readNotifications(context, 'all')
  redirect(pathFor(await getLocale(), `/${context.actor.audience}/notices`))
}
