import * as z from 'zod'
import { addDays, dayOf } from '@/domain/calendar/calendar'
import { origins } from '@/domain/introduction/introduction'
import { judge } from '@/domain/match/judge'
import { noRecord } from '@/domain/match/match'
import type { NeedTerms } from '@/domain/need/need'
import { submitNeed } from '@/domain/need/submit-need'
import { teaserOf, widenings } from '@/domain/need/teaser'
import type { Askers } from './askers'
import { publish, startDraft } from './live-needs'
import { drawTerms } from './need-terms'
import { personas } from './personas'
import type { Random } from './random'
import { must, type Stage, type Story } from './stage'
import { readTable } from './tables'
import { askedFor, Talk } from './talk'
import { drawOffer } from './talk-terms'
import { addWorkingHours, workingHoursBefore } from './working-time'
import { asCompany, type Company, type Financier, type Member, type Product } from './world'

/** Working hours from each step of a talk to the next; the first are from the publishing of its need. */
const steps = {
  started: 4,
  opened: 8,
  contacted: 9,
  'file-complete': 26,
  approved: 40,
  accepted: 10,
  drawn: 14,
} as const
type Step = keyof typeof steps
const inOrder = Object.keys(steps) as Step[]
/** From the last step to an end, and from there to now. */
const END = 4
const LATELY = 3

/** How far the talks of the bank of the story have come, and how some ended. */
const stagedTable = readTable(
  'staged',
  z.object({
    origin: z.enum(origins),
    reached: z.enum(inOrder as [Step, ...Step[]]),
    end: z.enum(['', 'declined', 'refused']),
  }),
)

/** Gives the bank of the story a talk at every stage, on needs that nobody else has met. */
export function beginStagedTalks(stage: Stage, askers: Askers): void {
  const { world } = stage
  const random = world.random.fork('staged talks')
  const bank = world.financiers.find(({ row }) => row.name === personas.financier.organisation)
  if (!bank) throw new Error('the bank of the story is missing')
  const able = bank.members.filter(({ role }) => role !== 'viewer')
  for (const [place, staged] of stagedTable.entries()) {
    const taken = inOrder
      .slice(0, inOrder.indexOf(staged.reached) + 1)
      .reduce((sum, step) => sum + steps[step], staged.end ? END : 0)
    const publishedAt = workingHoursBefore(world.now, taken + LATELY + random.between(0, 3))
    const need = drawFitting(random, askers, stage, bank, publishedAt)
    // The member who signs in has most of the work.
    const manager = place % 3 === 2 ? random.pick(able) : able[0]
    const story = stagedStory(
      stage,
      random,
      need,
      { financier: bank, manager },
      staged,
      publishedAt,
    )
    stage.begin(workingHoursBefore(publishedAt, 10), story)
  }
}

interface FittingNeed {
  company: Company
  terms: NeedTerms
  product: Product
}

/** A need that the bank has a product for, then and now, by its facts and by what its lead may tell. */
function drawFitting(
  random: Random,
  askers: Askers,
  { world }: Stage,
  bank: Financier,
  publishedAt: Date,
): FittingNeed {
  const on = dayOf(publishedAt)
  for (let tries = 0; tries < 5_000; tries++) {
    const company = askers.pick(random, on)
    const terms = drawTerms(random, company, on)
    const facts = world.factsOn(company, on)
    const subject = { terms, facts, openFen: terms.amountFen ?? 0 }
    const told = [on, world.today].flatMap((day) => [
      { day, subject },
      ...widenings.map((widening) => ({
        day,
        subject: { ...subject, teaser: teaserOf(terms, facts, widening, day) },
      })),
    ])
    const product = bank.products.find(
      (one) =>
        one.state === 'live' &&
        told.every(({ day, subject }) => judge(subject, one, day, noRecord).eligible),
    )
    if (!product) continue
    askers.take(company, on)
    return { company, terms, product }
  }
  throw new Error('nobody needs what the bank of the story offers')
}

async function* stagedStory(
  stage: Stage,
  random: Random,
  { company, terms, product }: FittingNeed,
  by: { financier: Financier; manager: Member | undefined },
  { origin, reached, end }: (typeof stagedTable)[number],
  publishedAt: Date,
): Story {
  const after = (hours: number) => addWorkingHours(stage.now, hours)
  const reaches = (step: Step) => inOrder.indexOf(step) <= inOrder.indexOf(reached)
  const needId = await startDraft(stage, company, terms)
  yield after(2)
  must(await submitNeed(stage.as(asCompany(company)), needId))
  yield publishedAt
  await publish(stage, needId)

  yield after(steps.started)
  const asked = askedFor(dayOf(stage.now), 90, ['accounts', 'certificates'])
  const talk = new Talk(stage, { needId, company, product, ...by, asked })
  must(await talk.start(origin))
  if (reaches('opened')) {
    yield after(steps.opened / 2)
    if (origin !== 'claimed') must(await talk.answer())
    yield after(steps.opened / 2)
    if (origin !== 'invited') must(await talk.consent())
    await talk.look()
  }
  if (reaches('contacted')) {
    yield after(steps.contacted)
    must(await talk.contact('visit', null))
  }
  const offered = drawOffer(random, terms, product, terms.amountFen ?? 0, stage.now)
  if (reaches('file-complete') && offered) {
    offered.validUntil = addDays(stage.world.today, 20)
    must(await talk.offer(offered))
    yield after(steps['file-complete'])
    must(await talk.file())
    if (reached !== 'file-complete' || origin === 'claimed') must(await talk.ask())
  }
  if (reaches('approved') && offered) {
    yield after(steps.approved)
    must(await talk.approve(offered))
  }
  if (reaches('accepted')) {
    yield after(steps.accepted)
    must(await talk.accept())
  }
  if (reaches('drawn') && offered) {
    yield after(steps.drawn)
    must(await talk.draw(offered.amountFen))
  }
  if (end === '') return
  yield after(END)
  const why = { code: 'papers-missing', words: null } as const
  must(end === 'declined' ? await talk.decline(why) : await talk.refuse())
}
