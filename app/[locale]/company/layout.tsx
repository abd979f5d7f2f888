import { getTranslations } from 'next-intl/server'
import { cookies } from 'next/headers'
import { accountMenu } from '@/app/account-menu'
import { bellOf } from '@/app/bell'
import { chooseTheme } from '@/app/preferences'
import { contextFor } from '@/app/session'
import { THEME_COOKIE, themeChoice } from '@/components/shell/theme'
import { TopBar } from '@/components/shell/top-bar'
import { countTasks, ownTasks } from './own-tasks'
import { StandingNotice } from './standing-notice'

export default async function Layout({ children }: LayoutProps<'/[locale]/company'>) {
  const context = await contextFor('company')
  const [t, jar, tasks, account, bell] = await Promise.all([
    getTranslations('company'),
    cookies(),
    ownTasks(),
    accountMenu(context.actor),
    bellOf(context),
  ])
  return (
    <>
      <TopBar
        home="/company"
        destinations={[
          {
            href: '/company',
            label: t('destinations.needs'),
            count: countTasks(tasks),
            urgent: true,
          },
          { href: '/products', label: t('destinations.products') },
          { href: '/company/profile', label: t('destinations.profile') },
          { href: '/company/consents', label: t('destinations.consents') },
          { href: '/company/services', label: t('destinations.services') },
          { href: '/company/team', label: t('destinations.team') },
        ]}
        theme={themeChoice(jar.get(THEME_COOKIE)?.value)}
        chooseTheme={chooseTheme}
        bell={bell}
        account={account}
      />
      <StandingNotice />
      {children}
    </>
  )
}
