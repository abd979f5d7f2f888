/**
 * What money costs: the real cash flow of terms, and the yearly rate that all of it comes to. Pure; money in fen, rates in
 * basis points.
 */
import { addMonths, daysBetween, type Day } from '../calendar/calendar'

export const repaymentMethods = [
  'interest-monthly',
  'equal-instalments',
  'equal-principal',
  'bullet',
  'revolving',
  'none',
] as const
export type RepaymentMethod = (typeof repaymentMethods)[number]

/** The terms that decide what it costs. */
export interface CostTerms {
  amountFen: number
  /** Nominal, a year. Null where the price is no rate, as for equity. */
  rateBp: number | null
  /** Paid at drawing. */
  upfrontFeeFen: number
  /** Paid every year on the principal outstanding, in bp: a guarantee fee, a service fee. */
  yearlyFeeBp: number
  repayment: RepaymentMethod
  tenorMonths: number | null
}

/** One payment, from the company's side: positive comes in, negative goes out. */
export interface Payment {
  on: Day
  fen: number
}

/** What is still owed after each payment, for the drawing beside the cost. */
export interface Balance {
  on: Day
  fen: number
}

/**
 * The real cash flow of an offer drawn on a day, month by month, with each month's principal. Interest by months of a
 * twelfth of a year, rounded half up to a fen; the last payment takes what rounding left. Null for equity.
 */
export function cashFlow(
  terms: CostTerms,
  drawnOn: Day,
): { payments: Payment[]; balances: Balance[] } | null {
  const { amountFen, rateBp, tenorMonths, repayment } = terms
  if (repayment === 'none' || rateBp === null || tenorMonths === null) return null
  const payments: Payment[] = [{ on: drawnOn, fen: amountFen - terms.upfrontFeeFen }]
  const balances: Balance[] = [{ on: drawnOn, fen: amountFen }]
  const instalment = levelInstalment(amountFen, rateBp, tenorMonths)
  let left = amountFen
  for (let month = 1; month <= tenorMonths; month++) {
    const on = addMonths(drawnOn, month)
    const last = month === tenorMonths
    const interest = Math.round((left * rateBp) / 120_000)
    const fee = (month - 1) % 12 === 0 ? Math.round((left * terms.yearlyFeeBp) / 10_000) : 0
    let principal = 0
    let paysInterest = true
    if (repayment === 'equal-principal')
      principal = last ? left : Math.floor(amountFen / tenorMonths)
    if (repayment === 'equal-instalments')
      principal = last ? left : Math.max(0, instalment - interest)
    if (repayment === 'interest-monthly' || repayment === 'revolving') principal = last ? left : 0
    if (repayment === 'bullet') {
      principal = last ? left : 0
      paysInterest = last
    }
    const due =
      repayment === 'bullet' ? Math.round((amountFen * rateBp * tenorMonths) / 120_000) : interest
    if (fee > 0) payments.push({ on: addMonths(drawnOn, month - 1), fen: -fee })
    const paid = principal + (paysInterest ? due : 0)
    if (paid > 0) payments.push({ on, fen: -paid })
    left -= principal
    balances.push({ on, fen: left })
  }
  return { payments, balances }
}

function levelInstalment(amountFen: number, rateBp: number, months: number): number {
  if (rateBp === 0) return Math.floor(amountFen / months)
  const monthly = rateBp / 120_000
  return Math.round((amountFen * monthly) / (1 - (1 + monthly) ** -months))
}

/** A cost beyond this is not told: a short term with much kept back would read as any figure. 1,000 % a year. */
export const ALL_IN_MOST_BP = 100_000
/** What stands for a cost beyond the most: dearer than any that is told. */
export const BEYOND_BP = ALL_IN_MOST_BP + 1

/**
 * All-in yearly cost in bp: the rate at which the dated payments are worth nothing together (XIRR, actual days over
 * 365), by Newton's steps between bounds; `BEYOND_BP` beyond 1,000 % a year, null for what has no rate, as equity.
 */
export function allInBp(terms: CostTerms, drawnOn: Day): number | null {
  const flow = cashFlow(terms, drawnOn)
  if (!flow) return null
  const payments = flow.payments.map(({ on, fen }) => ({
    fen,
    years: daysBetween(drawnOn, on) / 365,
  }))
  const worth = (rate: number) =>
    payments.reduce((sum, { fen, years }) => sum + fen / (1 + rate) ** years, 0)
  const slope = (rate: number) =>
    payments.reduce((sum, { fen, years }) => sum - (years * fen) / (1 + rate) ** (years + 1), 0)
  let low = -0.99
  let high = ALL_IN_MOST_BP / 10_000
  if (worth(high) < 0) return BEYOND_BP
  let rate = (terms.rateBp ?? 0) / 10_000
  for (let step = 0; high - low > 1e-10 && step < 200; step++) {
    const here = worth(rate)
    if (here < 0) low = rate
    else high = rate
    const next = rate - here / slope(rate)
    if (Math.abs(next - rate) < 1e-12) break
    rate = next > low && next < high ? next : (low + high) / 2
  }
  return Math.round(rate * 10_000)
}

/** Interest and fees paid over the whole tenor, in fen. */
export function paidInAll(terms: CostTerms, drawnOn: Day): number | null {
  const flow = cashFlow(terms, drawnOn)
  return flow && -flow.payments.reduce((sum, { fen }) => sum + fen, 0)
}

/** Principal in hand on average over the tenor, in fen, by days. */
export function averagePrincipal(terms: CostTerms, drawnOn: Day): number | null {
  const flow = cashFlow(terms, drawnOn)
  const end = flow?.balances.at(-1)?.on
  if (!flow || !end) return null
  const days = daysBetween(drawnOn, end)
  const fenDays = flow.balances.reduce((sum, { on, fen }, index) => {
    const next = flow.balances[index + 1]
    return next ? sum + fen * daysBetween(on, next.on) : sum
  }, 0)
  return Math.round(fenDays / days)
}
