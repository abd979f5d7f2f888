import clsx from 'clsx'
import type { ReactNode } from 'react'
import { Dated } from './dated'
import { Link } from './link.client'

export interface Figure {
  label: ReactNode
  figure: ReactNode
  unit?: ReactNode
  /** The change with its sign: +12.7%, −31 bp. */
  change?: ReactNode
  /** What it is measured against; a change never stands without it. */
  base?: ReactNode
  /** Whether the change is as wished; a plain one has no colour. */
  wish?: 'good' | 'bad'
  /** Where the figure opens. Without it, it is not underlined. */
  href?: string
}

/** One card, cells split by lines; two abreast on a phone. */
export function FiguresStrip({ figures, label }: { figures: Figure[]; label: string }) {
  return (
    <dl
      aria-label={label}
      className={clsx(
        'grid grid-cols-2 gap-px overflow-clip rounded-card border border-line bg-line',
        figures.length > 5
          ? 'md:grid-cols-4 xl:auto-cols-fr xl:grid-flow-col xl:grid-cols-none'
          : 'sm:auto-cols-fr sm:grid-flow-col sm:grid-cols-none',
      )}
    >
      {figures.map((one, index) => (
        <div
          key={index}
          className={clsx(
            'bg-surface px-4 py-4 last:odd:col-span-2 sm:px-5',
            // Seven make four and three, the last as wide as two; six make four and two.
            figures.length > 5
              ? clsx(
                  index === figures.length - 1 &&
                    (figures.length % 4 === 3
                      ? 'md:col-span-2!'
                      : figures.length % 4 === 2 && 'md:col-span-3!'),
                  'xl:col-span-1! xl:px-4',
                )
              : 'sm:last:odd:col-span-1',
          )}
        >
          <dt className="text-small text-ink-2">
            <Dated>{one.label}</Dated>
          </dt>
          <dd>
            <span className={figures.length > 5 ? 'max-xl:whitespace-nowrap' : 'whitespace-nowrap'}>
              {one.href ? (
                <Link href={one.href} className="quiet-link num text-figure">
                  {one.figure}
                </Link>
              ) : (
                <span className="num text-figure">{one.figure}</span>
              )}
              {one.unit && <span className="ml-1.5 text-small text-ink-2">{one.unit}</span>}
            </span>
            {(one.change ?? one.base) && (
              <span className="mt-1 block text-caption text-ink-2">
                {one.change && (
                  <span
                    className={clsx(
                      'num mr-1.5',
                      one.wish === 'good' && 'text-pass',
                      one.wish === 'bad' && 'text-seal',
                    )}
                  >
                    {one.change}
                  </span>
                )}
                <Dated>{one.base}</Dated>
              </span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
