'use server'

import { parseForm, refusedForm, typedIn } from '@/app/forms'
import { go } from '@/app/go'
import { contextFor } from '@/app/session'
import type { FormState } from '@/components/ui/form-state'
import { reportServiceSchema } from '@/domain/ledger/ledger'
import { reportService } from '@/domain/ledger/report-service'

export async function report(_: FormState, form: FormData): Promise<FormState> {
  const context = await contextFor('financier', form)
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
  return go('/financier/record?done=reported')
}
