'use client'

import type { Locale } from 'next-intl'
import { Fragment, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { fill } from '@/components/format/words'
import { DatedIn } from './dated-in'
import { buttonLook, type ButtonSize, type Tone } from './button-look'
import { FormContext, useForm } from './form-context.client'
import {
  IDEMPOTENCY_KEY,
  idle,
  type FormAction,
  type FormState,
  type KeepAction,
} from './form-state'
import { TypingNote, type TypingWords } from './typing-note.client'
import { useFormAction } from './use-form-action.client'
import { useKeptTyping } from './use-kept-typing.client'

interface FrameProps {
  action: FormAction
  initial?: FormState
  words: {
    summary: { one: string; other: string }
    titlePrefix: string
    busy: string
    optional: string
    typing: TypingWords
  }
  keep?: string
  autosave?: KeepAction
  locale: Locale
  idempotencyKey: string
  label?: string
  className?: string
  children: ReactNode
}

const none: Record<string, string> = {}

export function FormFrame(props: FrameProps) {
  const { words, locale, idempotencyKey, label, className, children } = props
  const box = useRef<HTMLFormElement>(null)
  const saving = useRef<Promise<void>>(undefined)
  const ready = useCallback(() => saving.current, [])
  const { state, pending, form } = useFormAction(props.action, props.initial ?? idle, ready)
  const typing = useKeptTyping({
    box,
    saving,
    name: props.keep,
    autosave: props.autosave,
    state,
    pending,
    rendering: idempotencyKey,
  })
  const [acts, setActs] = useState({ done: 0, last: state })
  // A form that stays after it was done begins a new act, so it needs another key.
  if (acts.last !== state)
    setActs({ done: acts.done + (state.status === 'done' ? 1 : 0), last: state })
  const id = `f${idempotencyKey.slice(0, 8)}`
  const { errors = none, refusal, values = typing.values } = state
  const context = useMemo(
    () => ({
      id,
      locale,
      pending,
      busy: words.busy,
      optional: words.optional,
      errors,
      values: values ?? {},
      answered: values !== undefined,
      stamp: typing.stamp,
    }),
    [id, locale, pending, words, errors, values, typing.stamp],
  )
  return (
    <FormContext value={context}>
      <form {...form} ref={box} noValidate aria-label={label} className={className}>
        <input
          type="hidden"
          name={IDEMPOTENCY_KEY}
          value={acts.done > 0 ? `${idempotencyKey}.${acts.done}` : idempotencyKey}
        />
        {state.status === 'refused' && (
          <ErrorSummary
            answer={state}
            formId={id}
            title={fill(words.summary[Object.keys(errors).length === 1 ? 'one' : 'other'], {
              count: Object.keys(errors).length,
            })}
            titlePrefix={words.titlePrefix}
            refusal={refusal}
            errors={errors}
          />
        )}
        <Fragment key={typing.turn}>{children}</Fragment>
        {props.keep && (
          <TypingNote
            note={typing.note}
            clear={typing.clear}
            words={words.typing}
            locale={locale}
          />
        )}
      </form>
    </FormContext>
  )
}

interface SummaryProps {
  answer: FormState
  formId: string
  title: string
  titlePrefix: string
  refusal?: string
  errors: Record<string, string>
}

/** Takes the focus when it appears; the same words stand at the fields. */
function ErrorSummary({ answer, formId, title, titlePrefix, refusal, errors }: SummaryProps) {
  const box = useRef<HTMLDivElement>(null)
  const listed = Object.entries(errors)
  useEffect(() => {
    box.current?.focus()
    if (!document.title.startsWith(titlePrefix)) document.title = `${titlePrefix}${document.title}`
    return () => {
      if (document.title.startsWith(titlePrefix))
        document.title = document.title.slice(titlePrefix.length)
    }
  }, [answer, titlePrefix])
  return (
    <div ref={box} tabIndex={-1} autoFocus role="alert" className="error-summary">
      {refusal && <p className="font-semibold text-seal">{refusal}</p>}
      {listed.length > 0 && (
        <>
          <h2 className="text-h2 text-seal">{title}</h2>
          <ul className="mt-2 space-y-1">
            {listed.map(([field, sentence]) => (
              <li key={field}>
                <a
                  href={`#${formId}-${field}`}
                  className="font-semibold text-seal underline underline-offset-4"
                  onClick={(event) => {
                    const target = document.getElementById(`${formId}-${field}`)
                    if (!target) return
                    event.preventDefault()
                    target.focus()
                  }}
                >
                  {sentence}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

interface SubmitProps {
  tone?: Tone
  size?: ButtonSize
  wide?: boolean
  icon?: ReactNode
  /** Said after 300 ms: whether one may leave. */
  busy?: string
  name?: string
  value?: string
  'aria-label'?: string
  children: ReactNode
}

/** Says what will happen; after 300 ms, that it is happening. A second click is no second act. */
export function SubmitButton({
  tone = 'primary',
  size = 'normal',
  wide = false,
  icon,
  busy,
  children,
  ...rest
}: SubmitProps) {
  const form = useForm()
  const [slow, setSlow] = useState(false)
  const [pressed, setPressed] = useState(false)
  const pending = form?.pending ?? false
  useEffect(() => {
    if (!pending) return
    const timer = setTimeout(() => setSlow(true), 300)
    return () => {
      clearTimeout(timer)
      setSlow(false)
      setPressed(false)
    }
  }, [pending])
  const showing = slow && pressed
  return (
    <button
      type="submit"
      className={buttonLook(tone, size, wide)}
      data-busy={showing || undefined}
      aria-disabled={pending || undefined}
      onClick={() => setPressed(true)}
      {...rest}
    >
      {showing ? <span aria-hidden className="spinner" /> : icon}
      <span role={showing ? 'status' : undefined}>
        {showing ? (
          (busy ?? form?.busy)
        ) : (
          <DatedIn locale={form?.locale ?? 'zh'}>{children}</DatedIn>
        )}
      </span>
    </button>
  )
}

/** Enter presses a form's first submit button: this one, unseen and first, makes that *save* and not *publish*. */
export function EnterButton({ name, value }: { name: string; value: string }) {
  return (
    <button type="submit" name={name} value={value} tabIndex={-1} aria-hidden className="sr-only" />
  )
}
