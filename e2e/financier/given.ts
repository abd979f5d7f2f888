import { randomInt } from 'node:crypto'
import type { Locator, Page } from '@playwright/test'
import { and, eq } from 'drizzle-orm'
import { connect, type Database } from '@/db/client'
import { match, offer } from '@/db/schema'
import type { Actor } from '@/domain/actor'
import { addDays, dayOf } from '@/domain/calendar/calendar'
import type { Context } from '@/domain/context'
import { claimNeed } from '@/domain/introduction/claim-need'
import { giveConsent } from '@/domain/introduction/give-consent'
import { logContact } from '@/domain/introduction/log-contact'
import { markFileComplete } from '@/domain/introduction/mark-file-complete'
import { judgeNeed } from '@/domain/match/judge-pairs'
import { hashPassword } from '@/domain/member/password'
import { acceptOffer } from '@/domain/offer/accept-offer'
import { approveOffer } from '@/domain/offer/approve-offer'
import type { OfferInput } from '@/domain/offer/offer'
import type { Result } from '@/domain/result'
import {
  companyActor,
  financierActor,
  makeCompany,
  makeMember,
  makeOrganisation,
} from '@/domain/testing/cast'
import { makeNeed, makeProduct, offerTerms } from '@/domain/testing/rows'
import { usccCheckCharacter } from '@/domain/uscc/uscc'
import { test as base } from '../fixtures'

const PASSWORD = 'a sentence to remember'

function ownUscc(): string {
  const first17 = `91619999${randomInt(100_000_000, 1_000_000_000)}`
  return `${first17}${usccCheckCharacter(first17)}`
}

/** A name nobody else has, so that a test finds its own rows in the demonstration city. */
function ownName(what: string): string {
  return `${what}${randomInt(1_000_000_000)}`
}

function value<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`refused: ${result.refusal}`)
  return result.value
}

type ProductMore = Parameters<typeof makeProduct>[3]
type GivenBank = Awaited<ReturnType<Given['bank']>>
type GivenNeed = Awaited<ReturnType<Given['need']>>

/** What a test starts from, beside the demonstration city: a bank of its own, and companies it may meet. */
export class Given {
  constructor(readonly db: Database) {}

  private as<Who extends Actor>(actor: Who): Context<Who> {
    return { actor, now: new Date(), db: this.db }
  }

  async bank(more: ProductMore = {}) {
    const now = new Date()
    const name = ownName('给定银行')
    const own = { uscc: ownUscc(), name, district: null, zone: null }
    const organisation = await makeOrganisation(this.db, 'financier', own)
    const passwordHash = await hashPassword(PASSWORD)
    const owner = await makeMember(this.db, organisation.id, 'owner', {
      passwordHash,
      name: '王给定',
    })
    const product = await makeProduct(this.db, organisation.id, 'live', {
      name: ownName('给定贷'),
      savedAt: now,
      reconfirmedAt: now,
      ...more,
    })
    return {
      organisation,
      product,
      actor: financierActor(organisation, owner),
      signIn: { email: owner.email, password: PASSWORD },
    }
  }

  /** An admitted company with a whole profile, and its owner. */
  async company(facts: Parameters<typeof makeCompany>[2] = {}) {
    const named = { uscc: ownUscc(), name: ownName('西安隐名科技') }
    const company = await makeCompany(this.db, named, facts)
    const passwordHash = await hashPassword(PASSWORD)
    const owner = await makeMember(this.db, company.id, 'owner', { passwordHash })
    return {
      company,
      actor: companyActor(company, owner),
      signIn: { email: owner.email, password: PASSWORD },
    }
  }

  /** A published need that the live products fit; its company's name must not be seen before consent. */
  async need(
    more: Parameters<typeof makeNeed>[3] = {},
    facts: Parameters<typeof makeCompany>[2] = {},
  ) {
    const now = new Date()
    const asking = await this.company(facts)
    const need = await makeNeed(this.db, asking.company.id, 'published', {
      code: `XQ-2022-${randomInt(100_000, 1_000_000)}`,
      wantedBy: addDays(dayOf(now), 60),
      createdAt: now,
      publishedAt: now,
      answerDueAt: new Date(now.getTime() + 30 * 3_600_000),
      ...more,
    })
    value(await judgeNeed(this.as({ audience: 'clock' }), need.id))
    return { need, ...asking }
  }

  /** The lead of a need that a product of a bank has; of any where none is named. */
  async leadId(
    bank: { organisation: { id: string } },
    need: { id: string },
    productId?: string,
  ): Promise<string> {
    const [found] = await this.db
      .select({ id: match.id })
      .from(match)
      .where(
        and(
          eq(match.needId, need.id),
          eq(match.financierId, bank.organisation.id),
          productId ? eq(match.productId, productId) : undefined,
        ),
      )
    if (!found) throw new Error('the need does not fit the product of this bank')
    return found.id
  }

  private get asked() {
    return {
      groups: ['identity' as const, 'contact' as const],
      purpose: 'first-contact' as const,
      until: addDays(dayOf(new Date()), 90),
    }
  }

  async claimed(bank: GivenBank, need: { id: string }): Promise<string> {
    const wanted = { needId: need.id, productId: bank.product.id }
    return value(await claimNeed(this.as(bank.actor), wanted, this.asked))
  }

  /** An introduction to which the company has consented. */
  async consented(bank: GivenBank, { need, actor }: GivenNeed): Promise<string> {
    const id = await this.claimed(bank, need)
    const { groups, until } = this.asked
    return value(await giveConsent(this.as(actor), id, { groups, until }))
  }

  /** An introduction whose file is complete, with an offer of three million approved. */
  async approved(bank: GivenBank, met: GivenNeed, more: Partial<OfferInput> = {}): Promise<string> {
    const id = await this.consented(bank, met)
    const today = dayOf(new Date())
    const visit = { kind: 'visit' as const, contactedOn: today, note: null }
    value(await logContact(this.as(bank.actor), id, visit))
    value(await markFileComplete(this.as(bank.actor), id))
    const terms = { ...offerTerms, validUntil: addDays(today, 30), ...more }
    return value(await approveOffer(this.as(bank.actor), id, terms))
  }

  /** An introduction whose approved offer the company has accepted: what is left is to draw. */
  async accepted(bank: GivenBank, met: GivenNeed): Promise<string> {
    const id = await this.approved(bank, met)
    const [approved] = await this.db
      .select({ id: offer.id })
      .from(offer)
      .where(and(eq(offer.introductionId, id), eq(offer.state, 'approved')))
    if (!approved) throw new Error('no offer was approved')
    value(await acceptOffer(this.as(met.actor), approved.id))
    return id
  }
}

export const test = base.extend<object, { given: Given }>({
  given: [
    // Playwright wants the fixtures that a fixture needs, even none, as an object pattern.
    async ({}, use) => {
      const url = process.env.DATABASE_URL
      if (!url) throw new Error('DATABASE_URL names the database of the server under test')
      const { db, close } = connect(url, 2)
      await use(new Given(db))
      await close()
    },
    { scope: 'worker' },
  ],
})
export { expect } from '../fixtures'

/** What the page says was done; other live regions stand beside it, empty. */
export function said(page: Page, words: string): Locator {
  return page.getByRole('status').filter({ hasText: words })
}

/** The summary of what was refused. */
export function refusal(page: Page, words: string): Locator {
  return page.getByRole('alert').filter({ hasText: words })
}
