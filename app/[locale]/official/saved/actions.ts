'use server'

import { notFound } from 'next/navigation'
import * as z from 'zod'
import { addressOf, officialAsked, paramsOf } from '@/app/address'
import { parseForm, refusedForm } from '@/app/forms'
import { contextFor } from '@/app/session'
import { settle } from '@/app/settle'
import type { FormState } from '@/components/ui/form-state'
import { dimensions } from '@/domain/totals/totals'
import { deleteQuestion } from '@/domain/view/delete-question'
import { saveQuestion } from '@/domain/view/save-question'
import { saveQuestionSchema, type SavedParameters } from '@/domain/view/view'

const schema = saveQuestionSchema.extend({ question: z.string().max(1000) })

/** The question is read like an address, so that nothing unknown gets in; fixed, it keeps the position that was read. */
export async function keepQuestion(_: FormState, form: FormData): Promise<FormState> {
  const context = await contextFor('official', form)
  const parsed = parseForm(schema, form, { name: 'text', isFixed: 'flag' })
  if (!parsed.ok) return refusedForm(parsed, 'monitor')
  const query = new URLSearchParams(parsed.data.question)
  const asked = await officialAsked(context, paramsOf(query), { cut: dimensions })
  if (asked.trouble) return notFound()
  const { lasting, parameters } = asked
  const cut = query.get('cut') ?? undefined
  const kept = parsed.data.isFixed ? lasting : { ...parameters, asOf: undefined }
  const address = addressOf('', kept, { cut }).slice(1)
  const saved: SavedParameters = Object.fromEntries(new URLSearchParams(address))
  return settle(
    await saveQuestion(context, parsed.data, saved),
    form,
    addressOf('/official', saved),
  )
}

export async function removeQuestion(id: string, _: FormState, form: FormData): Promise<FormState> {
  const done = await deleteQuestion(await contextFor('official', form), id)
  return settle(done, form, '/official')
}
