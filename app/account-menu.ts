import { getTranslations } from 'next-intl/server'
import { signOut } from '@/app/sign-out'
import { isOutboxReader, type MemberActor } from '@/domain/actor'
import { SESSION } from '@/domain/clock/clock'

/** What the top bar of every audience shows of the member who is signed in. */
export async function accountMenu(actor: MemberActor) {
  const [t, notices] = await Promise.all([getTranslations('account'), getTranslations('notices')])
  const readsOutbox = actor.audience === 'official' && isOutboxReader(actor)
  return {
    name: actor.personName,
    organisation: actor.organisationName,
    links: [
      { href: `/${actor.audience}/team`, label: t('team.title') },
      { href: '/account/notices', label: notices('settings.title') },
      { href: '/account/mails', label: notices('outbox.title') },
      ...(readsOutbox ? [{ href: '/official/outbox', label: notices('outbox.outbox') }] : []),
      { href: '/account/password', label: t('password.title') },
    ],
    signOut,
    typist: actor.memberId,
    session: { idle: SESSION.idle[actor.audience], warning: SESSION.warning },
  }
}
