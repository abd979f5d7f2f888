import type { findFinancierIntroduction } from '@/domain/introduction/queries'

/** One introduction as its financier reads it. */
export type FinancierMet = NonNullable<Awaited<ReturnType<typeof findFinancierIntroduction>>>

/** What was accepted and how much of it is drawn, in fen; null before an offer is accepted. */
export function drawingRoom(met: Pick<FinancierMet, 'offers' | 'drawings'>) {
  const accepted = met.offers.find(({ state }) => state === 'accepted')
  if (!accepted) return null
  const drawn = met.drawings
    .filter(({ state }) => state !== 'voided')
    .reduce((sum, { amountFen }) => sum + amountFen, 0)
  return { accepted, drawn, left: accepted.amountFen - drawn }
}
