'use server'

import { parseForm, refusedForm } from '@/app/forms'
import { contextFor } from '@/app/session'
import { settle } from '@/app/settle'
import type { FormState } from '@/components/ui/form-state'
import { makeRequest } from '@/domain/request/make-request'
import { makeRequestSchema } from '@/domain/request/request'

export async function ask(_: FormState, form: FormData): Promise<FormState> {
  const context = await contextFor('company', form)
  const parsed = parseForm(makeRequestSchema, form, { kind: 'text', title: 'text', words: 'text' })
  if (!parsed.ok) return refusedForm(parsed, 'registers')
  return settle(await makeRequest(context, parsed.data), form, '/company/requests?done=asked')
}
