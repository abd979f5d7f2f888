'use server'

import { notFound } from 'next/navigation'
import * as z from 'zod'
import { parseForm, refusedForm, typedIn } from '@/app/forms'
import { go } from '@/app/go'
import { contextFor } from '@/app/session'
import type { FormState } from '@/components/ui/form-state'
import { drawingSchema } from '@/domain/introduction/introduction'
import { correctService } from '@/domain/moves/correct-service'
import { voidService } from '@/domain/moves/void-service'
import { reasonSchema } from '@/domain/organisation/organisation'

const voidSchema = z.object({ why: reasonSchema })
const correctSchema = z.object({
  amountFen: drawingSchema.shape.amountFen,
  happenedOn: drawingSchema.shape.drawnOn,
  contractNo: drawingSchema.shape.contractNo,
  why: reasonSchema,
})

export async function takeOut(id: string, _: FormState, form: FormData): Promise<FormState> {
  const context = await contextFor('financier', form)
  const parsed = parseForm(voidSchema, form)
  if (!parsed.ok) return refusedForm(parsed, 'financier')
  const done = await voidService(context, id, parsed.data.why)
  if (!done.ok && done.refusal === 'not-found') notFound()
  if (!done.ok) return refusedForm({ ...done, values: typedIn(form) })
  return go('/financier/record?done=voided')
}

export async function correct(id: string, _: FormState, form: FormData): Promise<FormState> {
  const context = await contextFor('financier', form)
  const parsed = parseForm(correctSchema, form, { amountFen: 'money' })
  if (!parsed.ok) return refusedForm(parsed, 'financier')
  const { why, ...right } = parsed.data
  const done = await correctService(context, id, right, why)
  if (!done.ok && done.refusal === 'not-found') notFound()
  if (!done.ok) return refusedForm({ ...done, values: typedIn(form) })
  return go('/financier/record?done=corrected')
}
