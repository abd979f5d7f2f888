/** Rows in any state, written straight into the tables: the start of a try, not a tale of how it came about. */
import { eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { introduction, match, need, offer, product, service } from '@/db/schema'
import { addDays, dayOf, monthOf } from '../calendar/calendar'
import { freshCode } from '../fresh-code'
import { newId } from '../id'
import { type IntroductionState } from '../introduction/introduction'
import type { ServiceState } from '../ledger/ledger'
import { keepNeedIndex } from '../need/keep-need-index'
import { termsOf, type NeedState } from '../need/need'
import { teaserOf } from '../need/teaser'
import type { OfferState } from '../offer/offer'
import type { ProductState, SaveProductInput } from '../product/product'
import { withCosts } from '../product/product-costs'
import { readFacts } from '../profile/queries'
import { NOW } from './cast'
import { makeConsents } from './consents'

const today = dayOf(NOW)
export const WAN = 1_000_000

function first<Row>(rows: Row[]): Row {
  const [row] = rows
  if (!row) throw new Error('no row was written')
  return row
}

type NeedMore = Partial<typeof need.$inferInsert>

export async function makeNeed(
  db: Database,
  organisationId: string,
  state: NeedState,
  more: NeedMore = {},
): Promise<typeof need.$inferSelect> {
  const made = first(
    await db
      .insert(need)
      .values({
        id: newId(),
        code: await freshCode(db, 'need', NOW),
        organisationId,
        state: 'draft',
        classes: ['credit-loan'],
        useKind: 'working-capital',
        words: 'words',
        amountFen: 500 * WAN,
        leastFen: 123 * WAN,
        tenorMonths: 12,
        maxCostBp: 500,
        wantedBy: addDays(today, 60),
        stepsDone: ['use', 'amount', 'security', 'cost', 'privacy'],
        createdAt: NOW,
        savedAt: NOW,
        ...more,
      })
      .returning(),
  )
  if (state === 'draft') return made
  const facts = await readFacts(db, organisationId, today)
  const moved = first(
    await db
      .update(need)
      .set({
        state,
        facts,
        teaser: teaserOf(termsOf(made), facts, 'none', today),
        openFen: more.openFen ?? made.amountFen ?? 0,
        submittedAt: NOW,
        ...(state === 'in-review' || state === 'returned'
          ? {}
          : { publishedAt: more.publishedAt ?? NOW }),
        ...(['withdrawn', 'closed', 'expired'].includes(state) ? { endedAt: NOW } : {}),
      })
      .where(eq(need.id, made.id))
      .returning(),
  )
  await keepNeedIndex(db, [made.id], today)
  return moved
}

const savedTerms: SaveProductInput = {
  name: 'Product',
  class: 'credit-loan',
  summary: null,
  amountMinFen: 100 * WAN,
  amountMaxFen: 1_000 * WAN,
  tenorMinMonths: 6,
  tenorMaxMonths: 24,
  rateMinBp: 345,
  rateMaxBp: 450,
  feeBp: 0,
  repayment: 'interest-monthly',
  answerDays: 1,
  decisionDays: 10,
  criteria: [],
}
export const productTerms = withCosts(savedTerms)

export async function makeProduct(
  db: Database,
  financierId: string,
  state: ProductState,
  more: Partial<typeof product.$inferInsert> = {},
): Promise<typeof product.$inferSelect> {
  return first(
    await db
      .insert(product)
      .values({
        ...withCosts({ ...productTerms, ...more }),
        id: newId(),
        code: await freshCode(db, 'product', NOW),
        financierId,
        state,
        createdAt: NOW,
        savedAt: NOW,
        ...(state === 'draft' ? {} : { publishedAt: NOW, reconfirmedAt: NOW }),
        ...(state === 'retired' ? { retiredAt: NOW } : {}),
        ...more,
      })
      .returning(),
  )
}

export async function makeMatch(
  db: Database,
  to: { needId: string; productId: string; financierId: string },
  more: Partial<typeof match.$inferInsert> = {},
): Promise<typeof match.$inferSelect> {
  return first(
    await db
      .insert(match)
      .values({
        id: newId(),
        ...to,
        needVersion: 1,
        productVersion: 1,
        rulesVersion: 1,
        eligible: true,
        fit: 80,
        parts: { preference: 40, record: 20, completeness: 20 },
        rows: [],
        lead: true,
        leadFit: 80,
        leadParts: { preference: 40, record: 20, completeness: 20 },
        leadRows: [],
        judgedAt: NOW,
        firstJudgedAt: NOW,
        ...more,
      })
      .returning(),
  )
}

const opened: readonly IntroductionState[] = [
  'open',
  'in-contact',
  'file-complete',
  'approved',
  'drawn',
]

export async function makeIntroduction(
  db: Database,
  to: { needId: string; productId: string; companyId: string; financierId: string },
  state: IntroductionState,
  more: Partial<typeof introduction.$inferInsert> & { givenBy?: string } = {},
): Promise<typeof introduction.$inferSelect> {
  const { givenBy, ...columns } = more
  const made = first(
    await db
      .insert(introduction)
      .values({
        id: newId(),
        code: await freshCode(db, 'introduction', NOW),
        ...to,
        origin: state === 'assigned' ? 'assigned' : state === 'invited' ? 'invited' : 'claimed',
        state,
        stateAt: NOW,
        fit: 80,
        rows: [],
        leadFit: 80,
        leadRows: [],
        askedGroups: ['identity', 'contact', 'accounts'],
        askedPurpose: 'credit-review',
        askedUntil: addDays(today, 90),
        createdAt: NOW,
        ...(opened.includes(state) ? { openedAt: NOW } : {}),
        ...(state === 'drawn' ? { drawnAt: NOW } : {}),
        ...(state === 'ended' ? { endedAt: NOW, ending: 'declined-by-financier' as const } : {}),
        ...columns,
      })
      .returning(),
  )
  if (givenBy && (opened.includes(state) || state === 'invited'))
    await makeConsents(db, { ...to, introductionId: made.id }, givenBy)
  return made
}

export const offerTerms = {
  amountFen: 300 * WAN,
  rateBp: 345,
  upfrontFeeFen: 0,
  yearlyFeeBp: 0,
  repayment: 'interest-monthly' as const,
  tenorMonths: 12,
  revolving: false,
  collateral: [],
  valuationFen: null,
  conditions: null,
  validUntil: addDays(today, 30),
}

export async function makeOffer(
  db: Database,
  to: { introductionId: string; needId: string },
  state: OfferState,
  more: Partial<typeof offer.$inferInsert> = {},
): Promise<typeof offer.$inferSelect> {
  const approved = state === 'approved' || state === 'accepted'
  return first(
    await db
      .insert(offer)
      .values({
        ...offerTerms,
        id: newId(),
        code: await freshCode(db, 'offer', NOW),
        ...to,
        needVersion: 1,
        state,
        createdAt: NOW,
        ...(approved ? { approvedAt: NOW } : {}),
        ...(state === 'accepted' ? { acceptedAt: NOW } : {}),
        ...more,
      })
      .returning(),
  )
}

let contracts = 0

/** A row of the ledger and, where its state is not *reported*, nothing of how it came to it. */
export async function makeService(
  db: Database,
  of: { companyId: string; financierId: string },
  state: ServiceState,
  more: Partial<typeof service.$inferInsert> = {},
): Promise<typeof service.$inferSelect> {
  contracts++
  const happenedOn = more.happenedOn ?? today
  const contractNo = more.contractNo === undefined ? `HT-${contracts}` : more.contractNo
  return first(
    await db
      .insert(service)
      .values({
        id: newId(),
        organisationId: of.companyId,
        ...of,
        financierKind: 'bank',
        rung: 6,
        class: 'credit-loan',
        contractNo,
        contractKey: contractNo ?? `DJ-${contracts}`,
        happenedOn,
        month: monthOf(happenedOn),
        amountFen: 100 * WAN,
        district: 'yanta',
        zone: 'high-tech',
        chains: ['photonics'],
        source: 'report',
        recordedAt: NOW,
        state,
        ...more,
      })
      .returning(),
  )
}
