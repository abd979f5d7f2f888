'use client'

import {
  startTransition,
  useCallback,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
  type RefObject,
} from 'react'
import { flushSync } from 'react-dom'
import type { FormState, KeepAction } from './form-state'
import {
  drop,
  FORGOTTEN,
  isSameTyping,
  keep,
  keyOf,
  readKept,
  typedOf,
  type Typed,
} from './kept-typing'

/** After a pause in typing: into the browser at once, to the server when somebody stops to think. */
const BROWSER_MS = 400
const SERVER_MS = 1500

export interface Note {
  /** On the server, there in part, in this browser, not at all since another tab saved, or come back. */
  kind: 'saved' | 'part' | 'here' | 'elsewhere' | 'back'
  at: number
}

interface Asked {
  box: RefObject<HTMLFormElement | null>
  /** What is on its way to the server, for whoever sends the form. */
  saving: RefObject<Promise<void> | undefined>
  /** Names the form on its page; without a name nothing is kept. */
  name: string | undefined
  autosave: KeepAction | undefined
  state: FormState
  pending: boolean
  /** Another one when the page around the form was rendered anew. */
  rendering: string
}

/**
 * Keeps what is typed in a form: in the tab, until it is sent or its member signs out, so that it comes back after another
 * language, another page or another sign-in; where there is a draft, on the server too.
 */
export function useKeptTyping({ box, saving, name, autosave, state, pending, rendering }: Asked) {
  const [back, setBack] = useState<{ values?: Typed; turn: number }>({ turn: 0 })
  const [note, setNote] = useState<Note | null>(null)
  const [stamp, setStamp] = useState<number>()
  const isSent = useRef(false)

  const store = useEffectEvent((form: HTMLFormElement, key: string) => {
    const at = keep(key, typedOf(form))
    if (at !== null && !autosave) setNote({ kind: 'here', at })
  })
  const save = useEffectEvent(async (form: HTMLFormElement, key: string) => {
    const kept = await autosave?.(new FormData(form)).catch(() => null)
    if (!kept) return true
    if ('elsewhere' in kept) {
      setNote({ kind: 'elsewhere', at: Date.now() })
      return false
    }
    // The next thing sent must carry this stamp, or it would be refused as older than its own draft.
    flushSync(() => {
      setStamp(kept.stamp)
      setNote({ kind: kept.isPart ? 'part' : 'saved', at: kept.at })
    })
    if (!isSent.current) keep(key, typedOf(form))
    return true
  })

  useEffect(() => {
    const form = box.current
    if (!name || !form) return
    const key = keyOf(name)
    const kept = readKept(key)
    if (!kept) return
    if (isSameTyping(kept.values, typedOf(form))) return drop(key)
    startTransition(() => {
      setBack({ values: kept.values, turn: 1 })
      setNote({ kind: 'back', at: kept.at })
    })
  }, [box, name])

  const keepsOnServer = autosave !== undefined
  useEffect(() => {
    const form = box.current
    if (!name || !form) return
    const key = keyOf(name)
    let isNew = false
    let mayAutosave = keepsOnServer
    let timers: ReturnType<typeof setTimeout>[] = []
    const stop = () => {
      timers.forEach(clearTimeout)
      timers = []
    }
    const flush = () => {
      if (isNew && !isSent.current) store(form, key)
      isNew = false
    }
    const later = () => {
      isNew = true
      isSent.current = false
      stop()
      timers.push(setTimeout(flush, BROWSER_MS))
      if (mayAutosave)
        timers.push(
          setTimeout(() => {
            saving.current = save(form, key).then((may) => {
              mayAutosave = may
              saving.current = undefined
            })
          }, SERVER_MS),
        )
    }
    const send = () => {
      flush()
      stop()
      isSent.current = true
    }
    const forget = () => {
      stop()
      isNew = false
    }
    const listeners = [
      [form, 'input', later],
      [form, 'change', later],
      [form, 'submit', send],
      [window, 'pagehide', flush],
      [window, FORGOTTEN, forget],
    ] as const
    for (const [target, kind, listener] of listeners) target.addEventListener(kind, listener)
    return () => {
      for (const [target, kind, listener] of listeners) target.removeEventListener(kind, listener)
      flush()
      stop()
      // Sent, and led on to a page: done, unless that page asks to sign in first.
      if (isSent.current && !/\/sign-in$/.test(window.location.pathname)) drop(key)
    }
  }, [box, saving, name, keepsOnServer, back.turn])

  useEffect(() => {
    if (state.status === 'done' && name) drop(keyOf(name))
    isSent.current = false
  }, [state, name])

  const settle = useEffectEvent(() => {
    if (!isSent.current || pending || !name) return
    drop(keyOf(name))
    isSent.current = false
    setNote(null)
  })
  useEffect(() => settle(), [rendering])

  /** The form as the page began with it. */
  const clear = useCallback(() => {
    if (name) drop(keyOf(name))
    isSent.current = false
    setBack(({ turn }) => ({ turn: turn + 1 }))
    setNote(null)
  }, [name])
  return { values: back.values, turn: back.turn, note, stamp, clear }
}
