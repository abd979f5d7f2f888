import { getTranslations } from 'next-intl/server'
import { signOut } from '@/app/sign-out'
import type { MemberActor } from '@/domain/actor'

/** What the top bar of every audience shows of the member who is signed in. */
export async function accountMenu(actor: MemberActor) {
  const t = await getTranslations('account')
  return {
    name: actor.personName,
    organisation: actor.organisationName,
    links: [
      { href: `/${actor.audience}/team`, label: t('team.title') },
      { href: '/account/password', label: t('password.title') },
    ],
    signOut,
  }
}
