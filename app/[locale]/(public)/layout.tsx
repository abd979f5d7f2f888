import { getTranslations } from 'next-intl/server'
import { cookies } from 'next/headers'
import { accountMenu } from '@/app/account-menu'
import { chooseTheme } from '@/app/preferences'
import { currentActor } from '@/app/session'
import { PublicFooter } from '@/components/shell/public-footer'
import { THEME_COOKIE, themeChoice } from '@/components/shell/theme'
import { TopBar } from '@/components/shell/top-bar'
import { LinkButton } from '@/components/ui/button'

export default async function Layout({ children }: LayoutProps<'/[locale]'>) {
  const [t, jar, actor] = await Promise.all([getTranslations('public'), cookies(), currentActor()])
  const theme = themeChoice(jar.get(THEME_COOKIE)?.value)
  return (
    <>
      <TopBar
        home="/"
        city
        destinations={[
          { href: '/products', label: t('destinations.products') },
          { href: '/totals', label: t('destinations.totals') },
          { href: '/news', label: t('destinations.news') },
          { href: '/how-it-works', label: t('destinations.how') },
          { href: '/method', label: t('destinations.method') },
        ]}
        theme={theme}
        chooseTheme={chooseTheme}
        account={actor ? await accountMenu(actor) : undefined}
        act={
          actor ? (
            <LinkButton href={`/${actor.audience}`} size="small">
              {t(`own.${actor.audience}`)}
            </LinkButton>
          ) : (
            <LinkButton href="/sign-in" size="small">
              {t('signIn')}
            </LinkButton>
          )
        }
      />
      {children}
      <PublicFooter
        theme={theme}
        chooseTheme={chooseTheme}
        columns={[
          {
            title: t('footer.results'),
            links: [
              { href: '/totals', label: t('footer.totals') },
              { href: '/totals?by=chain', label: t('footer.byChain') },
              { href: '/totals?by=district', label: t('footer.byDistrict') },
              { href: '/reports', label: t('footer.reports') },
              { href: '/indicators', label: t('footer.indicators') },
              { href: '/white-list', label: t('footer.whiteList') },
            ],
          },
          {
            title: t('footer.financing'),
            links: [
              { href: '/products', label: t('footer.products') },
              { href: '/how-it-works', label: t('footer.how') },
              { href: '/news', label: t('footer.news') },
            ],
          },
          {
            title: t('footer.method'),
            links: [
              { href: '/method', label: t('footer.counting') },
              { href: '/method#matching', label: t('footer.matching') },
              { href: '/method#who-sees', label: t('footer.whoSees') },
              { href: '/open-data', label: t('footer.openData') },
            ],
          },
          {
            title: t('footer.join'),
            links: [
              { href: '/sign-up?kind=company', label: t('footer.company') },
              { href: '/sign-up?kind=financier', label: t('footer.financier') },
              { href: '/sign-in', label: t('footer.signIn') },
            ],
          },
        ]}
      />
    </>
  )
}
