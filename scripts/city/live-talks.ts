import { and, eq, inArray, ne } from 'drizzle-orm'
import { introduction } from '@/db/schema'
import { dayOf, dueAfter } from '@/domain/calendar/calendar'
import { WORKING_DAYS } from '@/domain/clock/clock'
import { fieldGroups } from '@/domain/consent/consent'
import { liveStates, type Origin } from '@/domain/introduction/introduction'
import { closeNeed } from '@/domain/moves/close-need'
import { endIntroduction } from '@/domain/moves/end-introduction'
import type { NeedTerms } from '@/domain/need/need'
import type { OfferInput } from '@/domain/offer/offer'
import type { Random } from './random'
import type { Stage, Story } from './stage'
import { wordsOf } from './tables'
import { askedFor, Talk } from './talk'
import { drawContact, drawDecline, drawDrawings, drawOffer } from './talk-terms'
import { addWorkingHours, later } from './working-time'
import { asCompany, type Company, type Financier, type Product } from './world'

export interface PublishedNeed {
  id: string
  company: Company
  terms: NeedTerms
}
export interface Candidate {
  product: Product
  financier: Financier
}

/** A whole introduction: each side does what it would do, as far as the law and the others let it come. */
export async function* talkStory(
  stage: Stage,
  random: Random,
  need: PublishedNeed,
  { product, financier }: Candidate,
): Story {
  const wait = (least: number, most: number) => later(random, stage.now, least, most)
  const talk = new Talk(stage, {
    needId: need.id,
    company: need.company,
    financier,
    product,
    manager: random.pick(financier.members.filter(({ role }) => role !== 'viewer')),
    asked: askedFor(
      dayOf(stage.now),
      random.int(40, 120),
      random.some(fieldGroups.slice(2), random.int(0, 4)).toSorted(),
    ),
  })
  const origin = random.from<Origin>({ claimed: 58, invited: 24, assigned: 18 })
  if (!(await talk.start(origin)).ok) return
  const decline = () => talk.decline(drawDecline(random))
  /** Null where nothing is open any more, or the law refuses it. */
  const offer = async (how: 'offer' | 'approve') => {
    const terms = drawOffer(random, need.terms, product, await talk.openFen(), stage.now)
    return terms && (await talk[how](terms)).ok ? terms : null
  }

  if (origin !== 'claimed') {
    yield wait(0.4, 9)
    // Some say nothing, and the clock ends it.
    if (random.chance(0.05)) return
    if (random.chance(0.16)) return void (await decline())
    if (!(await talk.answer()).ok) return
  }
  const early = random.chance(0.4)
  if (early) stage.once(wait(0.2, 6), () => offer('offer'))
  if (origin !== 'invited') {
    yield wait(0.5, 16)
    if (random.chance(0.05)) return
    if (random.chance(0.17)) return void (await talk.refuse())
    if (!(await talk.consent()).ok) return
  }

  stage.once(wait(0.1, 9), () => talk.look())
  yield wait(1, 24)
  if (random.chance(0.1)) return void (await decline())
  const { kind, note } = drawContact(random)
  if (!(await talk.contact(kind, note)).ok) return
  stage.begin(stage.now, answerStory(stage, random, talk))
  if (random.chance(0.3)) {
    yield addWorkingHours(stage.now, 6)
    await talk.contact('call', drawContact(random).note)
  }
  if (!early) {
    yield wait(0.5, 7)
    if (!(await offer('offer'))) return void (await decline())
  }

  yield wait(8, 55)
  if (random.chance(0.12)) return void (await decline())
  if (random.chance(0.06)) return void (await talk.end(random.pick(wordsOf('ended'))))
  if (!(await talk.file()).ok) return
  if (random.chance(0.7)) stage.once(wait(0.2, 8), () => talk.ask())
  yield addWorkingHours(stage.now, random.between(0.35, 0.9) * (product.decisionDays ?? 20) * 6)
  if (random.chance(0.2)) return void (await decline())
  const final = await offer('approve')
  if (!final) return void (await decline())
  if (random.chance(0.1)) {
    yield wait(10, 60)
    return void (await talk.end(random.pick(wordsOf('ended'))))
  }
  yield wait(3, 50)
  if (!(await talk.accept()).ok) return
  stage.begin(stage.now, answerStory(stage, random, talk))
  if ((await talk.openFen()) < (need.terms.partFen ?? final.amountFen / 2))
    stage.once(wait(1, 20), () => endOthers(stage, random, need, talk.id))
  yield* drawStory(stage, random, need, talk, final)
}

/** The money is paid in one part or two; then the company closes its need. */
async function* drawStory(
  stage: Stage,
  random: Random,
  need: PublishedNeed,
  talk: Talk,
  { amountFen }: OfferInput,
): Story {
  for (const part of drawDrawings(random, amountFen)) {
    yield later(random, stage.now, 8, 120)
    if (!(await talk.draw(part)).ok) return
    stage.begin(stage.now, answerStory(stage, random, talk))
  }
  yield later(random, stage.now, 15, 160)
  await closeNeed(stage.as(asCompany(need.company)), need.id)
}

/** What is reported of a company it mostly confirms; where it is silent an official mostly verifies. */
async function* answerStory(stage: Stage, random: Random, talk: Talk): Story {
  const lot = random.next()
  if (lot < 0.86) {
    yield later(random, stage.now, 1, 70)
    await talk.confirm()
  } else if (lot < 0.97) {
    yield later(random, dueAfter(stage.now, WORKING_DAYS.confirm + 1), 3, 60)
    await talk.verify(random.pick(wordsOf('verified')))
  }
}

/** The company has what it asked for: those it is still in talk with are told. */
async function endOthers(stage: Stage, random: Random, need: PublishedNeed, won: string) {
  const others = await stage.db
    .select({ id: introduction.id })
    .from(introduction)
    .where(
      and(
        eq(introduction.needId, need.id),
        ne(introduction.id, won),
        inArray(
          introduction.state,
          liveStates.filter((state) => state !== 'approved'),
        ),
      ),
    )
    .orderBy(introduction.id)
  const context = stage.as(asCompany(need.company))
  for (const { id } of others) await endIntroduction(context, id, random.pick(wordsOf('ended')))
}
