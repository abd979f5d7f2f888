'use client'

import type { Locale } from 'next-intl'
import { usePathname, useSearchParams } from 'next/navigation'
import { useEffect, useState } from 'react'
import { clock } from '@/components/format/dates'

/** On paper alone: where the page is found again, and when it was printed. */
export function PrintFoot({
  base,
  locale,
  words,
}: {
  /** The address of the site, without a slash at its end. */
  base: string
  locale: Locale
  words: { from: string; at: string; zone: string }
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
      {printed && (
        <span className="whitespace-nowrap">
          {` · ${words.at} ${clock(printed, locale)}${words.zone}`}
        </span>
      )}
    </footer>
  )
}
