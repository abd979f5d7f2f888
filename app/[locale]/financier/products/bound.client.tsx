'use client'

import { ChevronDown } from 'lucide-react'
import { useField } from '@/components/ui/form-context.client'

export interface Option {
  value: string
  label: string
}

/** One bound of a range: typed, or of a fact outside the teaser chosen among the steps at which it may be tested. */
export function Bound({
  name,
  label,
  of,
  unit,
  steps,
  noStep,
  start,
  errorId,
}: {
  name: string
  label: string
  of: string
  unit: string
  steps: Option[] | undefined
  noStep: string
  start: string
  errorId: string | undefined
}) {
  const { id } = useField(name)
  const wrong = { 'aria-invalid': errorId ? true : undefined, 'aria-describedby': errorId } as const
  const isKept = steps && start !== '' && !steps.some(({ value }) => value === start)
  return (
    <div className="flex items-center gap-2">
      <label htmlFor={id}>
        <span className="sr-only">{of} </span>
        {label}
      </label>
      <span className="control-box w-40">
        {steps ? (
          <>
            <select
              id={id}
              name={name}
              defaultValue={start}
              {...wrong}
              className="control select num"
            >
              <option value="">{noStep}</option>
              {isKept && <option value={start}>{`${start} ${unit}`}</option>}
              {steps.map(({ value, label: figure }) => (
                <option key={value} value={value}>
                  {figure}
                </option>
              ))}
            </select>
            <span className="control-unit">
              <ChevronDown aria-hidden size={16} />
            </span>
          </>
        ) : (
          <>
            <input
              id={id}
              name={name}
              inputMode="decimal"
              autoComplete="off"
              defaultValue={start}
              {...wrong}
              className="control num pr-14"
            />
            <span className="control-unit">{unit}</span>
          </>
        )}
      </span>
    </div>
  )
}
