'use client'

import type { ReactNode } from 'react'

/** Opens by the platform's own popover, without a script; following one of its links closes it, since the bar stays. */
export function PopoverPanel({
  id,
  label,
  className,
  children,
}: {
  id: string
  label: string
  className: string
  children: ReactNode
}) {
  return (
    <div
      id={id}
      popover="auto"
      role="dialog"
      aria-label={label}
      className={className}
      onClick={(event) => {
        if (event.target instanceof Element && event.target.closest('a'))
          event.currentTarget.hidePopover()
      }}
    >
      {children}
    </div>
  )
}
