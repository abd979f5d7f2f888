'use client'

import clsx from 'clsx'
import type { ReactNode } from 'react'
import { GroupFrame, type FieldWords } from './fields.client'
import { useField } from './form-context.client'

export interface RichChoice {
  value: string
  label: ReactNode
  note?: ReactNode
}

/** What was ticked before wins over what the page began with. */
function useTicked(name: string, start: readonly string[]): readonly string[] {
  const { value, answered } = useField(name)
  if (value === undefined) return answered ? [] : start
  return typeof value === 'string' ? [value] : value
}

/** Any number of answers. `name` is sent as `name[]`; the first box has the field's id, so that a summary can lead to it. */
export function CheckboxGroup({
  choices,
  start = [],
  columns = 1,
  ...words
}: FieldWords & { choices: RichChoice[]; start?: readonly string[]; columns?: 1 | 2 | 3 }) {
  const ticked = useTicked(words.name, start)
  const { id } = useField(words.name)
  return (
    <GroupFrame {...words}>
      <div
        className={clsx(
          'grid gap-x-6',
          columns === 2 && 'sm:grid-cols-2',
          columns === 3 && 'sm:grid-cols-2 lg:grid-cols-3',
        )}
      >
        {choices.map((choice, index) => (
          <label key={choice.value} className="flex min-h-8 items-start gap-3 py-1">
            <input
              key={String(ticked.includes(choice.value))}
              type="checkbox"
              id={index === 0 ? id : undefined}
              name={`${words.name}[]`}
              value={choice.value}
              defaultChecked={ticked.includes(choice.value)}
              className="tick mt-[0.15em]"
            />
            <span>
              {choice.label}
              {choice.note && <span className="block text-small text-ink-2">{choice.note}</span>}
            </span>
          </label>
        ))}
      </div>
    </GroupFrame>
  )
}

/** One yes or no. Sent as `on`, or not at all. */
export function Checkbox({
  start = false,
  name,
  label,
  note,
}: {
  name: string
  label: ReactNode
  note?: ReactNode
  start?: boolean
}) {
  const { id, value, error, answered } = useField(name)
  const ticked = value === undefined && !answered ? start : value === 'on'
  return (
    <div className={clsx('field', error && 'field-wrong')}>
      {error && (
        <p id={`${id}-error`} className="field-error mb-1">
          {error}
        </p>
      )}
      <label className="flex min-h-8 items-start gap-3 py-1">
        <input
          key={String(ticked)}
          type="checkbox"
          id={id}
          name={name}
          defaultChecked={ticked}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
          className="tick mt-[0.15em]"
        />
        <span>
          {label}
          {note && <span className="block text-small text-ink-2">{note}</span>}
        </span>
      </label>
    </div>
  )
}

/** One answer of a few, each with what it means. `row`: short answers side by side, two and two on a phone. */
export function RadioCards({
  choices,
  start,
  layout = 'stack',
  ...words
}: FieldWords & { choices: RichChoice[]; start?: string; layout?: 'stack' | 'row' }) {
  const { id, value } = useField(words.name)
  const chosen = typeof value === 'string' ? value : start
  return (
    <GroupFrame {...words}>
      <div
        key={chosen}
        className={layout === 'row' ? 'grid grid-cols-2 gap-2 sm:flex sm:flex-wrap' : 'grid gap-2'}
      >
        {choices.map((choice, index) => (
          <label key={choice.value} className="radio-card">
            <input
              type="radio"
              id={index === 0 ? id : undefined}
              name={words.name}
              value={choice.value}
              defaultChecked={chosen === choice.value}
              className="dot mt-[0.1em]"
            />
            <span>
              <span className="radio-card-label">{choice.label}</span>
              {choice.note && <span className="block text-small text-ink-2">{choice.note}</span>}
            </span>
          </label>
        ))}
      </div>
    </GroupFrame>
  )
}
