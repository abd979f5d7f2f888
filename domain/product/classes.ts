/** Classes of financing 融资方式, and how each is counted. */
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
