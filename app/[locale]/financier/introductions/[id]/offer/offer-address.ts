import { bpAsPercent, fenAsWan } from '@/domain/money/money'
import type { OfferInput } from '@/domain/offer/offer'

export type Query = Record<string, string | string[] | undefined>

/** The terms as the fields of the form show them: what the address carries from the form to the check and back. */
export function offerFields(offer: OfferInput): [string, string][] {
  return [
    ['amountFen', fenAsWan(offer.amountFen)],
    ['rateBp', offer.rateBp === null ? '' : bpAsPercent(offer.rateBp)],
    ['upfrontFeeFen', fenAsWan(offer.upfrontFeeFen)],
    ['yearlyFeeBp', bpAsPercent(offer.yearlyFeeBp)],
    ['repayment', offer.repayment],
    ['tenorMonths', offer.tenorMonths === null ? '' : String(offer.tenorMonths)],
    ...(offer.revolving ? [['revolving', 'on'] as [string, string]] : []),
    ...offer.collateral.map((kind): [string, string] => ['collateral[]', kind]),
    ['valuationFen', offer.valuationFen === null ? '' : fenAsWan(offer.valuationFen)],
    ['conditions', offer.conditions ?? ''],
    ['validUntil', offer.validUntil],
  ]
}

export const offerReadings = {
  amountFen: 'money',
  rateBp: 'rate',
  upfrontFeeFen: 'money',
  yearlyFeeBp: 'rate',
  tenorMonths: 'months',
  revolving: 'flag',
  collateral: 'list',
  valuationFen: 'money',
  conditions: 'text',
} as const

/** Fees that were left empty are none, and so is what the form of a class does not ask for. */
export function withFees(form: FormData): FormData {
  const filled = new FormData()
  for (const [name, value] of form) filled.append(name, value)
  for (const name of ['upfrontFeeFen', 'yearlyFeeBp'])
    if (filled.get(name) === '' || !filled.has(name)) filled.set(name, '0')
  if (!filled.has('repayment')) filled.set('repayment', 'none')
  for (const name of ['rateBp', 'tenorMonths', 'valuationFen', 'conditions'])
    if (!filled.has(name)) filled.set(name, '')
  return filled
}

export function formOf(query: Query): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(query))
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined) form.append(name, one)
  return form
}
