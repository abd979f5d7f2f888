import { dayOf } from '@/domain/calendar/calendar'
import { CONSENT_TEXT_VERSION } from '@/domain/consent/consent'
import type { LedgerRung } from '@/domain/ledger/ledger'
import type { NewService } from '@/domain/ledger/service-row'
import type { asLead, Judgement } from '@/domain/match/match'
import type { NeedTerms } from '@/domain/need/need'
import { allInBp } from '@/domain/cost/cost'
import type { OfferInput } from '@/domain/offer/offer'
import type { Candidate } from './live-talks'
import type { Random } from './random'
import type { Rows } from './rows'
import type { Services } from './services'
import { askedFor } from './talk'
import { drawContact, drawDecline, drawOffer, drawOrigin } from './talk-terms'
import { addWorkingHours, later } from './working-time'
import { asCompany, asFinancier, type Company, type Member, type World } from './world'

export interface PastNeed {
  row: Rows['need'][number]
  company: Company
  terms: NeedTerms
  publishedAt: Date
}

/** An introduction on a need that has ended, in bulk: the financier declined, or paid. */
export class PastTalk {
  private readonly id: string
  private readonly code: string
  private readonly owner: Member
  private readonly manager: Member
  private readonly origin
  private readonly asked
  /** The latest moment told so far. */
  private at: Date

  constructor(
    private readonly world: World,
    private readonly services: Services,
    private readonly random: Random,
    private readonly need: PastNeed,
    private readonly by: Candidate & { judgement: Judgement; lead: ReturnType<typeof asLead> },
    private readonly startedAt: Date,
  ) {
    const [owner] = need.company.members
    if (!owner) throw new Error(`${need.company.row.name} has nobody`)
    this.owner = owner
    this.manager = random.pick(by.financier.members.filter(({ role }) => role !== 'viewer'))
    const origin = drawOrigin(random)
    // Who cannot read a company as fitting is asked by it instead.
    this.origin = origin === 'claimed' && !by.lead.lead ? 'invited' : origin
    this.asked = askedFor(dayOf(startedAt), random.int(40, 120), ['accounts', 'certificates'])
    this.id = random.id(startedAt)
    this.code = world.code('introduction', startedAt)
    this.at = startedAt
  }

  private next(least: number, most: number): Date {
    this.at = later(this.random, this.at, least, most)
    return this.at
  }

  private tell(
    at: Date,
    type: Parameters<World['event']>[1],
    by: Member,
    facts: Record<string, string | number> = {},
    subjectId = this.id,
  ): void {
    this.world.event(at, type, subjectId, by, { companyId: this.need.company.row.id, facts })
  }

  private get sides() {
    const { row } = this.need.company
    return {
      introductionId: this.id,
      companyId: row.id,
      financierId: this.by.financier.row.id,
    }
  }

  /** Adds its rows, and answers when it was over. */
  add(isWon: boolean): Date {
    const { random, origin, need, manager, startedAt } = this
    const answeredAt = origin === 'claimed' ? startedAt : this.next(0.4, 9)
    need.row.firstAnswerAt ??= answeredAt
    const requestedAt = origin === 'invited' ? null : answeredAt
    const openedAt = origin === 'invited' ? answeredAt : this.next(0.5, 16)
    const starter = {
      claimed: manager,
      invited: this.owner,
      assigned: this.world.official('verifier'),
    }
    this.tell(startedAt, `introduction.${origin}`, starter[origin])
    if (origin !== 'claimed') this.tell(answeredAt, 'introduction.answered', manager)
    if (origin !== 'invited') {
      const { groups, until } = this.asked
      this.tell(openedAt, 'introduction.consented', this.owner, { groups: groups.join(' '), until })
    }
    const row = this.introduction({ answeredAt, requestedAt, openedAt })
    this.world.rows.introduction.push(row)
    this.look()
    row.contactedAt = this.contact()
    if (isWon) this.pay(row)
    else {
      const { code, words } = drawDecline(random)
      row.endedAt = this.next(4, 40)
      this.tell(row.endedAt, 'introduction.declined', manager, { code })
      Object.assign(row, { ending: 'declined-by-financier', declineCode: code, endingWords: words })
    }
    row.stateAt = this.at
    this.consent(origin === 'invited' ? startedAt : openedAt, row.endedAt ?? null)
    return this.at
  }

  private introduction(begun: {
    answeredAt: Date
    requestedAt: Date | null
    openedAt: Date
  }): Rows['introduction'][number] {
    const { asked, need, by, startedAt } = this
    const { introductionId: id, ...sides } = this.sides
    return {
      id,
      code: this.code,
      needId: need.row.id,
      ...sides,
      productId: by.product.id,
      origin: this.origin,
      state: 'ended',
      stateAt: startedAt,
      dueAt: null,
      whiteListed: (need.row.facts?.whiteListed.length ?? 0) > 0,
      fit: by.judgement.fit,
      rows: by.judgement.rows,
      leadFit: by.lead.leadFit,
      leadRows: by.lead.leadRows,
      assignedMemberId: this.manager.id,
      askedGroups: begun.requestedAt ? asked.groups : [],
      askedPurpose: begun.requestedAt && asked.purpose,
      askedUntil: begun.requestedAt && asked.until,
      createdAt: startedAt,
      ...begun,
      contactedAt: null,
      fileCompleteAt: null,
      approvedAt: null,
      drawnAt: null,
      endedAt: null,
      ending: null,
      declineCode: null,
      endingWords: null,
    }
  }

