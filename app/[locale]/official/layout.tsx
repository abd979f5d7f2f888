import { getTranslations } from 'next-intl/server'
import { cookies } from 'next/headers'
import { accountMenu } from '@/app/account-menu'
import { bellOf } from '@/app/bell'
import { chooseTheme } from '@/app/preferences'
import { contextFor } from '@/app/session'
import { THEME_COOKIE, themeChoice } from '@/components/shell/theme'
import { TopBar } from '@/components/shell/top-bar'
import { countWaiting } from '@/domain/organisation/queries'

export default async function Layout({ children }: LayoutProps<'/[locale]/official'>) {
  const context = await contextFor('official')
  const [t, jar, waiting, bell] = await Promise.all([
    getTranslations('official.destinations'),
    cookies(),
    countWaiting(context),
    bellOf(context),
  ])
  return (
    <>
      <TopBar
        home="/official"
        city
        destinations={[
          { href: '/official', label: t('monitor') },
          {
            href: '/official/tasks',
            label: t('tasks'),
            count: waiting.applicants + waiting.needs,
            urgent: true,
            also: ['/official/needs'],
          },
          { href: '/official/ledger', label: t('ledger'), also: ['/official/companies'] },
          { href: '/official/organisations', label: t('organisations') },
          { href: '/official/team', label: t('team') },
        ]}
        theme={themeChoice(jar.get(THEME_COOKIE)?.value)}
        chooseTheme={chooseTheme}
        bell={bell}
        account={await accountMenu(context.actor)}
      />
      {children}
    </>
  )
}
