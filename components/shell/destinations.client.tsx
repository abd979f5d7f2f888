'use client'

import clsx from 'clsx'
import { usePathname } from 'next/navigation'
import { Link } from '@/components/ui/link.client'

export interface Destination {
  href: string
  label: string
  count?: number
  /** Something waits for the reader there. */
  urgent?: boolean
  /** Beginnings of further addresses that belong to it. */
  also?: string[]
}

/** The destination whose address is the longest beginning of the page's is where one is. */
function currentOf(
  destinations: Destination[],
  elsewhere: readonly string[],
  pathname: string,
): string | undefined {
  const path = pathname.replace(/^\/[a-z]{2}(?=\/|$)/, '') || '/'
  const places = destinations.flatMap(({ href, also = [] }) => {
    const own = href.replace(/[?#].*$/, '')
    return [own, ...also].map((place) => ({ own, place }))
  })
  return [...places, ...elsewhere.map((place) => ({ own: place, place }))]
    .filter(({ place }) => path === place || (place !== '/' && path.startsWith(`${place}/`)))
    .sort((a, b) => b.place.length - a.place.length)[0]?.own
}

export function Destinations({
  destinations,
  elsewhere,
  layout,
}: {
  destinations: Destination[]
  /** Addresses below one of them that are not its own. */
  elsewhere: readonly string[]
  layout: 'bar' | 'menu'
}) {
  const current = currentOf(destinations, elsewhere, usePathname())
  const bar = layout === 'bar'
  return (
    <ul className={bar ? 'flex h-full' : 'flex flex-col'}>
      {destinations.map(({ href, label, count, urgent }) => {
        const here = href.replace(/[?#].*$/, '') === current
        return (
          <li key={href}>
            <Link
              href={href}
              aria-current={here ? 'page' : undefined}
              className={clsx(
                'place-mark flex items-center gap-2 whitespace-nowrap',
                bar
                  ? '-mb-px h-[calc(100%+1px)] border-b-2 px-3 pt-0.5'
                  : 'min-h-12 border-l-2 px-4',
                here ? 'border-jade font-semibold' : 'border-transparent text-ink-2 hover:text-ink',
              )}
            >
              {label}
              {count !== undefined && count > 0 && (
                <span
                  className={clsx(
                    'num inline-flex h-5 min-w-5 items-center justify-center rounded-full px-1.5 text-caption leading-none font-semibold',
                    urgent ? 'bg-seal text-on-seal' : 'bg-neutral text-ink-2',
                  )}
                >
                  {count}
                </span>
              )}
            </Link>
          </li>
        )
      })}
    </ul>
  )
}
