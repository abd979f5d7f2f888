import clsx from 'clsx'
import { CircleAlert, CircleCheck, CircleHelp, Info } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dated } from './dated'

const tones = {
  error: ['bg-seal-tint', 'text-seal', CircleAlert],
  warn: ['bg-warn-tint', 'text-warn', CircleHelp],
  calm: ['bg-calm-tint', 'text-calm', Info],
  pass: ['bg-pass-tint', 'text-pass', CircleCheck],
} as const

/** A sentence that must be seen, by mark and words. `live` when it appears as the answer to an act. */
export function Notice({
  tone,
  title,
  children,
  live = false,
}: {
  tone: keyof typeof tones
  title?: ReactNode
  children?: ReactNode
  live?: boolean
}) {
  const [tint, colour, Mark] = tones[tone]
  return (
    <div
      role={live ? 'status' : undefined}
      className={clsx('flex items-start gap-3 rounded-control px-4 py-3', tint)}
    >
      <Mark aria-hidden size={17} className={clsx('mt-[0.25em] shrink-0', colour)} />
      <div className="min-w-0">
        {title && (
          <p className="font-semibold">
            <Dated>{title}</Dated>
          </p>
        )}
        {children && (
          <div className="text-hint">
            <Dated>{children}</Dated>
          </div>
        )}
      </div>
    </div>
  )
}
