import { getLocale, getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'
import { FormFrame } from './form.client'
import type { FormAction, FormState } from './form-state'

interface Props {
  action: FormAction
  /** What the form starts with, when an earlier page sent something along. */
  initial?: FormState
  /** One heading for readers when the page has several forms. */
  label?: string
  className?: string
  children: ReactNode
}

/** The frame of every form that writes: errors, refusals, busy, and a key that makes a double click one act. */
export async function Form({ action, initial, label, className, children }: Props) {
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
      }}
      locale={locale}
      idempotencyKey={crypto.randomUUID()}
      label={label}
      className={className}
    >
      {children}
    </FormFrame>
  )
}
