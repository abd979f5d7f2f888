import { getTranslations } from 'next-intl/server'
import { cookies } from 'next/headers'
import { accountMenu } from '@/app/account-menu'
import { chooseTheme } from '@/app/preferences'
import { contextFor } from '@/app/session'
import { THEME_COOKIE, themeChoice } from '@/components/shell/theme'
import { TopBar } from '@/components/shell/top-bar'
import { countTasks, ownTasks } from './own-tasks'
import { StandingNotice } from './standing-notice'

export default async function Layout({ children }: LayoutProps<'/[locale]/company'>) {
  const { actor } = await contextFor('company')
  const [t, jar, tasks, account] = await Promise.all([
    getTranslations('company'),
    cookies(),
    ownTasks(),
    accountMenu(actor),
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
        account={account}
      />
      <StandingNotice />
      {children}
    </>
  )
}
