'use server'

import { go } from '@/app/go'
import { contextForMember } from '@/app/session'
import { isId } from '@/domain/id'
import { readNotifications } from '@/domain/notification/read-notifications'

export async function readOneNotice(id: string, form: FormData): Promise<void> {
  const context = await contextForMember(form)
  if (isId(id)) await readNotifications(context, { id })
  return go(`/${context.actor.audience}/notices`)
}

export async function readAllNotices(form: FormData): Promise<void> {
  const context = await contextForMember(form)
  await readNotifications(context, 'all')
  return go(`/${context.actor.audience}/notices`)
}
