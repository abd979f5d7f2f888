/** Classes of financing 融资方式: how each is counted, and what its terms cannot lack. */
import { repaymentMethods, type RepaymentMethod } from '../cost/cost'
import type { FinancierKind } from '../organisation/organisation'

export const classes = [
  'credit-loan',
  'secured-loan',
  'ip-pledge-loan',
  'guarantee',
  'equity',
  'venture-debt',
  'finance-lease',
  'factoring',
  'supply-chain-finance',
  'insurance',
  'bond',
] as const
export type FinancingClass = (typeof classes)[number]

/** Counted as 笔: distinct financier and contract. */
export const loanClasses: readonly FinancingClass[] = [
  'credit-loan',
  'secured-loan',
  'ip-pledge-loan',
  'venture-debt',
  'supply-chain-finance',
]

/** A guarantee stands behind somebody else's money and an insured sum is none: both serve, neither finances. */
export const financingClasses: readonly FinancingClass[] = classes.filter(
  (name) => name !== 'guarantee' && name !== 'insurance',
)

export function isFinancing(name: FinancingClass): boolean {
  return financingClasses.includes(name)
}

/** What is paid for money of a class: a yearly rate; on a guaranteed or insured sum a fee or a premium; for equity a share. */
export type Price = 'rate' | 'fee' | 'premium' | 'share'

interface ClassTerms {
  price: Price
  hasTenor: boolean
  repayments: readonly [RepaymentMethod, ...RepaymentMethod[]]
}

const [first, ...others] = repaymentMethods
const paidBack: ClassTerms = {
  price: 'rate',
  hasTenor: true,
  repayments: [first, ...others.filter((method) => method !== 'none')],
}

/** What a product and an offer of a class cannot lack: without it no all-in cost could be told. */
export const classTerms: Record<FinancingClass, ClassTerms> = {
  'credit-loan': paidBack,
  'secured-loan': paidBack,
  'ip-pledge-loan': paidBack,
  guarantee: { price: 'fee', hasTenor: true, repayments: ['none'] },
  equity: { price: 'share', hasTenor: false, repayments: ['none'] },
  'venture-debt': paidBack,
  'finance-lease': paidBack,
  factoring: paidBack,
  'supply-chain-finance': paidBack,
  insurance: { price: 'premium', hasTenor: true, repayments: ['none'] },
  bond: paidBack,
}

/** What its last rung is called: money drawn, a letter issued, a policy in force, money paid in or paid out. */
export type Deed = 'drawn' | 'issued' | 'inForce' | 'paidIn' | 'paidOut'

const deeds: Record<FinancingClass, Deed> = {
  'credit-loan': 'drawn',
  'secured-loan': 'drawn',
  'ip-pledge-loan': 'drawn',
  guarantee: 'issued',
  equity: 'paidIn',
  'venture-debt': 'drawn',
  'finance-lease': 'paidOut',
  factoring: 'paidOut',
  'supply-chain-finance': 'drawn',
  insurance: 'inForce',
  bond: 'paidIn',
}

export function deedOf(name: FinancingClass): Deed {
  return deeds[name]
}

/** A guarantee fee and a premium come on top of somebody else's price; equity has none. */
export function comparesCost(name: FinancingClass): boolean {
  return classTerms[name].price === 'rate'
}

/** What an institution of a kind may offer and report by its licence: a bank takes no share, a fund lends no credit loan. */
export const classesOfKind: Record<FinancierKind, readonly FinancingClass[]> = {
  bank: [
    'credit-loan',
    'secured-loan',
    'ip-pledge-loan',
    'venture-debt',
    'factoring',
    'supply-chain-finance',
    'bond',
  ],
  fund: ['equity', 'venture-debt'],
  guarantee: ['guarantee'],
  leasing: ['finance-lease', 'factoring'],
  factoring: ['factoring', 'supply-chain-finance'],
  insurance: ['insurance'],
  securities: ['equity', 'bond'],
}
