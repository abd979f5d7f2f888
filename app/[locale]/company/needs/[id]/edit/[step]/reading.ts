import type * as z from 'zod'
import { readTyped, type Reading } from '@/app/forms'
import { stepSchemas, type NeedStep, type NeedTerms } from '@/domain/need/need'

/** How the fields of each step are read. */
export const stepReads: Record<NeedStep, Record<string, Reading>> = {
  use: { classes: 'list', useKind: 'text', words: 'text' },
  amount: {
    amountFen: 'money',
    leastFen: 'money',
    inParts: 'flag',
    partFen: 'money',
    tenorMonths: 'months',
  },
  security: { collateral: 'list' },
  cost: { maxCostBp: 'rate', wantedBy: 'text' },
  privacy: { showWhiteList: 'flag' },
}

/** A length chosen among the usual ones is the tenor; only *other* reads the field below it. */
export function foldTenor(form: FormData): void {
  const usual = form.get('usualTenor')
  if (typeof usual === 'string' && usual !== 'other') form.set('tenorMonths', usual)
  if (!form.has('tenorMonths')) form.set('tenorMonths', '')
  if (!form.has('inParts')) form.set('partFen', '')
}

/** Those fields of a step that can be read as typed. */
export function typedFields(step: NeedStep, form: FormData): Partial<NeedTerms> {
  if (step === 'amount') foldTenor(form)
  const shape: Record<string, z.ZodType> = stepSchemas[step].shape
  return readTyped(shape, form, stepReads[step])
}

/** The saved terms with those fields of a step that can be read as typed; what is wrong waits until it is put right. */
export function typedTerms(step: NeedStep, form: FormData, saved: NeedTerms): NeedTerms {
  const terms: NeedTerms = { ...saved, ...typedFields(step, form) }
  const partsHold = terms.partFen !== null && terms.partFen <= (terms.amountFen ?? 0)
  return partsHold ? terms : { ...terms, inParts: false, partFen: null }
}
