'use client'

import type { Locale } from 'next-intl'
import { usePathname, useSearchParams } from 'next/navigation'
import { useEffect, useState } from 'react'
import { clock } from '@/components/format/dates'

/** On paper alone: where the page is found again, and when it was printed; without scripts, when it was opened. */
export function PrintFoot({
  base,
  locale,
  opened,
  words,
}: {
  /** The address of the site, without a slash at its end. */
  base: string
  locale: Locale
  opened: Date
  words: { from: string; opened: string; at: string; zone: string }
}) {
  const query = useSearchParams().toString()
  const path = usePathname()
  const [printed, setPrinted] = useState<Date | null>(null)
  useEffect(() => {
    const begins = () => setPrinted(new Date())
    window.addEventListener('beforeprint', begins)
    return () => window.removeEventListener('beforeprint', begins)
  }, [])
  return (
    <footer className="print-foot">
      {/* Who has gone on before this is hydrated is at another address already; on paper it is drawn anew. */}
      <span key={printed?.getTime()} suppressHydrationWarning>
        {`${words.from} ${base}${path}${query && `?${query}`}`}
      </span>
      <span className="whitespace-nowrap">
        {` · ${printed ? words.at : words.opened} ${clock(printed ?? opened, locale)}${words.zone}`}
      </span>
    </footer>
  )
}
