'use client'

import { useEffect, useRef, type ReactNode } from 'react'
import { fill } from './format/words'
import { useField } from './ui/form-context.client'

interface Props {
  words: { title: string; to: string; text: string; demonstration: string; open: string }
  /** What is asked, until a link was sent. */
  children: ReactNode
}

/** The fields of a form that is answered by a mail, and then in their place what to do with it. */
export function LinkSent({ words, children }: Props) {
  const { value: sentTo } = useField('sentTo')
  const { value: link } = useField('link')
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [sentTo])
  if (typeof sentTo !== 'string') return children
  return (
    <div ref={box} tabIndex={-1} role="status" className="rounded-card bg-pass-tint px-5 py-4">
      <h2 className="text-h2">{words.title}</h2>
      <p className="mt-2 wrap-anywhere">{fill(words.to, { email: sentTo })}</p>
      <p className="mt-1 text-ink-2">{words.text}</p>
      {typeof link === 'string' && (
        <p className="mt-4 border-t border-line pt-3">
          {words.demonstration}{' '}
          <a href={link} className="link font-semibold">
            {words.open}
          </a>
        </p>
      )}
    </div>
  )
}
