import { and, eq, inArray, ne } from 'drizzle-orm'
import { introduction } from '@/db/schema'
import { dayOf, dueAfter } from '@/domain/calendar/calendar'
import { WORKING_DAYS } from '@/domain/clock/clock'
import { fieldGroups } from '@/domain/consent/consent'
import { liveStates, type Origin } from '@/domain/introduction/introduction'
import { closeNeed } from '@/domain/moves/close-need'
import { endIntroduction } from '@/domain/moves/end-introduction'
import type { NeedTerms } from '@/domain/need/need'
import type { Random } from './random'
import type { Stage, Story } from './stage'
import { wordsOf } from './tables'
import { askedFor, Talk } from './talk'
import { drawContact, drawDecline, drawDrawings, drawOffer, drawOrigin } from './talk-terms'
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

/** A part of a story; answers whether it goes on. */
type Part = AsyncGenerator<Date, boolean>

/** An introduction in which each side does what it would do, as far as the law and the others let it come. */
export class LiveTalk {
  private readonly talk: Talk
  private readonly origin: Origin
  private offered = false
  private grantedFen = 0

  constructor(
    private readonly stage: Stage,
    private readonly random: Random,
    private readonly need: PublishedNeed,
    { product, financier }: Candidate,
  ) {
    const more = random.some(fieldGroups.slice(2), random.int(0, 4)).toSorted()
    this.talk = new Talk(stage, {
      needId: need.id,
      company: need.company,
      financier,
      product,
      manager: random.pick(financier.members.filter(({ role }) => role !== 'viewer')),
      asked: askedFor(dayOf(stage.now), random.int(40, 120), more),
    })
    this.origin = drawOrigin(random)
  }

  async *play(): Story {
    const { stage, need } = this
    const isPaid =
      (yield* this.opens()) &&
      (yield* this.meets()) &&
      (yield* this.decides()) &&
      (yield* this.pays())
    if (!isPaid) return
    yield this.wait(15, 160)
    await closeNeed(stage.as(asCompany(need.company)), need.id)
  }

  private wait(least: number, most: number): Date {
    return later(this.random, this.stage.now, least, most)
  }

  private async decline(): Promise<false> {
    await this.talk.decline(drawDecline(this.random))
    return false
  }

  private async end(): Promise<false> {
    await this.talk.end(this.random.pick(wordsOf('ended')))
    return false
  }

  /** Whether it could offer: something is still open, and the law lets it. */
  private async offer(how: 'offer' | 'approve'): Promise<boolean> {
    const { random, talk, need, stage } = this
    const terms = drawOffer(random, need.terms, talk.of.product, await talk.openFen(), stage.now)
    if (!terms || !(await talk[how](terms)).ok) return false
    this.offered = true
    this.grantedFen = terms.amountFen
    return true
  }

  /** Until the company may be known. Some say nothing, and the clock ends it. */
  private async *opens(): Part {
    const { random, talk, origin } = this
    if (!(await talk.start(origin)).ok) return false
    if (origin !== 'claimed') {
      yield this.wait(0.4, 9)
      if (random.chance(0.05)) return false
      if (random.chance(0.16)) return this.decline()
      if (!(await talk.answer()).ok) return false
    }
    if (random.chance(0.4)) this.stage.once(this.wait(0.2, 6), () => this.offer('offer'))
    if (origin !== 'invited') {
      yield this.wait(0.5, 16)
      if (random.chance(0.05)) return false
      if (random.chance(0.17)) {
        await talk.refuse()
        return false
      }
      if (!(await talk.consent()).ok) return false
    }
    this.stage.once(this.wait(0.1, 9), () => talk.look())
    return true
  }

  /** Until the file is complete. */
  private async *meets(): Part {
    const { random, talk } = this
    yield this.wait(1, 24)
    if (random.chance(0.1)) return this.decline()
    const { kind, note } = drawContact(random)
    if (!(await talk.contact(kind, note)).ok) return false
    this.awaitAnswer()
    if (random.chance(0.3)) {
      yield addWorkingHours(this.stage.now, 6)
      await talk.contact('call', drawContact(random).note)
    }
    if (!this.offered) {
      yield this.wait(0.5, 7)
      if (!(await this.offer('offer'))) return this.decline()
    }
    yield this.wait(8, 55)
    if (random.chance(0.12)) return this.decline()
    if (random.chance(0.06)) return this.end()
    return (await talk.file()).ok
  }

  /** Until an approved offer is accepted. */
  private async *decides(): Part {
    const { random, talk, stage, need } = this
    if (random.chance(0.7)) stage.once(this.wait(0.2, 8), () => talk.ask())
    const days = talk.of.product.decisionDays ?? 20
    yield addWorkingHours(stage.now, random.between(0.35, 0.9) * days * 6)
    if (random.chance(0.2) || !(await this.offer('approve'))) return this.decline()
    if (random.chance(0.1)) {
      yield this.wait(10, 60)
      return this.end()
    }
    yield this.wait(3, 50)
    if (!(await talk.accept()).ok) return false
    this.awaitAnswer()
    if ((await talk.openFen()) < (need.terms.partFen ?? this.grantedFen / 2))
      stage.once(this.wait(1, 20), () => this.endOthers())
    return true
  }

  /** The money, in one part or two. */
  private async *pays(): Part {
    for (const part of drawDrawings(this.random, this.grantedFen)) {
      yield this.wait(8, 120)
      if (!(await this.talk.draw(part)).ok) return false
      this.awaitAnswer()
    }
    return true
  }

  /** What was just reported of a company it mostly confirms; where it is silent an official mostly verifies. */
  private awaitAnswer(): void {
    const { random, talk, stage } = this
    const lot = random.next()
    const silence = dueAfter(stage.now, WORKING_DAYS.confirm + 1)
    if (lot < 0.86) stage.once(this.wait(1, 70), () => talk.confirm())
    else if (lot < 0.97)
      stage.once(later(random, silence, 3, 60), () => talk.verify(random.pick(wordsOf('verified'))))
  }

  /** The company has what it asked for: those it is still in talk with are told. */
  private async endOthers(): Promise<void> {
    const { stage, need, talk, random } = this
    const others = await stage.db
      .select({ id: introduction.id })
      .from(introduction)
      .where(
        and(
          eq(introduction.needId, need.id),
          ne(introduction.id, talk.id),
          inArray(introduction.state, [...liveStates]),
          ne(introduction.state, 'approved'),
        ),
      )
      .orderBy(introduction.id)
    const context = stage.as(asCompany(need.company))
    for (const { id } of others) await endIntroduction(context, id, random.pick(wordsOf('ended')))
  }
}
