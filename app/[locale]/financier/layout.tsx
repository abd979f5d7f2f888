import { getTranslations } from 'next-intl/server'
import { cookies } from 'next/headers'
import { accountMenu } from '@/app/account-menu'
import { bellOf } from '@/app/bell'
import { chooseTheme } from '@/app/preferences'
import { contextFor } from '@/app/session'
import { THEME_COOKIE, themeChoice } from '@/components/shell/theme'
import { TopBar } from '@/components/shell/top-bar'
import { Notice } from '@/components/ui/notice'
import { countOwnMoves } from '@/domain/introduction/queries'
import { countLeads } from '@/domain/match/queries'

const withNotice = ['applied', 'refused', 'suspended'] as const

export default async function Layout({ children }: LayoutProps<'/[locale]/financier'>) {
  const context = await contextFor('financier')
  const [t, jar, leads, moves, bell] = await Promise.all([
    getTranslations('financier'),
    cookies(),
    countLeads(context, {}),
    countOwnMoves(context),
    bellOf(context),
  ])
  const standing = withNotice.find((state) => state === context.actor.organisationState)
  return (
    <>
      <TopBar
        home="/financier"
        destinations={[
          { href: '/financier', label: t('nav.leads'), count: leads },
          {
            href: '/financier/pipeline',
            label: t('nav.pipeline'),
            count: moves.waiting,
            urgent: moves.overdue > 0,
            also: ['/financier/introductions'],
          },
          { href: '/financier/products', label: t('nav.products') },
          { href: '/financier/team', label: t('nav.team') },
          { href: '/financier/record', label: t('nav.record') },
        ]}
        theme={themeChoice(jar.get(THEME_COOKIE)?.value)}
        chooseTheme={chooseTheme}
        bell={bell}
        account={await accountMenu(context.actor)}
      />
      {standing && (
        <div className="page-wide pt-5">
          <Notice tone={standing === 'applied' ? 'calm' : 'warn'} title={t(`standing.${standing}`)}>
            {t(`standing.${standing}Text`)}
          </Notice>
        </div>
      )}
      {children}
    </>
  )
}
