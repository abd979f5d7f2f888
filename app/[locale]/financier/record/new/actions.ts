'use server'

import { parseForm, refusedForm } from '@/app/forms'
import { contextFor } from '@/app/session'
import { settle } from '@/app/settle'
import type { FormState } from '@/components/ui/form-state'
import { reportServiceSchema } from '@/domain/ledger/ledger'
import { reportService } from '@/domain/ledger/report-service'

export async function report(_: FormState, form: FormData): Promise<FormState> {
  const context = await contextFor('financier', form)
  const parsed = parseForm(reportServiceSchema, form, {
    rung: 'whole',
    nameChecked: 'flag',
    amountFen: 'money',
    rateBp: 'rate',
    tenorMonths: 'months',
    secures: 'text',
    voucher: 'text',
    isFurther: 'flag',
    firstLoan: 'flag',
  })
  if (!parsed.ok) return refusedForm(parsed, 'financier')
  const done = await reportService(context, parsed.data)
  return settle(done, form, '/financier/record?done=reported')
}
