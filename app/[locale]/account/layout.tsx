import { getTranslations } from 'next-intl/server'
import { cookies } from 'next/headers'
import { accountMenu } from '@/app/account-menu'
import { bellOf } from '@/app/bell'
import { chooseTheme } from '@/app/preferences'
import { contextForMember } from '@/app/session'
import { THEME_COOKIE, themeChoice } from '@/components/shell/theme'
import { TopBar } from '@/components/shell/top-bar'

export default async function Layout({ children }: LayoutProps<'/[locale]/account'>) {
  const [t, jar, context] = await Promise.all([
    getTranslations('public'),
    cookies(),
    contextForMember(),
  ])
  const { actor } = context
  return (
    <>
      <TopBar
        home={`/${actor.audience}`}
        destinations={[{ href: `/${actor.audience}`, label: t(`own.${actor.audience}`) }]}
        theme={themeChoice(jar.get(THEME_COOKIE)?.value)}
        chooseTheme={chooseTheme}
        bell={await bellOf(context)}
        account={await accountMenu(actor)}
      />
      {children}
    </>
  )
}
