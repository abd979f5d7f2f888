import { addDays, dayOf, startOf } from '@/domain/calendar/calendar'
import { holdsAmount } from '@/domain/match/judge'
import { DAYS } from '@/domain/clock/clock'
import { isFinancing } from '@/domain/product/classes'
import { drawIntroduction, type Candidate } from './introduction-plans'
import { freesSeatAt, type IntroductionEnd, type IntroductionPlan, type NeedPlan } from './plans'
import type { Random } from './random'
import type { Contracts } from './services'
import { endWords } from './words'
import { addWorkingHours, later } from './working-time'

type Published = NeedPlan & { publishedAt: Date }
/** Nobody comes to a need for the first time after this many days. */
const INTEREST_DAYS = 110

/** The whole life of a published need: who comes, who wins, how it ends. */
export function drawLife(
  random: Random,
  plan: Published,
  candidates: readonly Candidate[],
  now: Date,
  contracts: Contracts,
): void {
  drawIntroductions(random, plan, candidates, now, contracts)
  const settledAt = decideAcceptances(random, plan)
  if (settledAt) endOthers(random, plan, settledAt)
  const drawn = plan.introductions.flatMap(({ drawings }) => drawings.map(({ at }) => at))
  if (drawn.length > 0) return close(random, plan, latest(drawn))
  if (random.chance(0.3)) {
    const at = addWorkingHours(plan.publishedAt, random.between(60, 600))
    for (const one of cutAt(plan, at)) prune(one, at, { at, ending: 'need-ended' })
    plan.ended = { at, state: 'withdrawn' }
    return
  }
  const expiresAt = startOf(addDays(dayOf(plan.publishedAt), DAYS.needOpen + 1))
  plan.ended = { at: expiresAt, state: 'expired' }
}

function drawIntroductions(
  random: Random,
  plan: Published,
  candidates: readonly Candidate[],
  now: Date,
  contracts: Contracts,
): void {
  const { terms, publishedAt } = plan
  const tries = random.chance(0.09) ? 0 : random.int(1, 6)
  const seats = [publishedAt, publishedAt, publishedAt]
  let lastAt = publishedAt
  const lastUseful = startOf(addDays(dayOf(publishedAt), INTEREST_DAYS))
  for (const candidate of candidates.slice(0, tries)) {
    const free = earliest(seats)
    if (free >= now) break
    const seat = seats.indexOf(free)
    const wait = lastAt === publishedAt ? 14 : 30
    const startedAt = later(random, free > lastAt ? free : lastAt, 0.3, wait)
    if (startedAt >= now || startedAt > lastUseful) break
    lastAt = startedAt
    const one = drawIntroduction(random, terms, candidate, startedAt, contracts)
    plan.introductions.push(one)
    seats[seat] = freesSeatAt(one) ?? now
  }
}

const latest = (moments: readonly Date[]): Date =>
  moments.reduce((last, at) => (at > last ? at : last))
const earliest = (moments: readonly Date[]): Date =>
  moments.reduce((first, at) => (at < first ? at : first))

/**
 * Goes through the acceptances in order: each leaves less open, and what no longer fits into it ends then. Answers
 * when hardly anything is left open.
 */
function decideAcceptances(random: Random, plan: Published): Date | null {
  const { terms } = plan
  let openFen = terms.amountFen ?? 0
  const enough = terms.partFen ?? openFen / 2
  const inOrder = plan.introductions
    .filter(({ acceptedAt }) => acceptedAt)
    .toSorted((a, b) => Number(a.acceptedAt) - Number(b.acceptedAt))
  for (const winner of inOrder) {
    const { acceptedAt, approved, product } = winner
    if (!acceptedAt || !approved || !isFinancing(product.class)) continue
    openFen -= approved.terms.amountFen
    if (openFen < enough) return acceptedAt
    plan.introductions = plan.introductions.filter(
      (one) => one.startedAt < acceptedAt || holdsAmount(one.product, terms, openFen),
    )
    for (const one of plan.introductions) {
      const over = freesSeatAt(one)
      if (one === winner || (one.acceptedAt && one.acceptedAt <= acceptedAt)) continue
      if (over && over <= acceptedAt) continue
      const offered = [one.indicative, one.approved].some(
        (offer) => offer && offer.at > acceptedAt && offer.terms.amountFen > openFen,
      )
      if (offered || (one.approved?.terms.amountFen ?? 0) > openFen)
        prune(one, acceptedAt, lost(random, acceptedAt))
    }
  }
  return null
}

function lost(random: Random, acceptedAt: Date): IntroductionEnd {
  const at = later(random, acceptedAt, 1, 20)
  return random.chance(0.7)
    ? { at, ending: 'ended-by-company', words: random.pick(endWords) }
    : { at, ending: 'declined-by-financier', code: 'financed-elsewhere', words: null }
}

/** The company has what it asked for: the others are told. */
function endOthers(random: Random, plan: NeedPlan, acceptedAt: Date): void {
  for (const one of cutAt(plan, acceptedAt))
    if (!one.acceptedAt || one.acceptedAt > acceptedAt)
      prune(one, acceptedAt, lost(random, acceptedAt))
}

/** Once the money is there the need is closed, and what is not drawn ends with it. */
function close(random: Random, plan: NeedPlan, drawnAt: Date): void {
  const at = later(random, drawnAt, 15, 160)
  for (const one of cutAt(plan, at)) prune(one, at, { at, ending: 'need-ended' })
  plan.ended = { at, state: 'closed' }
}

/** Takes back what had not begun by a moment, and answers what then still holds a seat. */
function cutAt(plan: NeedPlan, since: Date): IntroductionPlan[] {
  plan.introductions = plan.introductions.filter(({ startedAt }) => startedAt < since)
  return plan.introductions.filter((one) => {
    const over = freesSeatAt(one)
    return !over || over > since
  })
}

/** Ends an introduction after a moment: whatever it would have done since then never happens. */
function prune(one: IntroductionPlan, since: Date, end: IntroductionEnd): void {
  one.end = end
  one.drawings = one.drawings.filter(({ at }) => at < since)
  one.contacts = one.contacts.filter(({ at }) => at < since)
  one.looks = one.looks.filter(({ at }) => at < since)
  if (one.acceptedAt && one.acceptedAt >= since) delete one.acceptedAt
  if (one.approved && one.approved.at >= since) delete one.approved
  if (one.fileCompleteAt && one.fileCompleteAt >= since) delete one.fileCompleteAt
  if (one.openedAt && one.openedAt >= since) delete one.openedAt
  if (one.answeredAt && one.answeredAt >= since) delete one.answeredAt
  if (one.indicative && one.indicative.at >= since) delete one.indicative
  if (one.indicative?.askedAt && one.indicative.askedAt >= since) delete one.indicative.askedAt
}
