'use client'

import { Bell as BellIcon } from 'lucide-react'
import { useParams, usePathname } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { Link } from '@/components/ui/link.client'

export interface BellWords {
  /** What it is called, with how many are unread. */
  name: string
  /** What its badge says; null where nothing is unread. */
  shown: string | null
  /** When it was counted. */
  at: number
}

/** Asked anew at most so often, however fast somebody moves about. */
const LEAST_MS = 10_000
/** A page that only stays open and is looked at asks so often. */
const OPEN_MS = 120_000

function isBellWords(answer: unknown): answer is BellWords {
  return typeof answer === 'object' && answer !== null && 'name' in answer && 'at' in answer
}

/**
 * How many notices wait: as the page came, and again when its tab is looked at, when one moves to another page and now and
 * then while it is looked at. Without a script it is what the page came with.
 */
export function Bell({ href, ...came }: BellWords & { href: string }) {
  const { locale } = useParams<{ locale?: string }>()
  const pathname = usePathname()
  const [renewed, setRenewed] = useState<BellWords>(came)
  const askedAt = useRef(0)

  useEffect(() => {
    if (askedAt.current === 0) askedAt.current = Date.now()
    const renew = async () => {
      if (document.visibilityState !== 'visible' || Date.now() - askedAt.current < LEAST_MS) return
      askedAt.current = Date.now()
      try {
        const response = await fetch(`/api/bell?language=${locale ?? 'zh'}`)
        const answer: unknown = response.ok ? await response.json() : null
        if (isBellWords(answer)) setRenewed(answer)
      } catch {
        // Away from the net: the next look asks again.
      }
    }
    void renew()
    const look = () => void renew()
    document.addEventListener('visibilitychange', look)
    const timer = setInterval(look, OPEN_MS)
    return () => {
      document.removeEventListener('visibilitychange', look)
      clearInterval(timer)
    }
  }, [pathname, locale])

  const { name, shown } = renewed.at > came.at ? renewed : came
  return (
    <Link
      href={href}
      aria-label={name}
      className="relative grid size-11 place-content-center rounded-control text-ink hover:text-jade"
    >
      <BellIcon aria-hidden size={20} />
      {shown !== null && (
        <span
          aria-hidden
          className="num absolute top-1 left-6 inline-flex h-4.5 min-w-4.5 items-center justify-center rounded-full bg-seal px-1 text-caption leading-none font-semibold text-on-seal"
        >
          {shown}
        </span>
      )}
    </Link>
  )
}
