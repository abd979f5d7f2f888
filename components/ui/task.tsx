import type { ReactNode } from 'react'
import { Dated } from './dated'
import { WhoSees } from './who-sees'

/** What one is to do: verb first, then why, then who sees it; its clock above its button, at the right. */
export function Task({
  title,
  children,
  whoSees,
  clock,
  act,
  also,
}: {
  title: ReactNode
  children?: ReactNode
  whoSees?: ReactNode
  clock?: ReactNode
  /** The button, as wide as its place. */
  act: ReactNode
  /** Lesser ways: quiet links below the button. */
  also?: ReactNode
}) {
  return (
    <div className="grid gap-x-6 gap-y-3 sm:grid-cols-[1fr_minmax(180px,220px)]">
      <div className="min-w-0">
        <h3 className="text-h3">
          <Dated>{title}</Dated>
        </h3>
        {children && (
          <div className="mt-1 text-ink-2">
            <Dated>{children}</Dated>
          </div>
        )}
        {whoSees && <WhoSees>{whoSees}</WhoSees>}
      </div>
      <div className="flex flex-col items-start gap-2 sm:items-end">
        {clock}
        <div className="w-full">{act}</div>
        {also && (
          <div className="flex w-full flex-wrap justify-start gap-x-6 gap-y-1 sm:justify-between">
            {also}
          </div>
        )}
      </div>
    </div>
  )
}
