'use server'

import * as z from 'zod'
import { parseForm, refusedForm } from '@/app/forms'
import { contextFor } from '@/app/session'
import { settle } from '@/app/settle'
import type { FormState } from '@/components/ui/form-state'
import { admitOrganisation } from '@/domain/moves/admit-organisation'
import { undoAdmission } from '@/domain/moves/undo-admission'
import { reasonSchema } from '@/domain/organisation/organisation'
import { refuseOrganisation } from '@/domain/organisation/refuse-organisation'
import { restoreOrganisation } from '@/domain/organisation/restore-organisation'
import { suspendOrganisation } from '@/domain/organisation/suspend-organisation'
import { idFrom } from '../../id-from'

const place = (id: string, done: string) => `/official/organisations/${id}?done=${done}`
const withReason = z.object({ reason: reasonSchema })
const withEvidence = z.object({ evidence: reasonSchema, instead: z.boolean() })

export async function admit(asked: string, _: FormState, form: FormData): Promise<FormState> {
  const context = await contextFor('official', form)
  const id = idFrom(asked)
  const parsed = parseForm(withEvidence, form, { evidence: 'text', instead: 'flag' })
  if (!parsed.ok) return refusedForm(parsed, 'official')
  const done = await admitOrganisation(context, id, parsed.data)
  // Linked with what was known under its code, it is that.
  return settle(done, form, (admitted) => place(admitted, 'admitted'))
}

export async function refuse(asked: string, _: FormState, form: FormData): Promise<FormState> {
  const context = await contextFor('official', form)
  const id = idFrom(asked)
  const parsed = parseForm(withReason, form, { reason: 'text' })
  if (!parsed.ok) return refusedForm(parsed, 'official')
  const done = await refuseOrganisation(context, id, parsed.data.reason)
  return settle(done, form, place(id, 'refused'))
}

export async function suspend(asked: string, _: FormState, form: FormData): Promise<FormState> {
  const context = await contextFor('official', form)
  const id = idFrom(asked)
  const parsed = parseForm(withReason, form, { reason: 'text' })
  if (!parsed.ok) return refusedForm(parsed, 'official')
  const done = await suspendOrganisation(context, id, parsed.data.reason)
  return settle(done, form, place(id, 'suspended'))
}

export async function restore(asked: string, _: FormState, form: FormData): Promise<FormState> {
  const context = await contextFor('official', form)
  const id = idFrom(asked)
  return settle(await restoreOrganisation(context, id), form, place(id, 'restored'))
}

export async function undo(asked: string, _: FormState, form: FormData): Promise<FormState> {
  const context = await contextFor('official', form)
  const id = idFrom(asked)
  const parsed = parseForm(withReason, form, { reason: 'text' })
  if (!parsed.ok) return refusedForm(parsed, 'official')
  return settle(await undoAdmission(context, id, parsed.data.reason), form, place(id, 'undone'))
}
