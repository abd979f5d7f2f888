import clsx from 'clsx'
import { Clock, ClockAlert, Pause } from 'lucide-react'
import { useLocale } from 'next-intl'
import type { ReactNode } from 'react'
import { dueState, nearClock, timeLeft } from '@/components/format/dates'

const look = 'inline-flex min-h-6 items-center gap-1.5 rounded-tag px-2 text-small leading-tight'

/** A clock by mark and words: running grey, due today amber, overdue cinnabar. The exact time is in its title. */
export function ClockChip({
  due,
  now,
  exact = false,
  children,
}: {
  due: Date
  now: Date
  /** The time of day before what is left, for one's own tasks: 5月14日 17:30，剩 5 小时. */
  exact?: boolean
  /** Other words than what is left: 今天须答复. */
  children?: ReactNode
}) {
  const locale = useLocale()
  const state = dueState(due, now)
  const when = nearClock(due, now, locale)
  return (
    <time
      dateTime={due.toISOString()}
      title={when}
      className={clsx(
        look,
        state === 'running' && 'bg-neutral text-ink-2',
        state === 'today' && 'bg-warn-tint text-warn',
        state === 'overdue' && 'bg-seal-tint text-seal',
      )}
    >
      {state === 'overdue' ? (
        <ClockAlert aria-hidden size={15} className="shrink-0" />
      ) : (
        <Clock aria-hidden size={15} className="shrink-0" />
      )}
      <span>
        {exact && <span>{when} · </span>}
        {children ?? timeLeft(due, now, locale)}
        {!exact && <span className="sr-only"> {when}</span>}
      </span>
    </time>
  )
}

/** A clock that stands still, and for whom: 等企业补 2 项. */
export function PausedChip({ children }: { children: ReactNode }) {
  return (
    <span className={clsx(look, 'border border-control bg-surface text-ink-2')}>
      <Pause aria-hidden size={14} className="shrink-0" />
      {children}
    </span>
  )
}
