import { useLocale, useTranslations } from 'next-intl'
import { Brand } from './brand'
import { LanguageSwitch } from './language-switch.client'

/** The bar where nobody's destinations are known: pages that are not there, or not allowed; sign-in. */
export function PlainBar() {
  const t = useTranslations('shell')
  return (
    <header data-print="never" className="h-14 border-b border-line bg-surface px-4 sm:px-6">
      <div className="flex h-full items-center justify-between">
        <Brand href="/" city />
        <LanguageSwitch
          to={useLocale() === 'zh' ? 'en' : 'zh'}
          className="inline-flex min-h-11 items-center px-2 text-small text-ink-2 hover:text-ink"
        >
          {t('otherLanguage')}
        </LanguageSwitch>
      </div>
    </header>
  )
}
