import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { QuietLink } from '@/components/ui/text-links'
import { LanguageSwitch } from './language-switch.client'
import type { Theme } from './theme'
import { ThemeSwitch, type ThemeAction } from './theme-switch'

export interface FooterColumn {
  title: string
  links: { href: string; label: string }[]
  /** Lines that lead nowhere: a telephone number and its hours. */
  lines?: ReactNode[]
}

export function PublicFooter({
  columns,
  theme,
  chooseTheme,
}: {
  columns: FooterColumn[]
  theme: Theme
  chooseTheme: ThemeAction
}) {
  const t = useTranslations('shell')
  const locale = useLocale()
  return (
    <footer
      data-print="never"
      aria-label={t('footer')}
      className="mt-auto border-t border-line bg-sunken text-hint"
    >
      <div className="page py-8">
        <div className="grid grid-cols-2 gap-x-6 gap-y-7 md:auto-cols-fr md:grid-flow-col md:grid-cols-none">
          {columns.map((column) => (
            <section key={column.title}>
              <h2 className="font-semibold">{column.title}</h2>
              <ul className="mt-1">
                {column.lines?.map((line, index) => (
                  <li key={index} className="py-1 text-ink-2">
                    {line}
                  </li>
                ))}
                {column.links.map((link) => (
                  <li key={link.href} className="py-1 text-ink-2">
                    <QuietLink href={link.href}>{link.label}</QuietLink>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
        <div className="mt-8 flex flex-wrap items-center justify-between gap-x-6 gap-y-3 border-t border-line-2 pt-4">
          <p className="text-ink-2">{t('statement')}</p>
          <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
            <ThemeSwitch theme={theme} choose={chooseTheme} />
            <ul aria-label={t('language')} className="flex gap-4">
              {(['zh', 'en'] as const).map((one) => {
                const name = t(one === 'zh' ? 'chinese' : 'english')
                return (
                  <li key={one} aria-current={one === locale ? 'true' : undefined}>
                    {one === locale ? (
                      <b>{name}</b>
                    ) : (
                      <LanguageSwitch to={one} className="quiet-link">
                        {name}
                      </LanguageSwitch>
                    )}
                  </li>
                )
              })}
            </ul>
          </div>
        </div>
      </div>
    </footer>
  )
}
