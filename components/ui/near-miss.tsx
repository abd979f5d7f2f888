import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Dated } from './dated'
import { FitBar } from './fit'
import { Tag } from './tag'

/** One sentence with the change and its effect, and the button that tries it: here only, and it says so. */
export function NearMiss({
  fit,
  children,
  note,
  act,
}: {
  fit: number
  /** The sentence; the change in bold. */
  children: ReactNode
  note?: ReactNode
  act?: ReactNode
}) {
  const t = useTranslations('ui')
  return (
    <div className="flex gap-3">
      <FitBar fit={fit} near />
      <div className="min-w-0 flex-1">
        <Tag tone="warn">{t('nearMiss')}</Tag>
        <p className="mt-2">
          <Dated>{children}</Dated>
        </p>
        {note && <p className="mt-1 text-small text-ink-2">{note}</p>}
        {act && <div className="mt-3 flex flex-wrap items-center gap-2">{act}</div>}
      </div>
    </div>
  )
}

/** Rules that block others: what they ask, how many they cost, and the button that tries the other answer. */
export function Blockers({
  blockers,
}: {
  blockers: { id: string; rule: ReactNode; count: number; act?: ReactNode }[]
}) {
  const most = Math.max(1, ...blockers.map(({ count }) => count))
  return (
    <ul className="divide-y divide-line">
      {blockers.map(({ id, rule, count, act }) => (
        <li key={id} className="flex items-center justify-between gap-4 py-3">
          <div className="min-w-0 flex-1">
            <p className="font-semibold">{rule}</p>
            <div className="mt-1 flex items-center gap-3">
              <svg
                aria-hidden
                viewBox="0 0 100 8"
                preserveAspectRatio="none"
                className="h-2 w-40 max-w-[60%]"
              >
                <rect width={(100 * count) / most} height="8" className="fill-then" />
              </svg>
              <span className="num text-ink-2">{count}</span>
            </div>
          </div>
          {act}
        </li>
      ))}
    </ul>
  )
}
