import { addDays, dayOf, workingDaysBetween } from '@/domain/calendar/calendar'
import type { Origin } from '@/domain/introduction/introduction'
import { judge } from '@/domain/match/judge'
import { noRecord } from '@/domain/match/match'
import { drawOffer } from './introduction-plans'
import { personas } from './personas'
import type { IntroductionPlan, NeedPlan } from './plans'
import type { Random } from './random'
import type { Contracts } from './services'
import { addWorkingHours } from './working-time'
import type { Financier, Member, Product, World } from './world'

/** How far an introduction of the bank of the story has come, and how long ago its need was published, in days. */
interface Staged {
  origin: Origin
  reached: keyof typeof steps
  published: readonly [least: number, most: number]
  end?: 'declined' | 'refused'
}

/** Where each step lies on the way from the publishing to now, if it went all the way. */
const steps = {
  started: 0.08,
  opened: 0.2,
  contacted: 0.34,
  'file-complete': 0.55,
  approved: 0.76,
  accepted: 0.85,
  drawn: 0.93,
} as const
const hours = 8.5

const wanted: readonly Staged[] = [
  { origin: 'claimed', reached: 'drawn', published: [30, 60] },
  { origin: 'invited', reached: 'drawn', published: [28, 60] },
  { origin: 'claimed', reached: 'accepted', published: [24, 60] },
  { origin: 'claimed', reached: 'approved', published: [20, 60] },
  { origin: 'invited', reached: 'approved', published: [18, 60] },
  { origin: 'claimed', reached: 'file-complete', published: [14, 45] },
  { origin: 'assigned', reached: 'file-complete', published: [14, 45] },
  { origin: 'claimed', reached: 'contacted', published: [8, 25] },
  { origin: 'invited', reached: 'contacted', published: [7, 25] },
  { origin: 'claimed', reached: 'opened', published: [4, 14] },
  { origin: 'assigned', reached: 'opened', published: [4, 14] },
  { origin: 'claimed', reached: 'started', published: [3, 9] },
  { origin: 'claimed', reached: 'started', published: [3, 9] },
  { origin: 'invited', reached: 'started', published: [3, 9] },
  { origin: 'invited', reached: 'started', published: [3, 9] },
  { origin: 'assigned', reached: 'started', published: [3, 9] },
  { origin: 'assigned', reached: 'started', published: [3, 9] },
  { origin: 'claimed', reached: 'contacted', published: [20, 60], end: 'declined' },
  { origin: 'assigned', reached: 'started', published: [12, 40], end: 'declined' },
  { origin: 'claimed', reached: 'started', published: [10, 40], end: 'refused' },
]

/** Gives the bank of the story an introduction at every stage, on needs that are open now. */
export function stageBankIntroductions(
  world: World,
  random: Random,
  plans: readonly NeedPlan[],
  contracts: Contracts,
): void {
  const bank = world.financiers.find(({ row }) => row.name === personas.financier.organisation)
  if (!bank) throw new Error('the bank of the story is missing')
  const taken = new Set<NeedPlan>()
  const able = bank.members.filter(({ role }) => role !== 'viewer')
  for (const [index, staged] of wanted.entries()) {
    const [least, most] = staged.published
    const found = plans.flatMap((plan) => {
      const { publishedAt, ended } = plan
      if (!publishedAt || taken.has(plan) || (ended && ended.at < world.now)) return []
      const on = dayOf(publishedAt)
      const isThen = on >= addDays(world.today, -most) && on <= addDays(world.today, -least)
      const product = isThen ? fitting(world, bank, plan, on) : undefined
      return product ? [{ plan, publishedAt, product }] : []
    })
    const [chosen] = random.some(found, 1)
    if (!chosen) throw new Error(`the bank finds no need for ${staged.reached}`)
    taken.add(chosen.plan)
    delete chosen.plan.ended
    // The member who signs in has most of the work.
    const manager = index % 3 === 2 ? random.pick(able) : (able[0] ?? random.pick(able))
    chosen.plan.introductions = [stage(world, random, bank, chosen, staged, manager, contracts)]
  }
}

function fitting(world: World, bank: Financier, plan: NeedPlan, on: string): Product | undefined {
  const subject = {
    terms: plan.terms,
    facts: world.factsOn(plan.company, on),
    openFen: plan.terms.amountFen ?? 0,
  }
  return bank.products.find(
    (product) =>
      product.state === 'live' &&
      [on, world.today].every((day) => judge(subject, product, day, noRecord).eligible),
  )
}

function stage(
  world: World,
  random: Random,
  financier: Financier,
  { plan, publishedAt, product }: { plan: NeedPlan; publishedAt: Date; product: Product },
  { origin, reached, end }: Staged,
  manager: Member,
  contracts: Contracts,
): IntroductionPlan {
  const span = hours * workingDaysBetween(dayOf(publishedAt), addDays(world.today, -1))
  const stretch = 0.92 / (steps[reached] + (end ? 0.08 : 0))
  const at = (share: number) => addWorkingHours(publishedAt, span * share * stretch)
  const has = (step: keyof typeof steps) => steps[step] <= steps[reached]
  const startedAt = at(steps.started)
  const isIn = has('opened')
  const one: IntroductionPlan = {
    product,
    financier,
    manager,
    origin,
    startedAt,
    asked: {
      groups: ['identity', 'contact', 'accounts', 'certificates'],
      purpose: 'credit-review',
      until: addDays(dayOf(startedAt), 90),
    },
    contacts: [],
    drawings: [],
    looks: isIn ? [{ at: at(0.28), groups: ['accounts', 'contact', 'identity'] }] : [],
  }
  if (isIn && origin !== 'claimed') one.answeredAt = at(origin === 'invited' ? 0.2 : 0.14)
  if (isIn) one.openedAt = at(steps.opened)
  if (has('contacted')) {
    one.contacts.push({ at: at(steps.contacted), kind: 'visit', note: null })
    const terms = drawOffer(random, plan.terms, product, dayOf(at(0.38)))
    const validUntil = addDays(world.today, 20)
    one.indicative = { at: at(0.38), terms: { ...terms, validUntil } }
    if (reached === 'contacted') delete one.indicative
  }
  if (has('file-complete') && one.indicative) {
    one.fileCompleteAt = at(steps['file-complete'])
    if (reached !== 'file-complete' || origin === 'claimed') one.indicative.askedAt = at(0.56)
  }
  if (has('approved') && one.indicative)
    one.approved = { at: at(steps.approved), terms: one.indicative.terms }
  if (has('accepted')) one.acceptedAt = at(steps.accepted)
  if (has('drawn') && one.approved) {
    const drawnAt = at(steps.drawn)
    const contractNo = contracts.next(financier, product.class, dayOf(drawnAt))
    const { amountFen } = one.approved.terms
    one.drawings.push({ at: drawnAt, on: dayOf(drawnAt), amountFen, contractNo })
  }
  const endsAt = at(steps[reached] + 0.08)
  if (end === 'refused') one.end = { at: endsAt, ending: 'refused-by-company' }
  if (end === 'declined')
    one.end = {
      at: endsAt,
      ending: 'declined-by-financier',
      code: 'papers-missing',
      words: null,
    }
  return one
}
