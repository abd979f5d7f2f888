import type { PageAudience } from './pages/routes'

export interface ShotAddress {
  /** Without the language. Its blanks are filled from an address found by following links. */
  path: string
  /** The page whose address fills the blanks, where another than the beginning of `path` must. */
  as?: string
}

/**
 * Addresses that no link leads to, or states that only a query shows: pictures, measurements and the test of every page
 * visit them besides those found by following links. Whoever builds such a page adds it here.
 */
export const shotAddresses: Record<PageAudience, ShotAddress[]> = {
  public: [
    { path: '/products?class=credit-loan' },
    { path: '/sign-up?kind=financier' },
    { path: '/totals?by=class&from=2024-01&to=2024-05' },
  ],
  company: [
    { path: '/company/needs/[id]/check', as: '/company/needs/[id]/edit/[step]' },
    { path: '/company/needs/[id]/check', as: '/company/needs/[id]/amend' },
    { path: '/company/needs/[id]/published' },
  ],
  financier: [
    {
      path: '/financier/introductions/[id]/offer/check?amountFen=300&rateBp=3.45&repayment=interest-monthly&tenorMonths=12&validUntil=2099-12-31',
      as: '/financier/introductions/[id]/offer',
    },
  ],
  official: [],
}
