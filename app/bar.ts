import { cookies } from 'next/headers'
import { accountMenu } from '@/app/account-menu'
import { bellOf } from '@/app/bell'
import { chooseTheme } from '@/app/preferences'
import { THEME_COOKIE, themeChoice } from '@/components/shell/theme'
import type { MemberActor } from '@/domain/actor'
import type { Context } from '@/domain/context'

/** What the bar of every audience has beside its destinations. */
export async function barOf(context: Context<MemberActor>) {
  const [jar, bell, account] = await Promise.all([
    cookies(),
    bellOf(context),
    accountMenu(context.actor),
  ])
  return {
    home: `/${context.actor.audience}`,
    theme: themeChoice(jar.get(THEME_COOKIE)?.value),
    chooseTheme,
    bell,
    account,
  }
}
