import { getLocale, getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { Namespace } from '@/messages/messages'
import { FormFrame } from './form.client'
import type { FormAction, FormSentences, FormState } from './form-state'

interface Props {
  action: FormAction
  /** Namespaces whose `errors` and `refusals` hold this form's sentences; a later one wins. */
  words?: Namespace | Namespace[]
  /** What the form starts with, when an earlier page sent something along. */
  initial?: FormState
  /** One heading for readers when the page has several forms. */
  label?: string
  className?: string
  children: ReactNode
}

type Sentences = { errors?: FormSentences['errors']; refusals?: Record<string, string> }

/** The frame of every form that writes: errors, refusals, busy, and a key that makes a double click one act. */
export async function Form({ action, words = [], initial, label, className, children }: Props) {
  const [messages, locale] = await Promise.all([getMessages(), getLocale()])
  const { form: say } = messages.ui
  const own = [words].flat().map((name) => messages[name] as Sentences)
  const sentences: FormSentences = {
    errors: Object.assign({}, say.errors, ...own.map(({ errors }) => errors)),
    refusals: Object.assign({}, say.refusals, ...own.map(({ refusals }) => refusals)),
    anyError: say.anyError,
    anyRefusal: say.anyRefusal,
  }
  return (
    <FormFrame
      action={action}
      initial={initial}
      sentences={sentences}
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
