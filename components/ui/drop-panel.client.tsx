'use client'

import { useEffect, useRef, useState, type ReactNode } from 'react'

/**
 * A panel that drops from its button, over what is below, as wide as a phone lets it; its row is the nearest positioned box.
 * It opens without a script. With one, Escape and a press elsewhere close it, and so does whatever the server answers anew.
 */
export function DropPanel({
  id,
  opener,
  width,
  asOf,
  children,
}: {
  id?: string
  opener: ReactNode
  width: 'normal' | 'wide'
  /** When the page around it was read: what was done in it has come back then. */
  asOf: number
  children: ReactNode
}) {
  const box = useRef<HTMLDetailsElement>(null)
  const [open, setOpen] = useState(false)
  const [read, setRead] = useState(asOf)
  if (read !== asOf) {
    setRead(asOf)
    setOpen(false)
  }

  useEffect(() => {
    if (!open) return
    const away = ({ target }: Event) => {
      if (target instanceof Node && !box.current?.contains(target)) setOpen(false)
    }
    document.addEventListener('pointerdown', away)
    return () => document.removeEventListener('pointerdown', away)
  }, [open])

  return (
    <details
      ref={box}
      id={id}
      data-print="never"
      open={open}
      onToggle={({ currentTarget, target }) => {
        if (target === currentTarget) setOpen(currentTarget.open)
      }}
      onKeyDown={(event) => {
        const within = event.target instanceof Element ? event.target : null
        if (event.key !== 'Escape' || !open || within?.closest('dialog')) return
        // Keys of the page leave it alone then.
        event.preventDefault()
        setOpen(false)
        box.current?.querySelector('summary')?.focus()
      }}
    >
      <summary className="inline-flex min-h-8 list-none items-center gap-1.5 rounded-control border border-dashed border-control px-3 text-hint text-ink-2 hover:text-jade">
        {opener}
      </summary>
      <div
        className={`absolute top-full left-0 z-10 mt-2 rounded-card border border-line-2 bg-raised p-5 ${
          width === 'wide' ? 'w-[min(560px,calc(100vw-32px))]' : 'w-[min(440px,calc(100vw-32px))]'
        }`}
      >
        {children}
      </div>
    </details>
  )
}
