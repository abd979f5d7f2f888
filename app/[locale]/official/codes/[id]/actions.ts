'use server'

import { parseForm, refusedForm } from '@/app/forms'
import { contextFor } from '@/app/session'
import { settle } from '@/app/settle'
import type { FormState } from '@/components/ui/form-state'
import { admitCode } from '@/domain/bank-file/admit-code'
import { codeWordsSchema } from '@/domain/bank-file/bank-file'
import { refuseCode } from '@/domain/bank-file/refuse-code'
import { idFrom } from '../../id-from'

const place = (id: string, done: string) => `/official/codes/${id}?done=${done}`

export async function admitOdd(asked: string, _: FormState, form: FormData): Promise<FormState> {
  const context = await contextFor('official', form)
  const id = idFrom(asked)
  const parsed = parseForm(codeWordsSchema, form, { words: 'text' })
  if (!parsed.ok) return refusedForm(parsed, 'official')
  return settle(await admitCode(context, id, parsed.data.words), form, place(id, 'admitted'))
}

export async function refuseOdd(asked: string, _: FormState, form: FormData): Promise<FormState> {
  const context = await contextFor('official', form)
  const id = idFrom(asked)
  const parsed = parseForm(codeWordsSchema, form, { words: 'text' })
  if (!parsed.ok) return refusedForm(parsed, 'official')
  return settle(await refuseCode(context, id, parsed.data.words), form, place(id, 'refused'))
}
