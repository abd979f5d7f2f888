'use server'

import * as z from 'zod'
import { parseForm, refusedForm } from '@/app/forms'
import { contextFor } from '@/app/session'
import { settle } from '@/app/settle'
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
  return settle(done, form, '/financier/record?done=voided')
}

export async function correct(id: string, _: FormState, form: FormData): Promise<FormState> {
  const context = await contextFor('financier', form)
  const parsed = parseForm(correctSchema, form, { amountFen: 'money' })
  if (!parsed.ok) return refusedForm(parsed, 'financier')
  const { why, ...right } = parsed.data
  const done = await correctService(context, id, right, why)
  return settle(done, form, '/financier/record?done=corrected')
}
