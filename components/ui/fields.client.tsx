'use client'

import clsx from 'clsx'
import { ChevronDown } from 'lucide-react'

import type { ComponentProps, ReactNode } from 'react'
import { useField } from './form-context.client'
import { DatedIn } from './dated-in'
import { Locked } from './locked'

export interface FieldWords {
  name: string
  label: ReactNode
  hint?: ReactNode
  /** Marks the label, since most fields are needed. */
  optional?: boolean
  /** One line on who will see what is entered. */
  whoSees?: ReactNode
}

type FrameProps = FieldWords & { after?: ReactNode; children: (control: ControlProps) => ReactNode }
interface ControlProps {
  id: string
  name: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

function parts(id: string, words: FieldWords, error: string | undefined) {
  return {
    hint: words.hint ? `${id}-hint` : undefined,
    error: error ? `${id}-error` : undefined,
    whoSees: words.whoSees ? `${id}-who` : undefined,
  }
}

/** Words as they are set in the language of the form. */
function InLanguage({ children }: { children: ReactNode }) {
  return <DatedIn locale={useField('').locale ?? 'zh'}>{children}</DatedIn>
}

function Optional({ shown }: { shown?: boolean }) {
  const { optional } = useField('')
  return shown && optional ? <span className="font-normal text-ink-2"> {optional}</span> : null
}

/** Label, hint, sentence of what is wrong, control, echo, who sees it: in this order, joined for readers. */
export function FieldFrame({ after, children, ...words }: FrameProps) {
  const { id, error } = useField(words.name)
  const ids = parts(id, words, error)
  return (
    <div className={clsx('field', error && 'field-wrong')}>
      <label htmlFor={id} className="font-semibold">
        <InLanguage>{words.label}</InLanguage>
        <Optional shown={words.optional} />
      </label>
      {words.hint && (
        <p id={ids.hint} className="text-hint text-ink-2">
          <InLanguage>{words.hint}</InLanguage>
        </p>
      )}
      {error && (
        <p id={ids.error} className="field-error">
          {error}
        </p>
      )}
      <div className="mt-1.5">
        {children({
          id,
          name: words.name,
          'aria-describedby':
            [ids.error, ids.hint, ids.whoSees].filter(Boolean).join(' ') || undefined,
          'aria-invalid': error ? true : undefined,
        })}
      </div>
      {after}
      {words.whoSees && (
        <div id={ids.whoSees}>
          <Locked>
            <InLanguage>{words.whoSees}</InLanguage>
          </Locked>
        </div>
      )}
    </div>
  )
}

/** The same for several controls under one question. */
export function GroupFrame({
  after,
  children,
  ...words
}: Omit<FrameProps, 'children'> & {
  children: ReactNode
}) {
  const { id, error } = useField(words.name)
  const ids = parts(id, words, error)
  return (
    <fieldset
      className={clsx('field', error && 'field-wrong')}
      aria-describedby={[ids.error, ids.hint, ids.whoSees].filter(Boolean).join(' ') || undefined}
      aria-invalid={error ? true : undefined}
    >
      <legend className="font-semibold">
        <InLanguage>{words.label}</InLanguage>
        <Optional shown={words.optional} />
      </legend>
      {words.hint && (
        <p id={ids.hint} className="text-hint text-ink-2">
          <InLanguage>{words.hint}</InLanguage>
        </p>
      )}
      {error && (
        <p id={ids.error} className="field-error">
          {error}
        </p>
      )}
      <div className="mt-2">{children}</div>
      {after}
      {words.whoSees && (
        <div id={ids.whoSees}>
          <Locked>
            <InLanguage>{words.whoSees}</InLanguage>
          </Locked>
        </div>
      )}
    </fieldset>
  )
}

/** What was typed before wins over what the page began with. */
export function useStart(name: string, start: string | undefined): string | undefined {
  const { value } = useField(name)
  return typeof value === 'string' ? value : start
}

type InputProps = Pick<
  ComponentProps<'input'>,
  'type' | 'autoComplete' | 'inputMode' | 'maxLength' | 'placeholder' | 'spellCheck' | 'required'
>

export function TextField({
  start,
  type = 'text',
  autoComplete,
  inputMode,
  maxLength,
  placeholder,
  spellCheck,
  required,
  wide = true,
  after,
  ...words
}: FieldWords & InputProps & { start?: string; wide?: boolean; after?: ReactNode }) {
  const own = useStart(words.name, start)
  return (
    <FieldFrame {...words} after={after}>
      {(control) => (
        <input
          {...control}
          {...{ type, autoComplete, inputMode, maxLength, placeholder, spellCheck, required }}
          defaultValue={own}
          className={clsx('control', !wide && 'max-w-60')}
        />
      )}
    </FieldFrame>
  )
}

export function TextArea({
  start,
  rows = 4,
  maxLength,
  placeholder,
  after,
  onType,
  ...words
}: FieldWords & {
  start?: string
  rows?: number
  maxLength?: number
  placeholder?: string
  after?: ReactNode
  onType?: (typed: string) => void
}) {
  const own = useStart(words.name, start)
  return (
    <FieldFrame {...words} after={after}>
      {(control) => (
        <textarea
          {...control}
          {...{ rows, maxLength, placeholder }}
          defaultValue={own}
          onChange={onType && ((event) => onType(event.target.value))}
          className="control block resize-y"
        />
      )}
    </FieldFrame>
  )
}

export interface Choice {
  value: string
  label: string
}

export function Select({
  start,
  choices,
  none,
  wide = true,
  ...words
}: FieldWords & {
  start?: string
  choices: (Choice | { group: string; choices: Choice[] })[]
  /** The first, empty choice: *choose one*, or *any*. */
  none?: string
  wide?: boolean
}) {
  const own = useStart(words.name, start)
  return (
    <FieldFrame {...words}>
      {(control) => (
        <span className={clsx('control-box', !wide && 'max-w-60')}>
          <select
            key={own}
            {...control}
            defaultValue={own ?? (none === undefined ? undefined : '')}
            className="control select"
          >
            {none !== undefined && <option value="">{none}</option>}
            {choices.map((choice) =>
              'group' in choice ? (
                <optgroup key={choice.group} label={choice.group}>
                  {choice.choices.map((one) => (
                    <option key={one.value} value={one.value}>
                      {one.label}
                    </option>
                  ))}
                </optgroup>
              ) : (
                <option key={choice.value} value={choice.value}>
                  {choice.label}
                </option>
              ),
            )}
          </select>
          <span className="control-unit">
            <ChevronDown aria-hidden size={16} />
          </span>
        </span>
      )}
    </FieldFrame>
  )
}
