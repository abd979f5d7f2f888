import { eq } from 'drizzle-orm'
import type * as z from 'zod'
import { notificationSetting } from '@/db/schema'
import type { MemberActor } from '../actor'
import type { Context } from '../context'
import {
  kindsOf,
  settingAtFirst,
  type MailLanguage,
  type NotificationKind,
  type notificationSettingSchema,
} from './notification'

export async function readSetting({ db, actor }: Context<MemberActor>) {
  const [own] = await db
    .select()
    .from(notificationSetting)
    .where(eq(notificationSetting.memberId, actor.memberId))
  return own ?? settingAtFirst
}

/** How one wants to be told: one's own affair, so no event. What is not ticked is switched off. */
export async function saveSetting(
  { db, actor }: Context<MemberActor>,
  { digest, language, kinds }: z.output<typeof notificationSettingSchema>,
): Promise<void> {
  const own: readonly NotificationKind[] = kindsOf[actor.audience]
  const set = { digest, language, muted: own.filter((kind) => !kinds.includes(kind)) }
  await db
    .insert(notificationSetting)
    .values({ memberId: actor.memberId, ...set })
    .onConflictDoUpdate({ target: notificationSetting.memberId, set })
}

/** Mails come in the language that a member last signed in with, until it chooses another. */
export async function keepLanguage(
  { db }: Context,
  memberId: string,
  language: MailLanguage,
): Promise<void> {
  await db
    .insert(notificationSetting)
    .values({ ...settingAtFirst, memberId, language })
    .onConflictDoUpdate({ target: notificationSetting.memberId, set: { language } })
}
