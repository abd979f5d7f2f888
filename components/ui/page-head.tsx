import clsx from 'clsx'
import type { ReactNode } from 'react'
import { Dated } from './dated'

const sizes = {
  h1: 'text-h1',
  headline: 'text-headline-phone sm:text-headline',
  front: 'text-front-phone sm:text-front',
}

/** Where one is, or the finding; as-of and method under it in 13; the one primary act at the right. */
export function PageHead({
  back,
  above,
  title,
  children,
  act,
  size = 'h1',
}: {
  back?: ReactNode
  /** Code and subject, over the heading. */
  above?: ReactNode
  title: ReactNode
  children?: ReactNode
  act?: ReactNode
  size?: keyof typeof sizes
}) {
  return (
    <header className="mb-5">
      {back && <div className="mb-4">{back}</div>}
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
        <div className="min-w-0 max-w-full flex-1 basis-96">
          {above && (
            <div className="mb-1 text-small text-ink-2">
              <Dated>{above}</Dated>
            </div>
          )}
          <h1 className={clsx(sizes[size], size !== 'h1' && 'max-w-[30em]')}>
            <Dated>{title}</Dated>
          </h1>
          {children && (
            <div className="mt-2 text-small text-ink-2">
              <Dated>{children}</Dated>
            </div>
          )}
        </div>
        {act && (
          <div className="flex flex-wrap gap-2 max-sm:w-full max-sm:[&>:is(a,button,form)]:w-full">
            {act}
          </div>
        )}
      </div>
    </header>
  )
}
