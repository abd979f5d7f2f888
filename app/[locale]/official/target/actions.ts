'use server'

import * as z from 'zod'
import { parseForm, refusedForm } from '@/app/forms'
import { contextFor } from '@/app/session'
import { settle } from '@/app/settle'
import type { FormState } from '@/components/ui/form-state'
import { endTarget } from '@/domain/target/end-target'
import { setTarget } from '@/domain/target/set-target'
import { endTargetSchema, setTargetSchema } from '@/domain/target/target'
import { idFrom } from '../id-from'

export async function set(_: FormState, form: FormData): Promise<FormState> {
  const context = await contextFor('official', form)
  const parsed = parseForm(setTargetSchema, form, {
    ...{ year: 'whole', measure: 'text', place: 'text', source: 'text' },
    value: form.get('measure') === 'drawn' ? 'money' : 'whole',
  })
  if (!parsed.ok) return refusedForm(parsed, 'target')
  const { year } = parsed.data
  return settle(
    await setTarget(context, parsed.data),
    form,
    `/official/target?year=${year}&done=set`,
  )
}

export async function end(
  asked: string,
  year: number,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const context = await contextFor('official', form)
  const parsed = parseForm(z.object({ reason: endTargetSchema }), form, { reason: 'text' })
  if (!parsed.ok) return refusedForm(parsed, 'target')
  return settle(
    await endTarget(context, idFrom(asked), parsed.data.reason),
    form,
    `/official/target?year=${Number(year)}&done=ended`,
  )
}
