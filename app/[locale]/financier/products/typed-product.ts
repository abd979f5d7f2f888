import * as z from 'zod'
import { readTyped, typedIn } from '@/app/forms'
import type { FinancingClass } from '@/domain/product/classes'
import {
  contradictingFact,
  criterionSchema,
  saveProductSchema,
  type CriterionFact,
  type ProductTerms,
} from '@/domain/product/product'
import { withCosts } from '@/domain/product/product-costs'
import { criterionFacts, withCanonicalCriteria } from './criteria-form'
import { productReadings } from './product-readings'
import { rowsTyped } from './typed-criteria'

const { shape } = saveProductSchema
const limits = {
  class: shape.class,
  amountMinFen: shape.amountMinFen,
  amountMaxFen: shape.amountMaxFen,
  tenorMinMonths: shape.tenorMinMonths,
  tenorMaxMonths: shape.tenorMaxMonths,
  rateMinBp: shape.rateMinBp,
}
/** What moves the cost besides; empty, nothing is added by it. */
const costShape = { feeBp: shape.feeBp, repayment: shape.repayment }
const typedShape = { ...limits, ...costShape, criteria: z.array(z.unknown()) }

/** Beyond all amounts: what stands for a limit that is still empty. */
const NO_LEAST = 1
const NO_MOST = 1e14

export type TypedField = Exclude<keyof typeof limits, 'class'>
export interface TypedProduct {
  /** Null while nothing says what it is. */
  terms: ProductTerms | null
  /** Not counted: empty, half typed, or not to be read. */
  left: { fields: TypedField[]; criteria: CriterionFact[] }
  /** What contradicts itself, so that no need could ever fit. */
  contradiction: 'amount' | 'tenor' | CriterionFact | null
}

const isOver = (least: number | null | undefined, most: number | null | undefined) =>
  typeof least === 'number' && typeof most === 'number' && least > most

/** A range whose bounds are the wrong way round is read all the same, so that it can be named. */
const loose = z.object({ fact: z.enum(criterionFacts), min: z.number(), max: z.number() })

/** What stands for a product while its form is being typed; nothing of it need be whole. */
export function typedProduct(form: FormData): TypedProduct {
  const values = typedIn(form)
  const typed = readTyped(typedShape, withCanonicalCriteria(form, values), productReadings)
  const raw = typed.criteria ?? []
  const read = raw.map((row) => criterionSchema.safeParse(row))
  const criteria = read.flatMap(({ data }) => data ?? [])
  const reversed = raw.flatMap((row) => {
    const range = loose.safeParse(row).data
    return range && isOver(range.min, range.max) ? [range.fact] : []
  })
  const rows = rowsTyped(values)
  const unread = criterionFacts.filter((fact) =>
    read.some(({ success }, place) => !success && rows[place]?.fact === fact),
  )
  const { class: name, amountMinFen, amountMaxFen, tenorMinMonths, tenorMaxMonths } = typed
  const contradiction = isOver(amountMinFen, amountMaxFen)
    ? 'amount'
    : isOver(tenorMinMonths, tenorMaxMonths)
      ? 'tenor'
      : (reversed[0] ?? contradictingFact(criteria))
  return {
    terms: name
      ? withCosts({
          class: name,
          amountMinFen: amountMinFen ?? NO_LEAST,
          amountMaxFen: amountMaxFen ?? NO_MOST,
          tenorMinMonths: tenorMinMonths ?? null,
          tenorMaxMonths: tenorMaxMonths ?? null,
          rateMinBp: typed.rateMinBp ?? null,
          rateMaxBp: null,
          feeBp: typed.feeBp ?? 0,
          repayment: typed.repayment ?? 'none',
          criteria,
        })
      : null,
    left: {
      fields: leftOf(typed, name ?? null),
      criteria: unread.filter((fact) => !reversed.includes(fact)),
    },
    contradiction,
  }
}

/** Fields that are needed and empty, or that cannot be read. */
function leftOf(
  typed: Partial<Record<TypedField, number | null>>,
  name: FinancingClass | null,
): TypedField[] {
  const fields: TypedField[] = [
    'amountMinFen',
    'amountMaxFen',
    'tenorMinMonths',
    'tenorMaxMonths',
    'rateMinBp',
  ]
  return fields.filter(
    (field) =>
      typed[field] === undefined ||
      (field === 'tenorMaxMonths' && typed[field] === null && name !== 'equity'),
  )
}

export const nothingTyped: TypedProduct = {
  terms: null,
  left: { fields: [], criteria: [] },
  contradiction: null,
}

/** A product as it was saved: whole, and free of contradictions. */
export function savedProduct(terms: ProductTerms): TypedProduct {
  return { ...nothingTyped, terms }
}
