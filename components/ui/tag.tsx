import clsx from 'clsx'
import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Dated } from './dated'
import { Link } from './link.client'

export type TagTone = 'neutral' | 'jade' | 'pass' | 'warn' | 'seal' | 'calm'

const tint: Record<TagTone, string> = {
  neutral: 'bg-neutral text-ink-2',
  jade: 'bg-jade-tint text-jade',
  pass: 'bg-pass-tint text-pass',
  warn: 'bg-warn-tint text-warn',
  seal: 'bg-seal-tint text-seal',
  calm: 'bg-calm-tint text-calm',
}

/** Tint and word, 22 high; at most two in a row of a list. `seal` is the white list and what is sealed. */
export function Tag({
  tone = 'neutral',
  icon,
  children,
}: {
  tone?: TagTone
  icon?: ReactNode
  children: ReactNode
}) {
  return (
    <span
      className={clsx(
        'inline-flex min-h-[22px] items-center gap-1 rounded-tag px-2 align-middle text-small leading-tight font-normal whitespace-nowrap',
        tint[tone],
      )}
    >
      {icon}
      <span>
        <Dated>{children}</Dated>
      </span>
    </span>
  )
}

/** How many there are beside a destination or a tab; urgent ones in the seal's red. */
export function CountBadge({
  urgent = false,
  children,
}: {
  urgent?: boolean
  children: ReactNode
}) {
  return (
    <span
      className={clsx(
        'num inline-flex h-5 min-w-5 items-center justify-center rounded-full px-1.5 text-caption leading-none font-semibold',
        urgent ? 'bg-seal text-on-seal' : 'bg-neutral text-ink-2',
      )}
    >
      {children}
    </span>
  )
}

/** A condition that is on, with the way to take it off. */
export function Chip({
  label,
  value,
  removeHref,
}: {
  label: ReactNode
  value: string
  removeHref: string
}) {
  const t = useTranslations('ui')
  return (
    <span className="inline-flex min-h-8 items-center rounded-control border border-line-2 bg-surface pl-3 text-hint">
      <span className="text-ink-2">{label}</span>
      <b className="ml-1.5">
        <Dated>{value}</Dated>
      </b>
      <Link
        href={removeHref}
        scroll={false}
        aria-label={t('removeCondition', { value })}
        className="ml-0.5 grid size-8 place-content-center rounded-control text-ink-2 hover:text-seal"
      >
        <X aria-hidden size={14} />
      </Link>
    </span>
  )
}
