import { addDays, dayOf, type Day } from '@/domain/calendar/calendar'
import { fieldGroups, leastGroups } from '@/domain/consent/consent'
import { type ContactKind, type DeclineCode, type Origin } from '@/domain/introduction/introduction'
import type { NeedTerms } from '@/domain/need/need'
import type { OfferTerms } from '@/domain/offer/offer'
import type { IntroductionEnd, IntroductionPlan } from './plans'
import type { Random } from './random'
import type { Contracts } from './services'
import { contactNotes, declineWords, endWords } from './words'
import { addWorkingHours, later, workingDayUntil } from './working-time'
import type { Financier, Product } from './world'

export interface Candidate {
  product: Product
  financier: Financier
}

export function drawOffer(random: Random, terms: NeedTerms, product: Product, on: Day): OfferTerms {
  const least = product.rateMinBp ?? null
  const wide = (product.rateMaxBp ?? 0) - (least ?? 0)
  const rateBp = least === null ? null : least + Math.round((random.next() * wide * 0.7) / 5) * 5
  const asked = Math.min(terms.amountFen ?? 0, product.amountMaxFen)
  const share = random.chance(0.78) ? 1 : random.pick([0.6, 0.75, 0.8, 0.9])
  const part = terms.inParts ? (terms.partFen ?? asked) : null
  const amountFen = Math.max(
    product.amountMinFen,
    Math.round((part ? Math.min(asked, part * random.int(1, 2)) : asked * share) / 1e7) * 1e7,
  )
  const isPriced = product.repayment !== 'none'
  return {
    amountFen: Math.min(amountFen, terms.amountFen ?? amountFen),
    rateBp: isPriced ? rateBp : null,
    upfrontFeeFen: Math.round((amountFen * (product.feeBp ?? 0)) / 10_000),
    yearlyFeeBp: 0,
    repayment: product.repayment,
    tenorMonths: product.class === 'equity' ? null : terms.tenorMonths,
    revolving: product.class === 'credit-loan' && random.chance(0.15),
    collateral: product.class.endsWith('loan') ? terms.collateral.slice(0, 2) : [],
    validUntil: addDays(on, random.int(20, 45)),
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

function decline(random: Random, at: Date): IntroductionEnd {
  const code = random.from(declineOdds)
  const words = code === 'other' || random.chance(0.25) ? random.pick(declineWords) : null
  return { at, ending: 'declined-by-financier', code, words }
}

const contactOdds: Record<ContactKind, number> = { visit: 40, meeting: 22, call: 38 }

function drawContact(random: Random, at: Date) {
  const kind = random.from(contactOdds)
  return { at, kind, note: random.chance(0.6) ? random.pick(contactNotes) : null }
}

/** A whole introduction from its first row, as far as it would get by itself. */
export function drawIntroduction(
  random: Random,
  terms: NeedTerms,
  { product, financier }: Candidate,
  startedAt: Date,
  contracts: Contracts,
): IntroductionPlan {
  const origin = random.from<Origin>({ claimed: 58, invited: 24, assigned: 18 })
  const on = dayOf(startedAt)
  const extra = random.some(fieldGroups.slice(2), random.int(0, 4))
  const able = financier.members.filter(({ role }) => role !== 'viewer')
  const plan: IntroductionPlan = {
    product,
    financier,
    manager: random.pick(able),
    origin,
    startedAt,
    asked: {
      groups: fieldGroups.filter((one) => leastGroups.includes(one) || extra.includes(one)),
      purpose: product.class === 'guarantee' ? 'guarantee-review' : 'credit-review',
      until: addDays(on, random.int(40, 120)),
    },
    contacts: [],
    drawings: [],
    looks: [],
  }
  let at = startedAt
  if (origin !== 'claimed') {
    at = later(random, at, 0.4, 9)
    if (random.chance(0.16)) return { ...plan, end: decline(random, at) }
    plan.answeredAt = at
  }
  if (random.chance(0.4))
    plan.indicative = {
      at: later(random, at, 0.2, 6),
      terms: drawOffer(random, terms, product, dayOf(at)),
    }
  if (origin !== 'invited') {
    at = later(random, at, 0.5, 20)
    if (random.chance(0.17)) return { ...plan, end: { at, ending: 'refused-by-company' } }
  }
  plan.openedAt = at
  return drawTalks(random, terms, plan, at, contracts)
}

function drawTalks(
  random: Random,
  terms: NeedTerms,
  plan: IntroductionPlan,
  openedAt: Date,
  contracts: Contracts,
): IntroductionPlan {
  const { product, financier } = plan
  const contactAt = later(random, openedAt, 1, 24)
  plan.looks = Array.from({ length: random.int(1, 4) }, (_, index) => ({
    at: later(random, openedAt, index * 12 + 0.1, index * 30 + 20),
    groups: random.some(plan.asked.groups, random.int(1, plan.asked.groups.length)).toSorted(),
  }))
  if (random.chance(0.1)) return { ...plan, end: decline(random, contactAt) }
  plan.contacts.push(drawContact(random, contactAt))
  const doneAt = later(random, contactAt, 8, 60)
  if (random.chance(0.45)) plan.contacts.push(drawContact(random, addWorkingHours(contactAt, 6)))
  if (!plan.indicative || plan.indicative.at > contactAt)
    plan.indicative = {
      at: later(random, contactAt, 0.5, 7),
      terms: drawOffer(random, terms, product, dayOf(contactAt)),
    }
  if (random.chance(0.12)) return { ...plan, end: decline(random, doneAt) }
  if (random.chance(0.06))
    return {
      ...plan,
      end: { at: doneAt, ending: 'ended-by-company', words: random.pick(endWords) },
    }
  plan.fileCompleteAt = doneAt
  if (random.chance(0.7)) plan.indicative.askedAt = later(random, doneAt, 0.2, 8)
  const days = product.decisionDays ?? 20
  const decidedAt = addWorkingHours(doneAt, random.between(0.35, 0.9) * days * 6)
  if (random.chance(0.2)) return { ...plan, end: decline(random, decidedAt) }
  const final = { ...plan.indicative.terms, validUntil: addDays(dayOf(decidedAt), 30) }
  plan.approved = { at: decidedAt, terms: final }
  if (random.chance(0.1)) {
    const at = later(random, decidedAt, 10, 60)
    return { ...plan, end: { at, ending: 'ended-by-company', words: random.pick(endWords) } }
  }
  plan.acceptedAt = later(random, decidedAt, 3, 50)
  const contractNo = contracts.next(financier, product.class, dayOf(plan.acceptedAt))
  const first = random.chance(0.82) ? 1 : random.pick([0.5, 0.6])
  const draw = (at: Date, amountFen: number) => {
    const signed = workingDayUntil(addDays(dayOf(at), -random.int(0, 2)))
    const on = signed < dayOf(decidedAt) ? dayOf(at) : signed
    plan.drawings.push({ at, on, amountFen, contractNo })
  }
  const firstFen = Math.round((final.amountFen * first) / 1e6) * 1e6
  const firstAt = later(random, plan.acceptedAt, 8, 120)
  draw(firstAt, firstFen)
  if (firstFen < final.amountFen) draw(later(random, firstAt, 60, 150), final.amountFen - firstFen)
  return plan
}
