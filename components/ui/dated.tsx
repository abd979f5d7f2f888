import { useLocale } from 'next-intl'
import type { ReactNode } from 'react'
import { DatedIn } from './dated-in'

/**
 * A running text as it is set: `<Dated>{t('asOf', …)}</Dated>`. Chinese dates, and figures with their units, neither open
 * up nor break; in English, Chinese names say that they are. Most parts do this to the strings they are given.
 */
export function Dated({ children }: { children: ReactNode }): ReactNode {
  return <DatedIn locale={useLocale()}>{children}</DatedIn>
}
