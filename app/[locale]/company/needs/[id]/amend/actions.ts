'use server'

import { parseForm, refusedForm, typedIn } from '@/app/forms'
import { contextFor } from '@/app/session'
import { settle } from '@/app/settle'
import type { FormState } from '@/components/ui/form-state'
import { amendNeed } from '@/domain/need/amend-need'
import { amendSchema, needsTenor } from '@/domain/need/need'
import { foldTenor, stepReads } from '../edit/[step]/reading'

export async function amend(id: string, _: FormState, form: FormData): Promise<FormState> {
  const context = await contextFor('company', form)
  const values = typedIn(form)
  foldTenor(form)
  const parsed = parseForm(amendSchema, form, Object.assign({}, ...Object.values(stepReads)))
  if (!parsed.ok) return refusedForm({ ...parsed, values }, 'need')
  if (parsed.data.tenorMonths === null && needsTenor(parsed.data))
    return refusedForm({ errors: { usualTenor: 'required' }, values }, 'need')
  const done = await amendNeed(context, id, parsed.data)
  return settle(done, values, `/company/needs/${id}`)
}
