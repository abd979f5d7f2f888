import clsx from 'clsx'
import type { ListStanding } from '@/domain/white-list/white-list'

const looks: Record<ListStanding, string> = {
  served: 'border-jade bg-jade',
  'in-talk': 'border-jade half-dot',
  idle: 'border-then',
  never: 'border-seal',
}

/** One company as a dot: filled served, half in talk, hollow grey idle, hollow cinnabar never answered. */
export function Dot({ standing, ringed = false }: { standing: ListStanding; ringed?: boolean }) {
  return (
    <span
      aria-hidden
      data-fill
      className={clsx(
        'inline-block size-3 shrink-0 rounded-full border-2',
        looks[standing],
        ringed && 'outline-2 outline-offset-1 outline-ink-3',
      )}
    />
  )
}