  private consent(givenAt: Date, endedAt: Date | null): void {
    const { groups, purpose, until } = this.asked
    for (const fieldGroup of groups)
      this.world.rows.consent.push({
        id: this.random.id(givenAt),
        ...this.sides,
        fieldGroup,
        purpose: this.origin === 'invited' ? 'first-contact' : purpose,
        until,
        givenAt,
        givenByMemberId: this.owner.id,
        textVersion: CONSENT_TEXT_VERSION,
        endedAt,
      })
  }

  private look(): void {
    const at = this.next(0.1, 6)
    const { groups } = this.asked
    const id = this.random.id(at)
    this.world.rows.disclosure.push({
      id,
      introductionId: this.id,
      companyId: this.need.company.row.id,
      readerId: this.by.financier.row.id,
      memberId: this.manager.id,
      groups,
      at,
      listedOn: null,
      exported: false,
    })
  }

  private contact(): Date {
    const at = this.next(1, 16)
    const contactedOn = dayOf(at)
    const contact = { ...drawContact(this.random), contactedOn, recordedAt: at }
    this.world.rows.contact.push({
      id: this.random.id(at),
      introductionId: this.id,
      ...contact,
      memberId: this.manager.id,
    })
    this.tell(at, 'introduction.contacted', this.manager, { kind: contact.kind, on: contactedOn })
    this.enter(4, at, this.manager, { happenedOn: contactedOn, amountFen: 0 })
    return at
  }

  /** From the complete file to the money, which comes at once. */
  private pay(row: Rows['introduction'][number]): void {
    const { manager, owner, need, by, random } = this
    const offer = drawOffer(random, need.terms, by.product, need.row.openFen ?? 0, this.at)
    if (!offer) throw new Error(`nothing is open of ${need.row.code}`)
    const about = { introductionId: this.id }
    row.fileCompleteAt = this.next(8, 55)
    this.tell(row.fileCompleteAt, 'introduction.file-completed', manager)
    const hours = random.between(0.35, 0.9) * (by.product.decisionDays ?? 20) * 6
    const approvedAt = addWorkingHours(this.at, hours)
    this.at = approvedAt
    row.approvedAt = approvedAt
    const acceptedAt = this.next(3, 50)
    const offerId = this.offer(offer, approvedAt, acceptedAt)
    this.tell(approvedAt, 'offer.approved', manager, about, offerId)
    this.tell(acceptedAt, 'offer.accepted', owner, about, offerId)
    need.row.openFen = (need.row.openFen ?? 0) - offer.amountFen
    const { amountFen, rateBp, tenorMonths } = offer
    const granted = { offerId, amountFen, rateBp, tenorMonths }
    this.enter(5, acceptedAt, owner, { ...granted, happenedOn: dayOf(approvedAt) })

    const at = this.next(8, 120)
    row.drawnAt = at
    row.state = 'drawn'
    const happenedOn = dayOf(at)
    const contractNo = this.world.contractNo(by.financier, by.product.class, dayOf(acceptedAt))
    this.enter(6, at, manager, { ...granted, happenedOn, contractNo, contractKey: contractNo })
    this.tell(at, 'service.drawn', manager, { amountFen, on: happenedOn })
  }

  private offer(terms: OfferInput, approvedAt: Date, acceptedAt: Date): string {
    const id = this.random.id(approvedAt)
    this.world.rows.offer.push({
      id,
      code: this.world.code('offer', approvedAt),
      introductionId: this.id,
      needId: this.need.row.id,
      needVersion: 1,
      state: 'accepted',
      ...terms,
      allInBp: allInBp(terms, dayOf(approvedAt)),
      replacesId: null,
      createdAt: approvedAt,
      askedAt: null,
      approvedAt,
      acceptedAt,
      endedAt: null,
    })
    return id
  }

  /** Enters a rung into the ledger, as the financier or the company has it happen. */
  private enter(
    rung: LedgerRung,
    now: Date,
    who: Member,
    told: Pick<NewService, 'happenedOn' | 'amountFen'> & Partial<NewService>,
  ): void {
    const { company } = this.need
    const { financier, product } = this.by
    const actor = who === this.owner ? asCompany(company) : asFinancier(financier, who)
    const service = {
      rung,
      class: product.class,
      contractNo: null,
      contractKey: this.code,
      source: 'platform' as const,
      introductionId: this.id,
      ...told,
    }
    this.services.add(this.random, service, { company, financier }, { actor, now })
  }
}
