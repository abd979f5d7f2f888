import clsx from 'clsx'
import type { ReactNode } from 'react'
import { Dated } from './dated'

/** One surface on the page; never a card in a card. Its parts are CardHead, CardBody and CardFoot, split by lines. */
export function Card({
  children,
  as: As = 'section',
  labelledBy,
  id,
}: {
  children: ReactNode
  as?: 'section' | 'div' | 'article' | 'aside'
  labelledBy?: string
  id?: string
}) {
  return (
    <As
      id={id}
      aria-labelledby={labelledBy}
      className="card overflow-clip rounded-card border border-line bg-surface"
    >
      {children}
    </As>
  )
}

/** The finding as a heading, its measure below in 13, and what may be done at the right. */
export function CardHead({
  title,
  note,
  act,
  id,
  level = 2,
}: {
  title: ReactNode
  note?: ReactNode
  act?: ReactNode
  id?: string
  level?: 2 | 3
}) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <div className="card-head flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-4 pt-4 pb-2 sm:px-5 sm:pt-5">
      <div className="min-w-0">
        <Heading id={id} className="text-h2">
          <Dated>{title}</Dated>
        </Heading>
        {note && (
          <p className="mt-0.5 text-small text-ink-2">
            <Dated>{note}</Dated>
          </p>
        )}
      </div>
      {act && <div className="flex flex-wrap items-center gap-2">{act}</div>}
    </div>
  )
}

/** Padded; `line` draws the line that splits it from what is above. */
export function CardBody({ children, line = false }: { children: ReactNode; line?: boolean }) {
  return (
    <div className={clsx('card-body px-4 py-4 sm:px-5', line && 'border-t border-line')}>
      {children}
    </div>
  )
}

/** The sunken foot: counts, pages, what trying does not do. */
export function CardFoot({ children }: { children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-t border-line bg-sunken px-4 py-3 text-hint text-ink-2 sm:px-5">
      {children}
    </div>
  )
}
