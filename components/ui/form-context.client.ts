'use client'

import type { Locale } from 'next-intl'
import { createContext, useContext, useId } from 'react'

interface FormContextValue {
  id: string
  locale: Locale
  pending: boolean
  busy: string
  optional: string
  errors: Record<string, string>
  values: Record<string, string | string[]>
  /** What was typed came back: a box that is not among it was left empty. */
  answered: boolean
  /** Of the draft as it was last kept while it was typed; absent before. */
  stamp?: number
}

export const FormContext = createContext<FormContextValue | null>(null)

export function useForm(): FormContextValue | null {
  return useContext(FormContext)
}

const nothing: Record<string, never> = {}

/** What a field of this name shows now: its id, its sentence, what was typed. Also serves outside a Form (filters). */
export function useField(name: string) {
  const form = useContext(FormContext)
  const own = useId()
  const plain = name.replace(/\[\]$/, '')
  const errors: Record<string, string> = form?.errors ?? nothing
  return {
    id: `${form?.id ?? own}-${plain}`,
    error: errors[plain],
    value: form?.values[name] ?? form?.values[plain] ?? form?.values[`${plain}[]`],
    answered: form?.answered ?? false,
    optional: form?.optional,
    locale: form?.locale,
  }
}
