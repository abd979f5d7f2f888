'use server'

import { notFound } from 'next/navigation'
import { parseForm, refusedForm, typedIn } from '@/app/forms'
import { contextFor } from '@/app/session'
import { settle } from '@/app/settle'
import type { FormState } from '@/components/ui/form-state'
import {
  needsTenor,
  needSteps,
  stepSchemas,
  type NeedStep,
  type SaveNeedStep,
} from '@/domain/need/need'
import { findOwnNeed } from '@/domain/need/queries'
import { saveNeed } from '@/domain/need/save-need'
import { SAVED_ELSEWHERE, SEEN_ELSEWHERE } from './elsewhere'
import { foldTenor, stepReads } from './reading'

function whereTo(id: string, step: NeedStep, form: FormData): string {
  const way = form.get('go') ?? form.get('usual')
  if (way === 'leave') return '/company'
  const next = needSteps[needSteps.indexOf(step) + 1]
  return way === 'check' || !next
    ? `/company/needs/${id}/check`
    : `/company/needs/${id}/edit/${next}`
}

export async function saveStep(
  id: string,
  step: NeedStep,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const context = await contextFor('company', form)
  if (!Object.hasOwn(stepSchemas, step)) notFound()
  const values = typedIn(form)
  if (step === 'amount') foldTenor(form)
  const parsed = parseForm(stepSchemas[step], form, stepReads[step])
  if (!parsed.ok) return refusedForm({ ...parsed, values }, 'need')
  const own = await findOwnNeed(context, id)
  if (!own) notFound()
  const input = { step, values: parsed.data } as SaveNeedStep
  if (input.step === 'amount' && input.values.tenorMonths === null && needsTenor(own))
    return refusedForm({ errors: { usualTenor: 'required' }, values }, 'need')
  const seen = Number(form.get(SEEN_ELSEWHERE) ?? form.get('savedAt')) || null
  const done = await saveNeed(context, id, input, seen)
  if (!done.ok && done.refusal === 'edited-elsewhere')
    values[SAVED_ELSEWHERE] = String(done.facts?.savedAt)
  return settle(done, values, whereTo(id, step, form))
}
