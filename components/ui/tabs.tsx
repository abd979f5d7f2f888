import clsx from 'clsx'
import type { ReactNode } from 'react'
import { Dated } from './dated'
import { Link } from './link.client'
import { CountBadge } from './tag'

/** Views of one list, as links; on a phone they run sideways in their own row. */
export function Tabs({
  label,
  tabs,
  inCard = false,
}: {
  label: string
  inCard?: boolean
  tabs: { href: string; label: ReactNode; count?: number | string; current: boolean }[]
}) {
  return (
    <nav aria-label={label} className="tabs border-b border-line-2">
      <ul className={clsx('flex gap-x-1 overflow-x-auto', inCard && 'px-1 sm:px-2')}>
        {tabs.map((tab) => (
          <li key={tab.href} className="shrink-0">
            <Link
              href={tab.href}
              aria-current={tab.current ? 'page' : undefined}
              className={clsx(
                'place-mark flex min-h-11 items-center gap-2 border-b-2 px-3',
                tab.current
                  ? 'border-jade font-semibold'
                  : 'border-transparent text-ink-2 hover:text-ink',
              )}
            >
              <span>
                <Dated>{tab.label}</Dated>
              </span>
              {tab.count !== undefined && <CountBadge>{tab.count}</CountBadge>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** A few ways to cut the same figures: 产业链 · 区县 · 融资方式. */
export function Cuts({
  label,
  cuts,
}: {
  label: string
  cuts: { href: string; label: ReactNode; current: boolean }[]
}) {
  return (
    <nav aria-label={label}>
      <ul className="flex flex-wrap gap-1 text-small">
        {cuts.map((cut) => (
          <li key={cut.href}>
            <Link
              href={cut.href}
              scroll={false}
              aria-current={cut.current ? 'true' : undefined}
              className={clsx(
                'inline-flex min-h-7 items-center rounded-tag px-2',
                cut.current ? 'bg-jade-tint font-semibold text-jade' : 'text-ink-2 hover:text-jade',
              )}
            >
              <span>
                <Dated>{cut.label}</Dated>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
