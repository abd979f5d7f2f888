'use client'

import { ChevronDown, Plus, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { SubmitButton } from '@/components/ui/form.client'
import { useField, useForm } from '@/components/ui/form-context.client'
import { Bound, type Option } from './bound.client'
import { rowsTyped, type TypedCriterion } from './typed-criteria'

export type EditorFact = { fact: string; label: string; note?: string } &
  /** `steps`: the figures at which a fact outside the teaser may be tested. */
  (
    | { kind: 'range'; unit: string; steps?: Option[] }
    | { kind: 'set'; options: Option[] }
    | { kind: 'flag'; sentence: string }
  )

export interface EditorWords {
  title: string
  hint: string
  none: string
  min: string
  max: string
  weight: string
  hard: string
  soft: string
  which: string
  noStep: string
  quantifiers: Option[]
  /** With {fact}. */
  remove: string
  newFact: string
  add: string
  groups: Record<EditorFact['kind'], string>
  facts: EditorFact[]
}

/**
 * One row a criterion, like a sentence. Adding and removing are submit buttons: the server answers with a row more or
 * less and with everything that was typed, so it works the same before any script.
 */
export function CriteriaEditor({ start, words }: { start: TypedCriterion[]; words: EditorWords }) {
  const form = useForm()
  const { id, error } = useField('criteria')
  const rows = form?.answered ? rowsTyped(form.values) : start
  const box = useRef<HTMLDivElement>(null)
  const before = useRef(rows.length)
  useEffect(() => {
    // A new row takes the focus; after a removal it goes to what stands in its place.
    if (rows.length !== before.current) {
      const all = box.current?.querySelectorAll<HTMLElement>('[data-criterion]') ?? []
      const target = rows.length > before.current ? all[rows.length - 1] : box.current
      target?.querySelector<HTMLElement>('input:not([type=hidden]), select')?.focus()
      // A row more or less is no typing, but the panel beside the form is to follow it too.
      box.current?.dispatchEvent(new Event('change', { bubbles: true }))
    }
    before.current = rows.length
  }, [rows.length])
  return (
    <div ref={box} className={error ? 'field field-wrong' : 'field'}>
      <h2 className="text-h2" id={id} tabIndex={-1}>
        {words.title}
      </h2>
      <p className="text-hint text-ink-2">{words.hint}</p>
      {error && <p className="field-error mt-1">{error}</p>}
      {rows.length === 0 ? (
        <p className="mt-4">{words.none}</p>
      ) : (
        <ol className="mt-4 divide-y divide-line border-y border-line">
          {rows.map((row, index) => {
            const fact = words.facts.find((one) => one.fact === row.fact)
            return (
              fact && (
                <CriterionRow
                  key={`${index} ${JSON.stringify(row)}`}
                  at={`criteria[${index}]`}
                  index={index}
                  row={row}
                  fact={fact}
                  words={words}
                />
              )
            )
          })}
        </ol>
      )}
      <div className="mt-4 flex flex-wrap items-end gap-3">
        <label className="block">
          <span className="font-semibold">{words.newFact}</span>
          <span className="control-box mt-1.5 w-60">
            <select name="newFact" className="control select">
              {(['range', 'set', 'flag'] as const).map((kind) => (
                <optgroup key={kind} label={words.groups[kind]}>
                  {words.facts
                    .filter((one) => one.kind === kind)
                    .map(({ fact, label }) => (
                      <option key={fact} value={fact}>
                        {label}
                      </option>
                    ))}
                </optgroup>
              ))}
            </select>
            <span className="control-unit">
              <ChevronDown aria-hidden size={16} />
            </span>
          </span>
        </label>
        <SubmitButton tone="plain" name="edit" value="add" icon={<Plus aria-hidden size={16} />}>
          {words.add}
        </SubmitButton>
      </div>
    </div>
  )
}

interface RowProps {
  at: string
  index: number
  row: TypedCriterion
  fact: EditorFact
  words: EditorWords
}

function CriterionRow({ at, index, row, fact, words }: RowProps) {
  const whole = useField(at)
  const first = useField(`${at}.${fact.kind === 'set' ? 'values' : 'min'}`)
  const error = first.error ?? whole.error
  const errorId = error ? `${first.id}-error` : undefined
  return (
    <li
      data-criterion
      className={error ? 'field field-wrong py-4' : 'py-4'}
      id={first.error ? undefined : whole.id}
    >
      <input type="hidden" name={`${at}.fact`} value={row.fact} readOnly />
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h3 className="text-h3">{fact.label}</h3>
        <div className="flex items-center gap-2">
          <Weight at={at} row={row} fact={fact} words={words} />
          <button
            type="submit"
            name="edit"
            value={`remove:${index}`}
            aria-label={words.remove.replace('{fact}', fact.label)}
            title={words.remove.replace('{fact}', fact.label)}
            className="grid size-9 place-content-center rounded-control text-ink-2 hover:text-seal"
          >
            <X aria-hidden size={16} />
          </button>
        </div>
      </div>
      {error && (
        <p id={errorId} className="field-error">
          {error}
        </p>
      )}
      {fact.kind === 'range' && (
        <div className="mt-2 flex flex-wrap gap-x-6 gap-y-3">
          <Bound
            name={`${at}.min`}
            label={words.min}
            of={fact.label}
            unit={fact.unit}
            steps={fact.steps}
            noStep={words.noStep}
            start={row.min}
            errorId={errorId}
          />
          <Bound
            name={`${at}.max`}
            label={words.max}
            of={fact.label}
            unit={fact.unit}
            steps={fact.steps}
            noStep={words.noStep}
            start={row.max}
            errorId={errorId}
          />
        </div>
      )}
      {fact.kind === 'set' && (
        <SetValues at={at} row={row} fact={fact} words={words} errorId={errorId} />
      )}
      {fact.kind === 'flag' && <p className="mt-1 text-ink-2">{fact.sentence}</p>}
      {fact.note && <p className="mt-2 text-small text-ink-2">{fact.note}</p>}
    </li>
  )
}

function Weight({ at, row, fact, words }: Omit<RowProps, 'index'>) {
  return (
    <span className="control-box">
      <select
        name={`${at}.hard`}
        aria-label={`${fact.label} ${words.weight}`}
        defaultValue={row.hard ? 'hard' : 'soft'}
        className="control select min-h-9! py-1! text-[15px]!"
      >
        <option value="hard">{words.hard}</option>
        <option value="soft">{words.soft}</option>
      </select>
      <span className="control-unit">
        <ChevronDown aria-hidden size={16} />
      </span>
    </span>
  )
}

function SetValues({
  at,
  row,
  fact,
  words,
  errorId,
}: Omit<RowProps, 'index' | 'fact'> & {
  fact: Extract<EditorFact, { kind: 'set' }>
  errorId: string | undefined
}) {
  const { id } = useField(`${at}.values`)
  return (
    <fieldset className="mt-2" aria-describedby={errorId}>
      <legend className="sr-only">{fact.label}</legend>
      <span className="control-box max-w-72">
        <select
          name={`${at}.quantifier`}
          aria-label={`${fact.label} ${words.which}`}
          defaultValue={row.quantifier}
          className="control select"
        >
          {words.quantifiers.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
        <span className="control-unit">
          <ChevronDown aria-hidden size={16} />
        </span>
      </span>
      <div className="mt-2 grid grid-cols-2 gap-x-6 sm:grid-cols-3">
        {fact.options.map(({ value, label }, place) => (
          <label key={value} className="flex min-h-8 items-start gap-3 py-1">
            <input
              type="checkbox"
              id={place === 0 ? id : undefined}
              name={`${at}.values[]`}
              value={value}
              defaultChecked={row.values.includes(value)}
              className="tick mt-[0.15em]"
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
