'use client'

import { Check, Copy } from 'lucide-react'
import { useState, useSyncExternalStore } from 'react'

const never = () => () => undefined

/** Only there once it works: without a script a button that copies would be dead. */
export function CopyButton({ text, label, done }: { text: string; label: string; done: string }) {
  const ready = useSyncExternalStore(
    never,
    () => 'clipboard' in navigator,
    () => false,
  )
  const [copied, setCopied] = useState(false)
  if (!ready) return null
  return (
    <>
      <button
        type="button"
        aria-label={label}
        onClick={() => {
          void navigator.clipboard.writeText(text).then(() => setCopied(true))
        }}
        className="grid size-6 place-content-center rounded-tag text-ink-3 hover:text-jade"
      >
        {copied ? <Check aria-hidden size={14} /> : <Copy aria-hidden size={14} />}
      </button>
      <span role="status" className="sr-only">
        {copied ? done : ''}
      </span>
    </>
  )
}
