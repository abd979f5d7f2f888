import type { ReactNode } from 'react'

/**
 * The name of a row; on a phone the whole row in two lines: name and figure, then what stands below each. The other
 * cells of the row are for the desk only.
 */
export function PhoneRow({
  name,
  figure,
  below,
  belowEnd,
}: {
  name: ReactNode
  figure?: ReactNode
  below?: ReactNode
  belowEnd?: ReactNode
}) {
  return (
    <div className="max-sm:w-full">
      <div className="flex items-baseline justify-between gap-4">
        <span className="min-w-0">{name}</span>
        {figure !== undefined && (
          <span className="w-2/5 shrink-0 text-right sm:hidden">{figure}</span>
        )}
      </div>
      {(below ?? belowEnd) && (
        <div className="mt-0.5 flex flex-wrap justify-between gap-x-4 text-small font-normal text-ink-2 sm:hidden">
          <span>{below}</span>
          <span className="ml-auto text-right">{belowEnd}</span>
        </div>
      )}
    </div>
  )
}
