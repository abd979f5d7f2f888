import { dayOf, dueAfter } from '@/domain/calendar/calendar'
import { WORKING_DAYS } from '@/domain/clock/clock'
import { needSteps, type NeedState } from '@/domain/need/need'
import { teaserOf, wideningFor, type Crowd } from '@/domain/need/teaser'
import type { Facts } from '@/domain/profile/profile'
import { writeIntroduction } from './introduction-rows'
import type { NeedPlan } from './plans'
import type { Random } from './random'
import type { Rows } from './rows'
import type { Company, World } from './world'

type NeedRow = Rows['need'][number]

/** How many registered companies share a place and the first chain, as domain/need/crowd.ts counts them. */
export class Crowds {
  private readonly counts = new Map<string, number>()

  constructor(companies: readonly Company[]) {
    for (const { row, profile } of companies) {
      if (row.state === 'known' || row.state === 'refused') continue
      for (const chain of profile.chains)
        for (const key of [chain, `${chain} in ${profile.district}`, `${chain} at ${profile.zone}`])
          this.counts.set(key, (this.counts.get(key) ?? 0) + 1)
    }
  }

  around({ chains: [chain], district, zone }: Facts): Crowd {
    const count = (key: string) => this.counts.get(key) ?? 0
    return {
      zoneAndChain: zone ? count(`${chain} at ${zone}`) : 0,
      districtAndChain: count(`${chain} in ${district}`),
      cityAndChain: count(String(chain)),
    }
  }
}

function stateOf(plan: NeedPlan, now: Date): NeedState {
  const has = (moment: Date | undefined) => moment !== undefined && moment < now
  if (plan.ended && has(plan.ended.at)) return plan.ended.state
  if (has(plan.publishedAt)) return 'published'
  if (has(plan.returned?.submittedAgainAt)) return 'in-review'
  if (has(plan.returned?.at)) return 'returned'
  return has(plan.submittedAt) ? 'in-review' : 'draft'
}

/** Writes as much of a need's life as has happened by now, with its introductions. */
export function writeNeed(world: World, random: Random, crowds: Crowds, plan: NeedPlan): NeedRow {
  const { company, terms } = plan
  const { now } = world
  const state = stateOf(plan, now)
  const [owner = null] = company.members
  const verifier = world.official('verifier')
  const past = (moment: Date | undefined) => (moment && moment < now ? moment : null)
  const againAt = past(plan.returned?.submittedAgainAt)
  const submittedAt = againAt ?? past(plan.submittedAt)
  const publishedAt = past(plan.publishedAt)
  const facts = submittedAt ? world.factsOn(company, dayOf(submittedAt)) : null
  const firstAnswers = plan.introductions
    .flatMap(({ origin, startedAt, answeredAt, end }) => {
      const at = origin === 'claimed' ? startedAt : answeredAt
      return at && at < now && (!end || at < end.at) ? [at] : []
    })
    .toSorted((a, b) => a.getTime() - b.getTime())
  const row: NeedRow = {
    id: random.id(plan.createdAt),
    code: world.code('XQ', plan.createdAt),
    organisationId: company.row.id,
    state,
    version: 1,
    ...terms,
    wordsWaiting: null,
    expiryWarnedAt: null,
    stepsDone: plan.stepsDone ?? [...needSteps],
    openFen: submittedAt ? (terms.amountFen ?? 0) : 0,
    facts,
    teaser:
      facts && submittedAt
        ? teaserOf(terms, facts, wideningFor(facts, crowds.around(facts)), dayOf(submittedAt))
        : null,
    returnReason: state === 'returned' ? (plan.returned?.reason ?? null) : null,
    copiedFromId: null,
    createdAt: plan.createdAt,
    savedAt: plan.createdAt,
    submittedAt,
    reviewDueAt:
      state === 'in-review' && submittedAt ? dueAfter(submittedAt, WORKING_DAYS.review) : null,
    publishedAt,
    answerDueAt: publishedAt && dueAfter(publishedAt, WORKING_DAYS.firstAnswer),
    firstAnswerAt: firstAnswers[0] ?? null,
    endedAt: past(plan.ended?.at),
  }
  world.rows.need.push(row)
  const tell = (at: Date | null, type: Parameters<World['event']>[1], by = owner) => {
    if (at) world.event(at, type, row.id, by, { companyId: company.row.id })
  }
  tell(plan.createdAt, 'need.started')
  tell(past(plan.submittedAt), 'need.submitted')
  tell(past(plan.returned?.at), 'need.returned', verifier)
  tell(againAt, 'need.submitted')
  tell(publishedAt, 'need.approved', verifier)
  if (publishedAt)
    for (const one of plan.introductions)
      if (one.startedAt < now) writeIntroduction(world, random, plan, row, one)
  if (state === 'withdrawn') tell(row.endedAt, 'need.withdrawn')
  if (state === 'closed') tell(row.endedAt, 'need.closed')
  return row
}
