import { getTranslations } from 'next-intl/server'
import type { MemberActor } from '@/domain/actor'
import type { Context } from '@/domain/context'
import { countUnread } from '@/domain/notice/queries'
import type { Locale } from '@/messages/routing'

/** Beyond this many it only says that there are more. */
export const UNREAD_SHOWN = 99

/** The bell in the bar of every audience: where it leads, and how many notices wait. */
export async function bellOf(context: Context<MemberActor>, locale?: Locale) {
  const [t, unread] = await Promise.all([
    locale ? getTranslations({ locale, namespace: 'notices' }) : getTranslations('notices'),
    countUnread(context),
  ])
  const shown = unread > UNREAD_SHOWN ? t('moreThan') : String(unread)
  return {
    href: `/${context.actor.audience}/notices`,
    name: unread > 0 ? t('unread.bellUnread', { count: shown }) : t('unread.bell'),
    shown: unread > 0 ? shown : null,
    at: context.now.getTime(),
  }
}
