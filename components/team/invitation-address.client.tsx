'use client'

import { useEffect, useRef } from 'react'
import { fill } from '../format/words'
import { CopyButton } from '../ui/copy-button.client'
import { useField } from '../ui/form-context.client'

interface Props {
  words: { title: string; once: string; copy: string; copied: string }
}

/** The one-time address, as the answer to inviting: here now, and never again. */
export function InvitationAddress({ words }: Props) {
  const { value: address } = useField('invitationAddress')
  const { value: invited } = useField('invited')
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // What was typed for the last one is done with.
    if (typeof address === 'string') {
      box.current?.closest('form')?.reset()
      box.current?.focus()
    }
  }, [address])
  if (typeof address !== 'string') return null
  return (
    <div ref={box} tabIndex={-1} role="status" className="rounded-control bg-pass-tint px-4 py-3">
      <p className="font-semibold">{fill(words.title, { name: String(invited ?? '') })}</p>
      <p className="mt-1 flex items-start gap-1">
        <span className="code min-w-0 text-small break-all whitespace-normal">{address}</span>
        <CopyButton text={address} label={words.copy} done={words.copied} />
      </p>
      <p className="mt-1 text-small text-ink-2">{words.once}</p>
    </div>
  )
}
