'use client'

import { useParams, usePathname } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { keepOnlyOwn } from '@/components/ui/kept-typing'

export interface SessionWords {
  title: string
  /** With {time}. */
  text: string
  stay: string
  endedTitle: string
  endedText: string
  signIn: string
}

interface Props {
  typist: string
  /** How long a session lasts that nobody uses, and how long before its end the page warns, in ms. */
  idle: number
  warning: number
  words: SessionWords
}

const inXian = { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Shanghai' } as const
/** Least time between two looks at a session that other pages may have prolonged. */
const LEAST_MS = 1000

/** When the session ends; 0 once it has. Where nobody answers it is asked again later. */
async function askEnd(method: 'GET' | 'POST'): Promise<number | undefined> {
  try {
    const response = await fetch('/api/session', { method })
    if (response.status === 401) return 0
    const { endsAt }: { endsAt: number } = await response.json()
    return endsAt
  } catch {
    return undefined
  }
}

/**
 * Warns before a session ends that nobody uses, and says so when it has ended, so that nobody types into a page that is
 * closed. Typing and pointing are use too; the server is told of them at the end only.
 */
export function SessionWatch({ typist, idle, warning, words }: Props) {
  const { locale } = useParams<{ locale?: string }>()
  const pathname = usePathname()
  const box = useRef<HTMLDialogElement>(null)
  const usedAt = useRef(0)
  const [endsAt, setEndsAt] = useState<number | null>(null)

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    let lookedAt = Date.now()
    const lookIn = (ms: number) => {
      clearTimeout(timer)
      timer = setTimeout(() => void look(), Math.max(LEAST_MS, ms))
    }
    const look = async () => {
      const isUsed = usedAt.current > lookedAt && !box.current?.open
      lookedAt = Date.now()
      const end = await askEnd(isUsed ? 'POST' : 'GET')
      if (end === undefined) return lookIn(warning)
      const left = end - Date.now()
      if (left > warning + LEAST_MS) {
        box.current?.close()
        return lookIn(left - warning)
      }
      setEndsAt(left > 0 ? end : 0)
      if (!box.current?.open) box.current?.showModal()
      if (left > 0) lookIn(left)
    }
    const use = () => void (usedAt.current = Date.now())
    for (const kind of ['keydown', 'pointerdown']) document.addEventListener(kind, use, true)
    // The page has just been asked for: its session goes on from now.
    lookIn(idle - warning)
    return () => {
      clearTimeout(timer)
      for (const kind of ['keydown', 'pointerdown']) document.removeEventListener(kind, use, true)
    }
  }, [pathname, idle, warning])

  useEffect(() => keepOnlyOwn(typist), [typist])

  const isOver = endsAt === 0
  const time = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'zh-CN', inXian).format(
    endsAt ?? 0,
  )
  const stay = async () => {
    const end = await askEnd('POST')
    if (end === 0) setEndsAt(0)
    else box.current?.close()
  }
  return (
    <dialog
      ref={box}
      aria-labelledby="session-title"
      className="dialog"
      onCancel={(event) => {
        event.preventDefault()
        if (!isOver) void stay()
      }}
    >
      <h2 id="session-title" className="text-h2">
        {isOver ? words.endedTitle : words.title}
      </h2>
      <p className="mt-2 text-ink-2" aria-live="polite">
        {isOver ? words.endedText : words.text.replace('{time}', time)}
      </p>
      <div className="mt-5">
        <button
          type="button"
          className="button button-normal button-primary"
          onClick={() => (isOver ? location.reload() : void stay())}
        >
          {isOver ? words.signIn : words.stay}
        </button>
      </div>
    </dialog>
  )
}
