import clsx from 'clsx'
import type { ReactNode } from 'react'

/** As many small squares as there are seats, filled = taken; the words beside say it too. */
export function Seats({ taken, of, children }: { taken: number; of: number; children: ReactNode }) {
  return (
    <span className="inline-flex items-center gap-2 text-small text-ink-2">
      <span aria-hidden className="inline-flex gap-[3px]">
        {Array.from({ length: of }, (_, seat) => (
          <span
            key={seat}
            className={clsx(
              'size-[13px] rounded-[3px] border border-control',
              seat < taken && 'border-ink-2 bg-ink-2',
            )}
          />
        ))}
      </span>
      <span>{children}</span>
    </span>
  )
}
