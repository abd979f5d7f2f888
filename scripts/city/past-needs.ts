import type { Database } from '@/db/client'
import { addDays, dayOf, dueAfter, startOf, type Day } from '@/domain/calendar/calendar'
import { DAYS, WORKING_DAYS } from '@/domain/clock/clock'
import { judge } from '@/domain/match/judge'
import { asLead, noRecord, type Judgement } from '@/domain/match/match'
import { readCrowd } from '@/domain/need/crowd'
import { needSteps } from '@/domain/need/need'
import { teaserOf, wideningFor, type Crowd } from '@/domain/need/teaser'
import { isFinancing } from '@/domain/product/classes'
import type { Facts } from '@/domain/profile/profile'
import type { Candidate } from './live-talks'
import { drawTerms } from './need-terms'
import { PastTalk, type PastNeed } from './past-talks'
import type { Random } from './random'
import type { Services } from './services'
import { addWorkingHours, later, officeMoment } from './working-time'
import type { Company, World } from './world'

/** Needs that have ended before the stage opens: rows as the verbs leave them, made by the same pure parts. */
export class PastNeeds {
  private readonly crowds = new Map<string, Promise<Crowd>>()

  constructor(
    private readonly tx: Database,
    private readonly world: World,
    private readonly services: Services,
  ) {}

  /** A need with its whole life, closed once it was financed, else withdrawn or expired. */
  async add(random: Random, company: Company, day: Day): Promise<void> {
    const { world } = this
    const [owner = null] = company.members
    const createdAt = officeMoment(random, day)
    const terms = drawTerms(random, company, day)
    const submittedAt = later(random, createdAt, 0.3, 16)
    const publishedAt = later(random, submittedAt, 1.5, 17)
    const facts = world.factsOn(company, dayOf(submittedAt))
    const widening = wideningFor(facts, await this.crowdOf(facts))
    const row: PastNeed['row'] = {
      id: random.id(createdAt),
      code: world.code('need', createdAt),
      organisationId: company.row.id,
      state: 'expired',
      version: 1,
      ...terms,
      wordsWaiting: null,
      expiryWarnedAt: null,
      stepsDone: [...needSteps],
      openFen: terms.amountFen ?? 0,
      facts,
      teaser: teaserOf(terms, facts, widening, dayOf(submittedAt)),
      returnReason: null,
      copiedFromId: null,
      createdAt,
      savedAt: createdAt,
      submittedAt,
      reviewDueAt: null,
      publishedAt,
      answerDueAt: dueAfter(publishedAt, WORKING_DAYS.firstAnswer),
      firstAnswerAt: null,
      endedAt: null,
    }
    world.rows.need.push(row)
    const tell = (at: Date, type: Parameters<World['event']>[1], by = owner) =>
      world.event(at, type, row.id, by, { companyId: company.row.id })
    tell(createdAt, 'need.started')
    tell(submittedAt, 'need.submitted')
    tell(publishedAt, 'need.approved', world.official('verifier'))

    const need = { row, company, terms, publishedAt }
    const met = random.some(this.judge(random, need), Number(random.from({ 0: 20, 1: 50, 2: 30 })))
    const isFinanced = random.chance(0.7)
    let at = publishedAt
    for (const [place, by] of met.entries()) {
      const startedAt = later(random, at, 0.3, 30)
      const talk = new PastTalk(world, this.services, random, need, by, startedAt)
      at = talk.add(isFinanced && place === met.length - 1)
    }
    const isClosed = isFinanced && met.length > 0
    row.state = isClosed ? 'closed' : random.chance(0.45) ? 'withdrawn' : 'expired'
    row.endedAt =
      row.state === 'expired'
        ? startOf(addDays(dayOf(publishedAt), DAYS.needOpen + 1))
        : addWorkingHours(at, random.between(20, 160))
    if (row.state === 'expired') {
      const warnedOn = addDays(dayOf(row.endedAt), -DAYS.expiryWarning - 1)
      row.expiryWarnedAt = startOf(warnedOn)
      tell(row.expiryWarnedAt, 'need.expiry-warned', null)
      tell(row.endedAt, 'need.expired', null)
    } else tell(row.endedAt, row.state === 'closed' ? 'need.closed' : 'need.withdrawn')
  }

  /** How many share a place and chain: asked once each. */
  private crowdOf(facts: Facts): Promise<Crowd> {
    const key = `${facts.district} ${facts.zone} ${facts.chains[0]}`
    const found = this.crowds.get(key) ?? readCrowd(this.tx, facts)
    this.crowds.set(key, found)
    return found
  }

  /** The products that were on offer and fit, as its judgement left them; one of each financier. */
  private judge(random: Random, { row, terms, publishedAt }: PastNeed) {
    const { facts, teaser, openFen } = row
    if (!facts || !teaser || openFen === undefined) throw new Error('a past need was published')
    const met: (Candidate & { judgement: Judgement; lead: ReturnType<typeof asLead> })[] = []
    for (const financier of this.world.financiers)
      for (const product of financier.products) {
        const isOffered =
          product.state === 'live' && product.publishedAt && product.publishedAt < publishedAt
        if (!isOffered || !terms.classes.includes(product.class)) continue
        const subject = { terms, facts, openFen }
        const judgement = judge(subject, product, dayOf(publishedAt), noRecord)
        if (!judgement.eligible) continue
        const lead = asLead(judge({ ...subject, teaser }, product, dayOf(publishedAt), noRecord))
        this.world.rows.match.push({
          id: random.id(publishedAt),
          needId: row.id,
          productId: product.id,
          financierId: financier.row.id,
          needVersion: 1,
          productVersion: product.version,
          ...judgement,
          ...lead,
          record: noRecord,
          judgedAt: publishedAt,
          firstJudgedAt: publishedAt,
          passedAt: null,
          passCode: null,
        })
        if (met.at(-1)?.financier !== financier && isFinancing(product.class))
          met.push({ financier, product, judgement, lead })
      }
    return met
  }
}
