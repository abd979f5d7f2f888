'use client'

import { useState, type ReactNode } from 'react'
import { fullDay, weekday } from '@/components/format/dates'
import { count, counted } from '@/components/format/figures'
import { typedMoneyEcho } from '@/components/format/money'
import { parseMonths, parseWhole } from '@/domain/money/money'
import { FieldFrame, useStart, type FieldWords } from './fields.client'
import { useField } from './form-context.client'

type FigureProps = FieldWords & {
  start?: string
  /** Beside the figure, inside the control: 万元, %, months. */
  unit: ReactNode
  /** How the figure is read back: an amount in 万元, a whole number, whole months, or not at all. */
  echo?: 'wan' | 'whole' | 'months' | 'none'
  locale: 'zh' | 'en'
  inputMode?: 'decimal' | 'numeric'
  /** As wide as its place, instead of as wide as a figure. */
  wide?: boolean
}

/** A figure with its unit. Takes full-width figures, commas, 万 and 亿, and reads back what it understood. */
export function NumberWithUnit({
  start,
  unit,
  echo = 'none',
  locale,
  inputMode = 'decimal',
  wide = false,
  ...words
}: FigureProps) {
  const own = useStart(words.name, start)
  const [typed, setTyped] = useState<string>()
  const shown = typed ?? own ?? ''
  const heard = echo === 'none' || shown.trim() === '' ? null : read(shown, echo, locale)
  const { id } = useField(words.name)
  return (
    <FieldFrame
      {...words}
      after={
        echo === 'none' ? null : (
          <output
            htmlFor={id}
            className="mt-1.5 block min-h-[1.5em] text-hint text-ink-2"
            aria-live="polite"
          >
            {heard}
          </output>
        )
      }
    >
      {(control) => (
        <span className={`control-box ${wide ? '' : 'max-w-60'}`}>
          <input
            {...control}
            inputMode={inputMode}
            autoComplete="off"
            defaultValue={own}
            onChange={(event) => setTyped(event.target.value)}
            className="control num pr-16"
          />
          <span
            className="control-unit"
            lang={/\p{Script=Han}/u.test(String(unit)) ? 'zh' : undefined}
          >
            {unit}
          </span>
        </span>
      )}
    </FieldFrame>
  )
}

function read(typed: string, echo: 'wan' | 'whole' | 'months', locale: 'zh' | 'en'): string | null {
  if (echo === 'wan') return typedMoneyEcho(typed, locale)
  const value = echo === 'months' ? parseMonths(typed) : parseWhole(typed)
  if (value === null) return null
  return echo === 'months' ? counted(value, 'month', locale) : count(value)
}

/** The platform's own date field; below it the day in words, with its weekday. */
export function DateField({
  start,
  min,
  max,
  locale,
  note,
  ...words
}: FieldWords & {
  start?: string
  min?: string
  max?: string
  locale: 'zh' | 'en'
  note?: ReactNode
}) {
  const own = useStart(words.name, start)
  const [picked, setPicked] = useState<string>()
  const day = picked ?? own ?? ''
  const known = /^\d{4}-\d{2}-\d{2}$/.test(day)
  return (
    <FieldFrame
      {...words}
      after={
        <p className="mt-1.5 min-h-[1.5em] text-hint text-ink-2">
          {known && (
            <>
              {locale === 'en' && `${weekday(day, locale)} `}
              <span className="date">{fullDay(day, locale)}</span>
              {locale === 'zh' && ` ${weekday(day, locale)}`}
            </>
          )}
          {note && <span className={known ? 'ml-3' : undefined}>{note}</span>}
        </p>
      }
    >
      {(control) => (
        <input
          {...control}
          type="date"
          min={min}
          max={max}
          defaultValue={own}
          onChange={(event) => setPicked(event.target.value)}
          className="control max-w-60"
        />
      )}
    </FieldFrame>
  )
}
