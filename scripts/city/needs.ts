import { addDays, dayOf, type Day } from '@/domain/calendar/calendar'
import { holdsAmount, judge } from '@/domain/match/judge'
import { noRecord } from '@/domain/match/match'
import { drawLife } from './need-lives'
import type { Candidate } from './introduction-plans'
import { Crowds, writeNeed } from './need-rows'
import { drawTerms } from './need-terms'
import { stageBankIntroductions } from './persona-bank'
import { personaNeeds } from './persona-needs'
import type { NeedPlan } from './plans'
import type { Random } from './random'
import type { Contracts } from './services'
import { later, officeMoment } from './working-time'
import type { Company, World } from './world'

const NEEDS = 650
/** Needs are told of for so many days back: earlier business came before the platform took needs. */
export const NEED_DAYS = 610

const returnReasons = [
  '用途写得太笼统，请说明买什么、付给谁。',
  '金额与近一年收入差距较大，请说明还款来源。',
  '请删去说明里的企业名称和电话。',
  '期限与用途不符，请核对。',
]

/** Who could finance a need on a day and some months on, whoever matters more first. */
function candidatesFor(
  world: World,
  random: Random,
  company: Company,
  terms: NeedPlan['terms'],
  on: Day,
): Candidate[] {
  const subject = {
    terms,
    facts: world.factsOn(company, on),
    openFen: terms.amountFen ?? 0,
  }
  const fitting = world.financiers.flatMap((financier) =>
    financier.products
      .filter(
        (product) =>
          product.state === 'live' &&
          terms.classes.includes(product.class) &&
          product.publishedAt !== null &&
          dayOf(product.publishedAt) < on &&
          holdsAmount(product, terms, subject.openFen) &&
          [on, addDays(on, 120)].every((day) => judge(subject, product, day, noRecord).eligible),
      )
      .map((product) => ({
        financier,
        product,
        order: random.next() ** (1 / Math.sqrt(financier.weight)),
      })),
  )
  const met = new Set<string>()
  return fitting
    .toSorted((a, b) => b.order - a.order)
    .filter(({ financier }) => {
      if (met.has(financier.row.id)) return false
      met.add(financier.row.id)
      return true
    })
}

/** Draws most needs of late and some of every earlier month. */
function drawDay(random: Random, world: World): Day {
  const lot = random.next()
  const back =
    lot < 0.07 ? random.int(1, 4) : lot < 0.42 ? random.int(4, 60) : random.int(20, NEED_DAYS)
  return addDays(world.today, -back)
}

function drawNeed(
  world: World,
  random: Random,
  company: Company,
  day: Day,
  contracts: Contracts,
): NeedPlan {
  const createdAt = officeMoment(random, day)
  const terms = drawTerms(random, company, day)
  const plan: NeedPlan = { company, terms, createdAt, introductions: [] }
  if (random.chance(0.05)) return plan
  let submittedAt = later(random, createdAt, 0.3, 16)
  plan.submittedAt = submittedAt
  if (random.chance(0.09)) {
    const at = later(random, submittedAt, 1, 15)
    plan.returned = { at, reason: random.pick(returnReasons) }
    if (random.chance(0.3)) return plan
    submittedAt = later(random, at, 3, 30)
    plan.returned.submittedAgainAt = submittedAt
  }
  const publishedAt = later(random, submittedAt, 1.5, 17)
  const candidates = candidatesFor(world, random, company, terms, dayOf(publishedAt))
  const published = { ...plan, publishedAt }
  drawLife(random, published, candidates, world.now, contracts)
  return published
}

/** Six hundred needs and more, each with its whole life up to now, and those of the people who sign in. */
export function addNeeds(world: World, contracts: Contracts): void {
  const random = world.random.fork('needs')
  const latestNeed = new Map<Company, Day>()
  const companies = world.companies.filter(
    ({ row }) => row.state === 'admitted' && !row.parentId && row.name !== '',
  )
  const personaPlans = personaNeeds(world, contracts)
  const personaCompanies = new Set(personaPlans.map(({ company }) => company))
  const days = Array.from({ length: NEEDS }, () => drawDay(random, world)).toSorted()
  const plans: NeedPlan[] = [...personaPlans]
  for (const day of days) {
    const able = (one: Company) =>
      !personaCompanies.has(one) &&
      (one.row.admittedAt ?? world.now) < officeMoment(random, addDays(day, -2)) &&
      addDays(latestNeed.get(one) ?? '2000-01-01', 240) < day
    let company = random.weighted(companies, ({ weight }) => weight ** 0.4)
    while (!able(company)) company = random.weighted(companies, ({ weight }) => weight ** 0.4)
    latestNeed.set(company, day)
    plans.push(drawNeed(world, random, company, day, contracts))
  }
  stageBankIntroductions(
    world,
    random.fork('bank'),
    plans.filter(({ company }) => !personaCompanies.has(company)),
    contracts,
  )
  const crowds = new Crowds(world.companies)
  for (const plan of plans.toSorted((a, b) => Number(a.createdAt) - Number(b.createdAt)))
    writeNeed(world, random, crowds, plan)
}
