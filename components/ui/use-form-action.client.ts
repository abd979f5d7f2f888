'use client'

import { startTransition, useActionState, useCallback, useRef, type FormEvent } from 'react'
import type { FormAction, FormState } from './form-state'

/**
 * React resets a form after its action, and selects and checkboxes then fall back silently. So where there is JavaScript
 * the form is sent by hand and nothing is reset; `action` serves people before it has loaded, or without it.
 */
export function useFormAction(
  action: FormAction,
  initial: FormState,
  /** What is still under way and must end first. */
  ready: () => Promise<void> | undefined = () => undefined,
) {
  const [state, send, pending] = useActionState(action, initial)
  const waits = useRef(false)
  const onSubmit = useCallback(
    (event: FormEvent<HTMLFormElement>) => {
      event.preventDefault()
      if (pending || waits.current) return
      const { submitter } = event.nativeEvent as SubmitEvent
      const form = event.currentTarget
      const sendNow = () => {
        waits.current = false
        const fields = new FormData(form, submitter)
        startTransition(() => send(fields))
      }
      const first = ready()
      if (!first) return sendNow()
      waits.current = true
      void first.then(sendNow)
    },
    [pending, ready, send],
  )
  return { state, pending, form: { action: send, onSubmit } }
}
