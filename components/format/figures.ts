import type { Locale } from 'next-intl'
import { ALL_IN_MOST_BP } from '@/domain/cost/cost'
import { fill, pluralOf, together, words } from './words'

type Units = (typeof words)['zh']
export type Counted = {
  [Name in keyof Units]: Units[Name] extends { one: string; other: string } ? Name : never
}[keyof Units]

const grouped = new Intl.NumberFormat('en', { maximumFractionDigits: 0 })
const oneDecimal = new Intl.NumberFormat('en', { maximumFractionDigits: 1 })

/** 1,200 in both languages. */
export function count(value: number): string {
  return grouped.format(value)
}

/** 320 家 · 320 companies; 417 家次 · 417 company-times; 0.6 个工作日 · 0.6 working days. */
export function counted(value: number, unit: Counted, locale: Locale): string {
  const pattern = words[locale][unit][pluralOf(value, locale)]
  return together(fill(pattern, { count: oneDecimal.format(value) }))
}

/** Basis points as a rate: 342 is 3.42%. */
export function rate(bp: number): string {
  return `${points(bp)}%`
}

/** Basis points as points of a percentage: 66 is 0.66. */
export function points(bp: number): string {
  return signed(bp / 100, 2, '')
}

/** An all-in yearly cost: a rate, or over 1,000% where none is told. */
export function allInCost(bp: number, locale: Locale): string {
  return bp > ALL_IN_MOST_BP
    ? together(fill(words[locale].beyond, { figure: `${count(ALL_IN_MOST_BP / 100)}%` }))
    : rate(bp)
}

/** A change of a rate: −31 bp. */
export function changeBp(bp: number): string {
  return together(`${signed(bp, 0, '+')} bp`)
}

/** A change against a base: +12.7%. Null where there is no base, which the page says in words. */
export function changePercent(now: number, then: number, decimals = 1): string | null {
  return then === 0 ? null : `${signed(((now - then) / then) * 100, decimals, '+')}%`
}

/** A change in a count: +9, −3, 0. */
export function change(difference: number): string {
  return signed(difference, 0, '+')
}

/** A part of a whole as a percentage of whole points: 96%. Null where the whole is 0. */
export function share(part: number, whole: number, decimals = 0): string | null {
  return whole === 0 ? null : `${((part / whole) * 100).toFixed(decimals)}%`
}

/** 37 / 40, held together. */
export function outOf(part: number, whole: number): string {
  return together(`${count(part)} / ${count(whole)}`)
}

/** An en dash between two figures: 6–36; one alone, ≥ 6 or ≤ 36. The words for neither are the page's. */
export function range(from: string | null, to: string | null, locale: Locale): string | null {
  if (from !== null && to !== null) return from === to ? from : `${from}–${to}`
  if (from !== null) return together(fill(words[locale].atLeast, { figure: from }))
  if (to !== null) return together(fill(words[locale].atMost, { figure: to }))
  return null
}

function signed(value: number, decimals: number, plus: '' | '+'): string {
  const size = Math.abs(value).toLocaleString('en', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  })
  const zero = !/[1-9]/.test(size)
  return `${zero ? '' : value < 0 ? '−' : plus}${size}`
}
