'use server'

import * as z from 'zod'
import { parseForm, refusedForm } from '@/app/forms'
import { contextFor } from '@/app/session'
import { settle } from '@/app/settle'
import type { FormState } from '@/components/ui/form-state'
import { changeView } from '@/domain/view/change-view'
import { chooseView } from '@/domain/view/choose-view'
import { deleteView } from '@/domain/view/delete-view'
import { saveView } from '@/domain/view/save-view'
import { saveViewSchema, viewNameSchema } from '@/domain/view/view'
import { leadsHref, readLeadAddress } from '../lead-address'

/** The conditions as an address has them: read like one, so that nothing unknown gets in. */
const conditions = z
  .string()
  .max(1000)
  .transform((text) => {
    const { view: _, ...filter } = readLeadAddress(
      Object.fromEntries(new URLSearchParams(text)),
    ).filter
    return filter
  })

const settingsSchema = z.object({
  name: viewNameSchema.optional(),
  shared: z.boolean(),
  alert: z.boolean(),
  opensFirst: z.boolean(),
})

const viewHref = (id: string) => leadsHref({ view: { id, changed: false } })

export async function saveLeadView(_: FormState, form: FormData): Promise<FormState> {
  const context = await contextFor('financier', form)
  const schema = saveViewSchema.extend({ conditions })
  const parsed = parseForm(schema, form, { name: 'text', shared: 'flag', alert: 'flag' })
  if (!parsed.ok) return refusedForm(parsed, 'financier')
  const done = await saveView(context, parsed.data, parsed.data.conditions)
  return settle(done, form, viewHref)
}

export async function saveViewChange(id: string, _: FormState, form: FormData): Promise<FormState> {
  const context = await contextFor('financier', form)
  const parsed = parseForm(z.object({ conditions }), form)
  if (!parsed.ok) return refusedForm(parsed)
  const done = await changeView(context, id, { filter: parsed.data.conditions })
  return settle(done, form, viewHref(id))
}

export async function setView(id: string, _: FormState, form: FormData): Promise<FormState> {
  const context = await contextFor('financier', form)
  const parsed = parseForm(settingsSchema, form, {
    name: 'text',
    shared: 'flag',
    alert: 'flag',
    opensFirst: 'flag',
  })
  if (!parsed.ok) return refusedForm(parsed, 'financier')
  const { name, shared, ...choice } = parsed.data
  const changed = name === undefined ? null : await changeView(context, id, { name, shared })
  const done = changed?.ok === false ? changed : await chooseView(context, id, choice)
  return settle(done, form, viewHref(id))
}

export async function removeView(id: string, _: FormState, form: FormData): Promise<FormState> {
  const done = await deleteView(await contextFor('financier', form), id)
  return settle(done, form, leadsHref({ view: 'none' }))
}
