'use client'

import { startTransition, useActionState, useCallback, type FormEvent } from 'react'
import type { FormAction, FormState } from './form-state'

/**
 * React resets a form after its action, and selects and checkboxes then fall back silently. So where there is JavaScript
 * the form is sent by hand and nothing is reset; `action` serves people before it has loaded, or without it.
 */
export function useFormAction(action: FormAction, initial: FormState) {
  const [state, send, pending] = useActionState(action, initial)
  const onSubmit = useCallback(
    (event: FormEvent<HTMLFormElement>) => {
      event.preventDefault()
      if (pending) return
      const { submitter } = event.nativeEvent as SubmitEvent
      const form = new FormData(event.currentTarget, submitter)
      startTransition(() => send(form))
    },
    [pending, send],
  )
  return { state, pending, form: { action: send, onSubmit } }
}
