import clsx from 'clsx'
import type { ReactNode } from 'react'
import { Dated } from '@/components/ui/dated'

/** A bar 8 high before its figure, in a table's cell. The longest is `most`; nothing is drawn for nothing. */
export function BarCell({
  value,
  most,
  tone = 'jade',
  children,
}: {
  value: number
  most: number
  tone?: 'jade' | 'then'
  children: ReactNode
}) {
  const width = most > 0 ? (100 * value) / most : 0
  return (
    <span className="flex items-center justify-end gap-3">
      <svg aria-hidden width="100%" height="8" className="min-w-8 flex-1">
        {value > 0 && (
          <rect
            width={`${Math.max(width, 1.5)}%`}
            height="8"
            rx="1.5"
            className={tone === 'jade' ? 'fill-jade' : 'fill-then'}
          />
        )}
      </svg>
      <span className="num min-w-[3.2em] text-right">{children}</span>
    </span>
  )
}

/** A bar of parts beside each other, over one base that bars of other rows share; what ended is hatched. */
export function PartsBar({
  parts,
  most,
}: {
  parts: readonly { id: string; value: number; tone: 'jade' | 'then' | 'seal' | 'hatched' }[]
  most: number
}) {
  const looks = { jade: 'bg-jade', then: 'bg-then', seal: 'bg-seal', hatched: 'fee-bar' }
  return (
    <span aria-hidden className="flex h-2.5 min-w-24">
      {parts
        .filter(({ value }) => value > 0)
        .map(({ id, value, tone }) => (
          <span
            key={id}
            data-fill
            className={clsx('h-full', looks[tone])}
            style={{ width: `${(100 * value) / Math.max(1, most)}%` }}
          />
        ))}
    </span>
  )
}

export interface CostBar {
  id: string
  name: ReactNode
  figure: string
  tone: 'jade' | 'then'
  /** What the figure is made of, in one unit; fees are hatched. */
  parts: { id: string; size: number; fee: boolean }[]
  note: ReactNode
}

/** Yearly costs one above the other, and the ceiling as a labelled line across them. */
export function CostBars({
  bars,
  ceiling,
}: {
  bars: CostBar[]
  ceiling?: { size: number; label: string }
}) {
  const total = (bar: CostBar) => bar.parts.reduce((sum, { size }) => sum + size, 0)
  const most = Math.max(1, ceiling?.size ?? 0, ...bars.map(total))
  const percent = (size: number) => `${(size / most) * 96}%`
  return (
    <div className="relative space-y-4">
      {ceiling && (
        <div
          className="absolute inset-y-0 border-r-2 border-dotted border-control"
          style={{ width: percent(ceiling.size) }}
        >
          <span className="absolute top-0 right-2 text-small whitespace-nowrap text-ink-2">
            {ceiling.label}
          </span>
        </div>
      )}
      {bars.map((bar, index) => (
        <div key={bar.id} className={clsx('relative', index === 0 && ceiling && 'pt-6')}>
          <p className="text-small">
            <Dated>{bar.name}</Dated> <b className="num">{bar.figure}</b>
          </p>
          <div aria-hidden className="mt-1 flex h-3.5">
            {bar.parts.map((part) => (
              <span
                key={part.id}
                data-fill
                className={clsx(
                  'h-full',
                  part.fee ? 'fee-bar' : bar.tone === 'jade' ? 'bg-jade' : 'bg-then',
                )}
                style={{ width: percent(part.size) }}
              />
            ))}
          </div>
          <p className="mt-1 text-caption text-ink-2">{bar.note}</p>
        </div>
      ))}
    </div>
  )
}
