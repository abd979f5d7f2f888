'use server'

import { notFound } from 'next/navigation'
import { isForm, typedIn } from '@/app/forms'
import { contextFor, currentActor } from '@/app/session'
import type { Kept } from '@/components/ui/form-state'
import { saveProduct } from '@/domain/product/save-product'
import { editedOf, readProduct } from './read-product'

/** Keeps a draft while it is typed, once all of it can be read. Null once signed out: typing leads nowhere else. */
export async function keepDraft(
  existing: { id: string; version: number },
  form: FormData,
): Promise<Kept | null> {
  if ((await currentActor()) === null) return null
  const context = await contextFor('financier')
  if (!isForm(form)) notFound()
  const parsed = readProduct(form, typedIn(form))
  if (!parsed.ok) return null
  const own = editedOf(existing, form) ?? existing
  const done = await saveProduct(context, parsed.data, { ...own, typing: true })
  if (done.ok) return { at: context.now.getTime(), stamp: own.version + 1 }
  return done.refusal === 'product-changed-meanwhile' ? { elsewhere: true } : null
}
