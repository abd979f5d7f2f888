import { addDays, dayOf } from '@/domain/calendar/calendar'
import type {
  ContactKind,
  DeclineCode,
  DeclineInput,
  Origin,
} from '@/domain/introduction/introduction'
import type { NeedTerms } from '@/domain/need/need'
import type { OfferInput } from '@/domain/offer/offer'
import { classTerms } from '@/domain/product/classes'
import type { Random } from './random'
import { wordsOf } from './tables'
import type { Product } from './world'

/** Who begins a talk: mostly the financier. */
export function drawOrigin(random: Random): Origin {
  return random.from<Origin>({ claimed: 58, invited: 24, assigned: 18 })
}

/** Terms that a financier would offer on a need, within its product and what is still open (fen); null where nothing is. */
export function drawOffer(
  random: Random,
  terms: NeedTerms,
  product: Product,
  openFen: number,
  at: Date,
): OfferInput | null {
  if (openFen <= 0) return null
  const least = product.rateMinBp ?? 0
  const wide = (product.rateMaxBp ?? least) - least
  const rateBp = least + Math.round((random.next() * wide * 0.7) / 5) * 5
  const asked = Math.min(openFen, product.amountMaxFen)
  const share = random.chance(0.78) ? 1 : random.pick([0.6, 0.75, 0.8, 0.9])
  const part = terms.inParts ? (terms.partFen ?? asked) : null
  const wanted = part ? Math.min(asked, part * random.int(1, 2)) : asked * share
  const amountFen = Math.min(
    openFen,
    Math.max(product.amountMinFen, Math.round(wanted / 1e7) * 1e7),
  )
  const { price } = classTerms[product.class]
  return {
    amountFen,
    rateBp: product.repayment === 'none' ? null : rateBp,
    valuationFen: price === 'share' ? amountFen * random.int(6, 14) : null,
    conditions: null,
    upfrontFeeFen: Math.round((amountFen * (product.feeBp ?? 0)) / 10_000),
    yearlyFeeBp: price === 'fee' || price === 'premium' ? rateBp : 0,
    repayment: product.repayment,
    tenorMonths: product.class === 'equity' ? null : terms.tenorMonths,
    revolving: product.class === 'credit-loan' && random.chance(0.15),
    collateral: product.class.endsWith('loan') ? terms.collateral.slice(0, 2) : [],
    validUntil: addDays(dayOf(at), random.int(20, 45)),
  }
}

const declineOdds: Partial<Record<DeclineCode, number>> = {
  'papers-missing': 18,
  'credit-or-lawsuit': 9,
  'quota-used-up': 10,
  collateral: 12,
  'debt-ratio': 13,
  'amount-high': 9,
  revenue: 10,
  'cannot-be-reached': 7,
  'stage-or-age': 5,
  industry: 4,
  tenor: 3,
  other: 3,
}

export function drawDecline(random: Random): DeclineInput {
  const code = random.from(declineOdds)
  const isSaid = code === 'other' || random.chance(0.25)
  return { code, words: isSaid ? random.pick(wordsOf('declined')) : null }
}

const contactOdds: Record<ContactKind, number> = { visit: 40, meeting: 22, call: 38 }

export function drawContact(random: Random): { kind: ContactKind; note: string | null } {
  return {
    kind: random.from(contactOdds),
    note: random.chance(0.6) ? random.pick(wordsOf('contacted')) : null,
  }
}

/** What is paid at once, or first and later, in fen. */
export function drawDrawings(random: Random, amountFen: number): number[] {
  if (random.chance(0.82)) return [amountFen]
  const first = Math.round((amountFen * random.pick([0.5, 0.6])) / 1e6) * 1e6
  return [first, amountFen - first]
}
