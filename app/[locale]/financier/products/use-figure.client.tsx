'use client'

import { buttonLook } from '@/components/ui/button-look'

/** Types a figure into the form beside the panel, as a hand would; nothing is saved. */
export function UseFigure({
  field,
  figure,
  about,
  children,
}: {
  field: string
  figure: string
  /** The element that says what the figure is. */
  about: string
  children: string
}) {
  return (
    <button
      type="button"
      aria-describedby={about}
      className={`noscript:hidden ${buttonLook('plain', 'small', false)}`}
      onClick={({ currentTarget }) => {
        const input = currentTarget.closest('main')?.querySelector(`form input[name="${field}"]`)
        if (!(input instanceof HTMLInputElement)) return
        input.focus()
        input.setRangeText(figure, 0, input.value.length, 'end')
        input.dispatchEvent(new Event('input', { bubbles: true }))
      }}
    >
      {children}
    </button>
  )
}
