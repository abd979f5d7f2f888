'use client'

import { X } from 'lucide-react'
import { useEffect, useState, type ReactNode } from 'react'

/**
 * Done · undo, and nothing else. The page renders it when its address says what was done (`?done=`), so it works before
 * JavaScript; with it, the word leaves the address, and a cross puts it away. It does not run off by itself.
 */
export function Toast({
  children,
  undo,
  close,
  param = 'done',
}: {
  children: ReactNode
  /** A Form whose only button undoes it; its look is the toast's. */
  undo?: ReactNode
  /** What the cross is called. */
  close: string
  param?: string
}) {
  const [shown, setShown] = useState(true)
  useEffect(() => {
    const address = new URL(window.location.href)
    if (!address.searchParams.has(param)) return
    address.searchParams.delete(param)
    window.history.replaceState(window.history.state, '', address)
  }, [param])
  if (!shown) return null
  return (
    <div
      role="status"
      data-print="never"
      className="toast fixed inset-x-4 bottom-4 z-30 mx-auto flex w-fit max-w-full items-center gap-4 rounded-control border border-transparent bg-ink py-2 pr-2 pl-4 text-paper"
    >
      <span className="py-1">{children}</span>
      {undo}
      <button
        type="button"
        aria-label={close}
        onClick={() => setShown(false)}
        className="grid size-8 place-content-center rounded-control"
      >
        <X aria-hidden size={16} />
      </button>
    </div>
  )
}
