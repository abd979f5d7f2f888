import { ChevronDown, LogOut, Menu } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Dated } from '@/components/ui/dated'
import { Link } from '@/components/ui/link.client'
import { Bell, type BellWords } from './bell.client'
import { Brand } from './brand'
import { Destinations, type Destination } from './destinations.client'
import { LanguageSwitch } from './language-switch.client'
import { PopoverPanel } from './popover-panel.client'
import { SessionWatch } from './session-watch.client'
import { SignOutButton } from './sign-out-button.client'
import type { Theme } from './theme'
import { ThemeSwitch, type ThemeAction } from './theme-switch'

interface Account {
  /** The member's name. */
  name: string
  /** The organisation's, short if it has one. */
  organisation: string
  /** The member's own pages: team, password. */
  links?: { href: string; label: string }[]
  signOut: () => Promise<void>
  /** Whose typing the browser keeps. */
  typist: string
  /** Minutes after which a session that nobody uses ends, and of the warning before. */
  session: { idle: number; warning: number }
}

const MINUTE_MS = 60_000

interface Props {
  /** Where the seal leads. */
  home: string
  /** 西安 beside the name: on public and official pages. */
  city?: boolean
  destinations: Destination[]
  theme: Theme
  chooseTheme: ThemeAction
  /** Notices, and how many are unread; absent on public pages, like the account. */
  bell?: BellWords & { href: string }
  /** Own addresses below one of the destinations that are not its. */
  elsewhere?: string[]
  account?: Account
  /** Instead of an account: the way to sign in, or back to one's own pages. */
  act?: ReactNode
}

/** One row, 56 high, sticky. Destinations fold into a menu where they do not fit. */
export function TopBar({
  home,
  city = false,
  destinations,
  theme,
  chooseTheme,
  bell,
  elsewhere = [],
  account,
  act,
}: Props) {
  const t = useTranslations('shell')
  const apart = bell ? [bell.href, ...elsewhere] : elsewhere
  const other = useLocale() === 'zh' ? 'en' : 'zh'
  return (
    <header
      data-print="never"
      data-typist={account?.typist}
      className="sticky top-0 z-20 h-14 border-b border-line bg-surface px-4 sm:px-6"
    >
      <div className="flex h-full items-center gap-x-5">
        <Brand href={home} city={city} />
        <nav aria-label={t('mainMenu')} className="h-full max-lg:hidden">
          <Destinations destinations={destinations} elsewhere={apart} layout="bar" />
        </nav>
        <div className="ml-auto flex items-center gap-1 sm:gap-3">
          {bell && <Bell {...bell} />}
          <LanguageSwitch
            to={other}
            className="inline-flex min-h-11 items-center px-2 text-small text-ink-2 hover:text-ink"
          >
            {t('otherLanguage')}
          </LanguageSwitch>
          {act}
          {account && (
            <button
              type="button"
              popoverTarget="account"
              className="flex min-h-11 max-w-72 items-center gap-1 rounded-control px-2 text-small text-ink-2 hover:text-ink max-lg:hidden"
            >
              <span className="sr-only">{t('account')} </span>
              <span className="truncate">
                <Dated>{`${account.organisation} · ${account.name}`}</Dated>
              </span>
              <ChevronDown aria-hidden size={14} className="shrink-0" />
            </button>
          )}
          <button
            type="button"
            popoverTarget="menu"
            aria-label={t('menu')}
            className="-mr-2 grid size-11 place-content-center rounded-control lg:hidden"
          >
            <Menu aria-hidden size={20} />
          </button>
        </div>
      </div>
      {account && (
        <SessionWatch
          typist={account.typist}
          idle={account.session.idle * MINUTE_MS}
          warning={account.session.warning * MINUTE_MS}
          words={{
            title: t('session.title'),
            // Its time is put in where the clock of the reader is.
            text: t('session.text', { time: '{time}' }),
            stay: t('session.stay'),
            endedTitle: t('session.endedTitle'),
            endedText: t('session.endedText'),
            signIn: t('session.signIn'),
          }}
        />
      )}
      {account && (
        <PopoverPanel
          id="account"
          label={t('account')}
          className="fixed top-15 right-4 left-auto w-72 rounded-card border border-line-2 bg-raised p-4 text-ink"
        >
          <AccountParts account={account} theme={theme} chooseTheme={chooseTheme} />
        </PopoverPanel>
      )}
      <PopoverPanel
        id="menu"
        label={t('menu')}
        className="fixed inset-x-0 top-14 bottom-auto max-h-[calc(100dvh-56px)] w-full overflow-y-auto border-b border-line-2 bg-raised text-ink"
      >
        <nav aria-label={t('mainMenu')} className="py-2">
          <Destinations destinations={destinations} elsewhere={apart} layout="menu" />
        </nav>
        <div className="border-t border-line p-4">
          {account ? (
            <AccountParts account={account} theme={theme} chooseTheme={chooseTheme} />
          ) : (
            <ThemeSwitch theme={theme} choose={chooseTheme} />
          )}
        </div>
      </PopoverPanel>
    </header>
  )
}

function AccountParts({
  account,
  theme,
  chooseTheme,
}: {
  account: Account
  theme: Theme
  chooseTheme: ThemeAction
}) {
  const t = useTranslations('shell')
  return (
    <div className="space-y-3">
      <div>
        <p className="font-semibold">
          <Dated>{account.name}</Dated>
        </p>
        <p className="text-small text-ink-2">
          <Dated>{account.organisation}</Dated>
        </p>
      </div>
      <div className="-mx-1">
        <ThemeSwitch theme={theme} choose={chooseTheme} />
      </div>
      {account.links && (
        <ul className="border-t border-line pt-2">
          {account.links.map(({ href, label }) => (
            <li key={href}>
              <Link href={href} className="flex min-h-9 items-center hover:text-jade">
                {label}
              </Link>
            </li>
          ))}
        </ul>
      )}
      <form action={account.signOut} className="border-t border-line pt-3">
        <SignOutButton>
          <LogOut aria-hidden size={15} />
          {t('signOut')}
        </SignOutButton>
      </form>
    </div>
  )
}
