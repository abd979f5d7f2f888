import { getLocale, getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'
import { FormFrame } from './form.client'
import type { FormAction, FormState, KeepAction } from './form-state'

interface Props {
  action: FormAction
  /** What the form starts with, when an earlier page sent something along. */
  initial?: FormState
  /** One heading for readers when the page has several forms. */
  label?: string
  className?: string
  /** Names a form whose typing is kept in the tab until it is sent. */
  keep?: string
  /** Where there is a draft: keeps it on the server too, after each pause. */
  autosave?: KeepAction
  children: ReactNode
}

/** The frame of every form that writes: errors, refusals, busy, and a key that makes a double click one act. */
export async function Form({ action, initial, label, className, keep, autosave, children }: Props) {
  const [messages, locale] = await Promise.all([getMessages(), getLocale()])
  const { form: say } = messages.ui
  return (
    <FormFrame
      action={action}
      initial={initial}
      words={{
        summary: say.summary,
        titlePrefix: say.titlePrefix,
        busy: say.busy,
        optional: messages.ui.optional,
        typing: say.typing,
      }}
      locale={locale}
      idempotencyKey={crypto.randomUUID()}
      label={label}
      className={className}
      keep={keep}
      autosave={autosave}
    >
      {children}
    </FormFrame>
  )
}
