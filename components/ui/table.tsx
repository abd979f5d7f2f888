import clsx from 'clsx'
import type { ReactNode } from 'react'
import { Dated } from './dated'

/**
 * A table of figures. `phone`: `stack` makes a small card of each row (give each Cell its `label`), `scroll` keeps the
 * columns in a region of their own. Roles are written out because a stacked row is no longer laid out as one.
 */
export function Table({
  caption,
  head,
  children,
  phone = 'stack',
  bare = false,
}: {
  /** Names the table for readers; the heading above it is what eyes see. */
  caption: string
  head: ReactNode
  children: ReactNode
  phone?: 'stack' | 'scroll'
  /** No padding at the edges: outside a card, or inside a padded body. */
  bare?: boolean
}) {
  const table = (
    <table
      role="table"
      className={clsx('table', bare && 'bare-table', phone === 'stack' && 'stacked-table')}
    >
      <caption className="sr-only">
        <Dated>{caption}</Dated>
      </caption>
      <thead role="rowgroup">
        <tr role="row">{head}</tr>
      </thead>
      <tbody role="rowgroup">{children}</tbody>
    </table>
  )
  if (phone === 'stack') return table
  return (
    <div role="region" aria-label={caption} tabIndex={0} className="relative overflow-x-auto">
      {table}
    </div>
  )
}

/** The head of a column; `num` puts it over right-aligned figures. */
export function Head({
  children,
  num = false,
  sort,
}: {
  children: ReactNode
  num?: boolean
  sort?: 'ascending' | 'descending'
}) {
  return (
    <th role="columnheader" scope="col" aria-sort={sort} className={num ? 'num' : undefined}>
      <Dated>{children}</Dated>
    </th>
  )
}

export function Row({ children, selected = false }: { children: ReactNode; selected?: boolean }) {
  return (
    <tr role="row" data-selected={selected || undefined}>
      {children}
    </tr>
  )
}

/** `head` makes it the row's name. `label` stands before it on a phone. */
export function Cell({
  children,
  num = false,
  head = false,
  label,
  note,
  deskOnly = false,
}: {
  children: ReactNode
  num?: boolean
  head?: boolean
  label?: string
  /** Not on a phone, where the row's name says it in a line of its own. */
  deskOnly?: boolean
  /** A second line in 12: source, date, what it was before. */
  note?: ReactNode
}) {
  const inside = note ? (
    <div>
      <Dated>{children}</Dated>
      <div className="text-caption text-ink-3">
        <Dated>{note}</Dated>
      </div>
    </div>
  ) : (
    <Dated>{children}</Dated>
  )
  return head ? (
    <th role="rowheader" scope="row" data-label={label} className={num ? 'num' : undefined}>
      {inside}
    </th>
  ) : (
    <td
      role="cell"
      data-label={label}
      data-desk-only={deskOnly || undefined}
      className={num ? 'num' : undefined}
    >
      {inside}
    </td>
  )
}
