'use server'

import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { refusedForm, typedIn } from '@/app/forms'
import { contextFor } from '@/app/session'
import { settle } from '@/app/settle'
import type { FormState } from '@/components/ui/form-state'
import { pauseProduct } from '@/domain/product/pause-product'
import { publishProduct } from '@/domain/product/publish-product'
import { reconfirmProduct } from '@/domain/product/reconfirm-product'
import { retireProduct } from '@/domain/product/retire-product'
import { saveProduct } from '@/domain/product/save-product'
import { contradictionTyped, editedRows } from './criteria-form'
import { editedOf, readProduct } from './read-product'
import type { Typed } from './typed-criteria'

/** The general sentence on contradicting criteria, with the fact named. */
async function namedContradiction(state: FormState, values: Typed): Promise<FormState> {
  const fact = contradictionTyped(values)
  if (!fact) return state
  const [t, domain] = await Promise.all([getTranslations('product'), getTranslations('domain')])
  const criteria = t('form.contradict', { fact: domain(`rule.${fact}`) })
  return { ...state, errors: { ...state.errors, criteria } }
}

export async function save(
  existing: { id: string; version: number } | null,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const context = await contextFor('financier', form)
  const values = typedIn(form)
  const edited = editedRows(form, values)
  if (edited) return { status: 'idle', values: edited }
  const parsed = readProduct(form, values)
  if (!parsed.ok)
    return namedContradiction(await refusedForm({ ...parsed, values }, 'product'), values)
  const done = await saveProduct(context, parsed.data, editedOf(existing, form))
  const how = existing ? 'push' : 'replace'
  return settle(done, values, (id) => `/financier/products/${id}?done=saved`, how)
}

const moves = {
  published: publishProduct,
  reconfirmed: reconfirmProduct,
  paused: pauseProduct,
  retired: retireProduct,
} as const

/** Publishes, reconfirms, pauses or retires one's own product, and says so where one was. */
export async function move(
  productId: string,
  to: keyof typeof moves,
  from: 'list' | 'page',
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const context = await contextFor('financier', form)
  if (!Object.hasOwn(moves, to)) return notFound()
  const done = await moves[to](context, productId)
  const back = from === 'list' ? '/financier/products' : `/financier/products/${productId}`
  return settle(done, form, `${back}?done=${to}`)
}
