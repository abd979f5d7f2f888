import type { Reading } from '@/app/forms'
import type { NeedStep } from '@/domain/need/need'

/** How the fields of each step are read. */
export const stepReads: Record<NeedStep, Record<string, Reading>> = {
  use: { classes: 'list', useKind: 'text', words: 'text' },
  amount: {
    amountFen: 'money',
    leastFen: 'money',
    inParts: 'flag',
    partFen: 'money',
    tenorMonths: 'whole',
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
