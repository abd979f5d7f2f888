'use client'

import type { Locale } from 'next-intl'
import { fill } from '@/components/format/words'
import type { Note } from './use-kept-typing.client'

/** Each with {time}. */
export type TypingWords = Record<Note['kind'] | 'clear', string>

const clockIn = (locale: Locale) =>
  new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'zh-CN', {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Asia/Shanghai',
  })

/** Below a form that keeps itself: where what is typed is kept and since when; what came back can be cleared. */
export function TypingNote({
  note,
  clear,
  words,
  locale,
}: {
  note: Note | null
  clear: () => void
  words: TypingWords
  locale: Locale
}) {
  if (!note) return <p className="min-h-[1.5em] text-hint" />
  const isNews = note.kind === 'back' || note.kind === 'elsewhere'
  return (
    <p
      role={isNews ? 'status' : undefined}
      className={isNews ? 'text-hint text-warn' : 'min-h-[1.5em] text-hint text-ink-2'}
    >
      {fill(words[note.kind], { time: clockIn(locale).format(note.at) })}
      {note.kind === 'back' && (
        <button type="button" onClick={clear} className="link ml-3">
          {words.clear}
        </button>
      )}
    </p>
  )
}
