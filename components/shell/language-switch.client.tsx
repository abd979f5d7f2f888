'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { htmlLang, type Locale } from '@/messages/routing'
import { inLanguage } from '@/messages/navigation'

/** The same page and query in the other language. A whole load: the document's own language changes with it. */
export function LanguageSwitch({
  to,
  children,
  className,
}: {
  to: Locale
  children: string
  className?: string
}) {
  const pathname = usePathname()
  const query = useSearchParams().toString()
  return (
    <a
      href={`${inLanguage(pathname, to)}${query ? `?${query}` : ''}`}
      hrefLang={htmlLang[to]}
      lang={htmlLang[to]}
      className={className}
    >
      {children}
    </a>
  )
}
