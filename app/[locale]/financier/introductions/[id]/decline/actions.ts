'use server'

import { getLocale } from 'next-intl/server'
import { notFound, redirect } from 'next/navigation'
import { parseForm, refusedForm, typedIn } from '@/app/forms'
import { contextFor } from '@/app/session'
import type { FormState } from '@/components/ui/form-state'
import { declineNeed } from '@/domain/introduction/decline-need'
import { declineSchema } from '@/domain/introduction/introduction'
import { pathFor } from '@/messages/navigation'

export async function decline(id: string, _: FormState, form: FormData): Promise<FormState> {
  const context = await contextFor('financier')
  const parsed = parseForm(declineSchema, form, { words: 'text' })
  if (!parsed.ok) return refusedForm(parsed, 'financier')
  const done = await declineNeed(context, id, parsed.data)
  if (!done.ok && done.refusal === 'not-found') notFound()
  if (!done.ok) return refusedForm({ ...done, values: typedIn(form) })
  redirect(pathFor(await getLocale(), `/financier/introductions/${id}?done=declined`))
}
