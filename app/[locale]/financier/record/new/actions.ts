'use server'

import { getLocale } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { parseForm, refusedForm, typedIn } from '@/app/forms'
import { contextFor } from '@/app/session'
import type { FormState } from '@/components/ui/form-state'
import { reportService } from '@/domain/service/report-service'
import { reportServiceSchema } from '@/domain/service/service'
import { pathFor } from '@/messages/navigation'

export async function report(_: FormState, form: FormData): Promise<FormState> {
  const context = await contextFor('financier')
  const parsed = parseForm(reportServiceSchema, form, {
    rung: 'whole',
    amountFen: 'money',
    rateBp: 'rate',
    tenorMonths: 'whole',
    secures: 'text',
    firstLoan: 'flag',
  })
  if (!parsed.ok) return refusedForm(parsed, 'financier')
  const done = await reportService(context, parsed.data)
  if (!done.ok) return refusedForm({ ...done, values: typedIn(form) })
  redirect(pathFor(await getLocale(), '/financier/record?done=reported'))
}
