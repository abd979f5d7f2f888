import * as z from 'zod'
import { LONGEST_FIGURE } from '@/app/forms'
import {
  bpAsPercent,
  fenAsWan,
  parseMoney,
  parseMonths,
  parseRate,
  parseWhole,
} from '@/domain/money/money'
import {
  contradictingFact,
  criterionSchema,
  flagFacts,
  isRange,
  isSet,
  rangeFacts,
  setFacts,
  type Criterion,
  type CriterionFact,
  type RangeUnit,
} from '@/domain/product/product'
import { fieldsOf, rowsTyped, type Typed, type TypedCriterion } from './typed-criteria'

export const criterionFacts = [
  ...Object.keys(rangeFacts),
  ...Object.keys(setFacts),
  ...flagFacts,
] as CriterionFact[]

const MONTHS_A_YEAR = 12

const units = new Map<string, RangeUnit>(Object.entries(rangeFacts))

const unitOf = (fact: string): RangeUnit | null => units.get(fact) ?? null

const readings: Record<RangeUnit, (typed: string) => number | null> = {
  months: (typed) => parseMonths(typed, 'year'),
  people: parseWhole,
  count: parseWhole,
  fen: (typed) => parseMoney(typed),
  bp: parseRate,
}

/** A bound in the unit its fact is stored in, as text for the form's reader; what cannot be read stays unreadable. */
function canonical(fact: string, typed: string): string {
  const unit = unitOf(fact)
  if (unit === null || typed.trim() === '') return ''
  const value = typed.length > LONGEST_FIGURE ? null : readings[unit](typed.trim())
  return value === null ? '?' : String(value)
}

/** The form with its criteria in units of the domain, so that one schema reads all of it. */
export function withCanonicalCriteria(form: FormData, values: Typed): FormData {
  const read = new FormData()
  for (const [name, value] of form)
    if (!/^criteria\[|^(edit|newFact)$/.test(name)) read.append(name, value)
  for (const [index, row] of rowsTyped(values).entries()) {
    const at = `criteria[${index}]`
    read.set(`${at}.fact`, row.fact)
    read.set(`${at}.hard`, row.hard ? 'on' : '')
    if (unitOf(row.fact)) {
      read.set(`${at}.min`, canonical(row.fact, row.min))
      read.set(`${at}.max`, canonical(row.fact, row.max))
    } else if (Object.hasOwn(setFacts, row.fact)) {
      read.set(`${at}.quantifier`, row.quantifier)
      // An empty answer of its own keeps the list there when nothing is ticked.
      for (const value of ['', ...row.values]) read.append(`${at}.values[]`, value)
    }
  }
  return read
}

/** The fact on which two hard criteria contradict each other, to be named; null where none does. */
export function contradictionTyped(values: Typed): CriterionFact | null {
  const raw = rowsTyped(values).map(({ fact, min, max, quantifier, values: ticked, hard }) => {
    const bound = (typed: string) =>
      canonical(fact, typed) === '' ? null : Number(canonical(fact, typed))
    if (unitOf(fact)) return { fact, min: bound(min), max: bound(max), hard }
    return Object.hasOwn(setFacts, fact)
      ? { fact, quantifier, values: ticked, hard }
      : { fact, hard }
  })
  const parsed = z.array(criterionSchema).safeParse(raw)
  return parsed.success ? contradictingFact(parsed.data) : null
}

/** What was typed with a row more or a row less, when one of those buttons was pressed; else null. */
export function editedRows(form: FormData, values: Typed): Typed | null {
  const edit = form.get('edit')
  if (typeof edit !== 'string') return null
  const rest = Object.fromEntries(
    Object.entries(values).filter(([name]) => !/^criteria\[|^(edit|newFact)$/.test(name)),
  )
  const rows = rowsTyped(values)
  const fact = form.get('newFact')
  if (edit === 'add' && criterionFacts.some((known) => known === fact))
    rows.push({ fact: String(fact), min: '', max: '', quantifier: 'any', values: [], hard: true })
  const removed = /^remove:(\d{1,2})$/.exec(edit)?.[1]
  return { ...rest, ...fieldsOf(rows.filter((_, index) => index !== Number(removed ?? -1))) }
}

/** A stored bound as it is typed. */
export function asTyped(fact: string, bound: number | null): string {
  const unit = unitOf(fact)
  if (bound === null || unit === null) return ''
  if (unit === 'fen') return fenAsWan(bound)
  if (unit === 'bp') return bpAsPercent(bound)
  return String(unit === 'months' ? bound / MONTHS_A_YEAR : bound)
}

/** Stored criteria as the form begins with them. */
export function typedOf(criteria: readonly Criterion[]): TypedCriterion[] {
  return criteria.map((criterion) => ({
    fact: criterion.fact,
    min: isRange(criterion) ? asTyped(criterion.fact, criterion.min) : '',
    max: isRange(criterion) ? asTyped(criterion.fact, criterion.max) : '',
    quantifier: isSet(criterion) ? criterion.quantifier : 'any',
    values: isSet(criterion) ? criterion.values : [],
    hard: criterion.hard,
  }))
}
