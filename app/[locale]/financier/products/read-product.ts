import { parseForm } from '@/app/forms'
import { saveProductSchema } from '@/domain/product/product'
import { withCanonicalCriteria } from './criteria-form'
import { productReadings } from './product-readings'
import type { Typed } from './typed-criteria'

/** A product's form through its schema; a fee that was left empty is none. */
export function readProduct(form: FormData, values: Typed) {
  const read = withCanonicalCriteria(form, values)
  if (read.get('feeBp') === '') read.set('feeBp', '0')
  return parseForm(saveProductSchema, read, productReadings)
}

/** The product that a form changes, in the version it began with or was last kept in. */
export function editedOf<Existing extends { id: string; version: number }>(
  existing: Existing | null,
  form: FormData,
): Existing | null {
  return existing && { ...existing, version: Number(form.get('version')) || existing.version }
}
