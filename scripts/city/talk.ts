import { and, eq, inArray } from 'drizzle-orm'
import { need, offer, service } from '@/db/schema'
import { addDays, dayOf, type Day } from '@/domain/calendar/calendar'
import type { ClaimInput, FieldGroup } from '@/domain/consent/consent'
import { discloseCompany } from '@/domain/consent/disclose'
import { answerIntroduction } from '@/domain/introduction/answer-introduction'
import { assignNeed } from '@/domain/introduction/assign-need'
import { claimNeed } from '@/domain/introduction/claim-need'
import { giveConsent } from '@/domain/introduction/give-consent'
import type { ContactKind, DeclineInput, Origin } from '@/domain/introduction/introduction'
import { inviteFinancier } from '@/domain/introduction/invite-financier'
import { logContact } from '@/domain/introduction/log-contact'
import { markFileComplete } from '@/domain/introduction/mark-file-complete'
import { reportDrawing } from '@/domain/introduction/report-drawing'
import { confirmService } from '@/domain/ledger/confirm-service'
import type { ServiceState } from '@/domain/ledger/ledger'
import { verifyService } from '@/domain/ledger/verify-service'
import { declineNeed } from '@/domain/moves/decline-need'
import { endIntroduction } from '@/domain/moves/end-introduction'
import { refuseRequest } from '@/domain/moves/refuse-request'
import { acceptOffer } from '@/domain/offer/accept-offer'
import { approveOffer } from '@/domain/offer/approve-offer'
import { askForApproval } from '@/domain/offer/ask-for-approval'
import { makeOffer } from '@/domain/offer/make-offer'
import type { OfferInput, OfferState } from '@/domain/offer/offer'
import type { Result } from '@/domain/result'
import type { Stage } from './stage'
import {
  asCompany,
  asFinancier,
  type Company,
  type Financier,
  type Member,
  type Product,
} from './world'

/** One introduction, and what its two sides do in it: each act is a verb at the moment of the stage. */
export class Talk {
  id = ''
  private contractNo: string | undefined

  constructor(
    private readonly stage: Stage,
    readonly of: {
      needId: string
      company: Company
      financier: Financier
      product: Product
      manager?: Member
      /** What the financier asks for, or the company gives with its invitation, and until when. */
      asked: ClaimInput
    },
  ) {}

  private get company() {
    return this.stage.as(asCompany(this.of.company))
  }

  private get financier() {
    return this.stage.as(asFinancier(this.of.financier, this.of.manager))
  }

  /** Takes one of the three places of the need. */
  async start(origin: Origin): Promise<Result<string>> {
    const { needId, product, asked } = this.of
    const wanted = { needId, productId: product.id }
    const started =
      origin === 'claimed'
        ? await claimNeed(this.financier, wanted, asked)
        : origin === 'invited'
          ? await inviteFinancier(this.company, wanted, asked)
          : await assignNeed(this.stage.official('verifier'), wanted)
    if (started.ok) this.id = started.value
    return started
  }

  answer() {
    return answerIntroduction(this.financier, this.id, this.of.asked)
  }

  consent() {
    return giveConsent(this.company, this.id, this.of.asked)
  }

  refuse() {
    return refuseRequest(this.company, this.id)
  }

  look() {
    return discloseCompany(this.financier, this.id)
  }

  contact(kind: ContactKind, note: string | null) {
    return logContact(this.financier, this.id, { kind, note, contactedOn: dayOf(this.stage.now) })
  }

  offer(terms: OfferInput) {
    return makeOffer(this.financier, this.id, terms)
  }

  async ask() {
    return askForApproval(this.company, await this.offerIn('indicative'))
  }

  file() {
    return markFileComplete(this.financier, this.id)
  }

  approve(terms: OfferInput) {
    return approveOffer(this.financier, this.id, terms)
  }

  async accept() {
    return acceptOffer(this.company, await this.offerIn('approved'))
  }

  /** Reports money paid that day; the contract has a number of the financier's own, the same for all its parts. */
  draw(amountFen: number) {
    const { financier, product } = this.of
    const drawnOn = dayOf(this.stage.now)
    this.contractNo ??= this.stage.world.contractNo(financier, product.class, drawnOn)
    const { contractNo } = this
    return reportDrawing(this.financier, this.id, { amountFen, drawnOn, contractNo, secures: null })
  }

  decline(why: DeclineInput) {
    return declineNeed(this.financier, this.id, why)
  }

  end(why: string) {
    return endIntroduction(this.company, this.id, why)
  }

  /** The company's yes to whatever was reported of it here. */
  async confirm(): Promise<void> {
    for (const id of await this.servicesIn('reported', 'unconfirmed'))
      await confirmService(this.company, id)
  }

  /** An official's note on what the company said nothing to. */
  async verify(note: string): Promise<void> {
    const statistician = this.stage.official('statistician')
    for (const id of await this.servicesIn('unconfirmed'))
      await verifyService(statistician, id, note)
  }

  /** What of its need is still open, in fen. */
  async openFen(): Promise<number> {
    const [found] = await this.stage.db
      .select({ openFen: need.openFen })
      .from(need)
      .where(eq(need.id, this.of.needId))
    return found?.openFen ?? 0
  }

  private async offerIn(state: OfferState): Promise<string> {
    const [found] = await this.stage.db
      .select({ id: offer.id })
      .from(offer)
      .where(and(eq(offer.introductionId, this.id), eq(offer.state, state)))
    return found?.id ?? this.id
  }

  private async servicesIn(...states: ServiceState[]): Promise<string[]> {
    const rows = await this.stage.db
      .select({ id: service.id })
      .from(service)
      .where(and(eq(service.introductionId, this.id), inArray(service.state, states)))
      .orderBy(service.rung, service.happenedOn)
    return rows.map(({ id }) => id)
  }
}

/** What financiers ask to see first. */
export function askedFor(on: Day, days: number, more: readonly FieldGroup[]): ClaimInput {
  return {
    groups: ['identity', 'contact', ...more],
    purpose: 'credit-review',
    until: addDays(on, days),
  }
}
