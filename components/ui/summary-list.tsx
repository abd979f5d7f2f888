import clsx from 'clsx'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Dated } from './dated'
import { Link } from './link.client'
import { WhoSees } from './who-sees'

export interface SummaryRow {
  term: string
  value: ReactNode
  note?: ReactNode
  whoSees?: ReactNode
  /** Where it is changed; the reader's words are *Change* and the term. */
  changeHref?: string
  /** Other words than *Change*: Add 2023. */
  changeWord?: string
}

/** Terms and what was answered, each with its way to change it. `narrow`, in a side column: the answer below its term. */
export function SummaryList({ rows, narrow = false }: { rows: SummaryRow[]; narrow?: boolean }) {
  const t = useTranslations('ui')
  return (
    <dl className="divide-y divide-line">
      {rows.map((row) => (
        <div
          key={row.term}
          className={clsx(
            'grid grid-cols-[1fr_max-content] gap-x-4 py-2.5',
            !narrow &&
              'sm:grid-cols-[minmax(110px,30%)_1fr_max-content] lg:grid-cols-[minmax(110px,200px)_1fr_max-content]',
          )}
        >
          <dt className={clsx('text-ink-2', narrow ? 'text-small' : 'max-sm:text-small')}>
            {row.term}
          </dt>
          <dd
            className={clsx(
              'min-w-0 font-medium',
              narrow ? 'col-start-1 row-start-2' : 'max-sm:col-start-1 max-sm:row-start-2',
            )}
          >
            <Dated>{row.value}</Dated>
            {row.note && (
              <div className="text-small font-normal text-ink-2">
                <Dated>{row.note}</Dated>
              </div>
            )}
            {row.whoSees && (
              <div className="font-normal">
                <WhoSees>{row.whoSees}</WhoSees>
              </div>
            )}
          </dd>
          {row.changeHref && (
            <dd
              className={
                narrow ? 'col-start-2 row-start-1' : 'max-sm:col-start-2 max-sm:row-start-1'
              }
            >
              <Link href={row.changeHref} className="link inline-block min-h-6 min-w-6 text-right">
                {row.changeWord ?? t('change')}
                <span className="sr-only"> {row.term}</span>
              </Link>
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}
