import { and, eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { introduction, match, organisation, product, type need } from '@/db/schema'
import { dayOf } from '../calendar/calendar'
import type { Context } from '../context'
import { freshCode } from '../fresh-code'
import { newId } from '../id'
import { judge } from '../match/judge'
import { judgedNeed, leadNeed, noRecord } from '../match/match'
import { SEATS, whyNotTakeSeat } from '../need/need'
import { ok, refused, type Result } from '../result'
import { dueOf, liveStates, type IntroductionState, type Origin } from './introduction'

export type TakeSeatRefusal =
  | 'not-found'
  | 'need-not-open'
  | 'product-not-live'
  | 'not-eligible'
  | 'seats-taken'
  | 'already-introduced'
  | 'company-said-no'
  | 'declined-before'
  | 'financier-not-admitted'

/**
 * Asks what invite, assign and claim ask alike (open, live, eligible, a seat free, not met already), and takes the
 * seat with a new introduction. The caller has locked the need.
 */
export async function takeSeat(
  tx: Database,
  context: Context,
  wanted: {
    need: typeof need.$inferSelect
    productId: string
    origin: Origin
    state: IntroductionState
  },
  more: Partial<typeof introduction.$inferInsert> = {},
): Promise<Result<{ id: string; financierId: string }, TakeSeatRefusal>> {
  const { now } = context
  const { need: found, productId, origin, state } = wanted
  const notOpen = whyNotTakeSeat(found, 0)
  if (notOpen) return refused(notOpen)
  const [company] = await tx
    .select({ state: organisation.state })
    .from(organisation)
    .where(eq(organisation.id, found.organisationId))
  if (company?.state !== 'admitted') return refused('need-not-open')
  const [offered] = await tx
    .select({ product, financierState: organisation.state })
    .from(product)
    .innerJoin(organisation, eq(organisation.id, product.financierId))
    .where(eq(product.id, productId))
  if (!offered) return refused('not-found')
  const { product: terms } = offered
  if (offered.financierState !== 'admitted') return refused('financier-not-admitted')
  if (terms.state !== 'live') return refused('product-not-live')
  const subject = judgedNeed(found)
  const [matched] = await tx
    .select({ record: match.record })
    .from(match)
    .where(and(eq(match.needId, found.id), eq(match.productId, terms.id)))
  const record = matched?.record ?? noRecord
  const judgement = judge(subject, terms, dayOf(now), record)
  const lead = judge(leadNeed(found), terms, dayOf(now), record)
  // A claim goes by what its financier may read; what the facts say of it is read by the company beside the request.
  if (!(origin === 'claimed' ? lead : judgement).eligible) return refused('not-eligible')
  const met = await tx
    .select({
      financierId: introduction.financierId,
      state: introduction.state,
      ending: introduction.ending,
      endedAt: introduction.endedAt,
    })
    .from(introduction)
    .where(eq(introduction.needId, found.id))
  const own = met.filter(({ financierId }) => financierId === terms.financierId)
  if (own.some((one) => one.state !== 'ended')) return refused('already-introduced')
  const companySaidNo = own.some(
    ({ ending }) => ending === 'refused-by-company' || ending === 'ended-by-company',
  )
  if (origin !== 'invited' && companySaidNo) return refused('company-said-no')
  // Until the need is amended it is what its financier declined; the company may invite it all the same.
  const declined = own.some(
    ({ ending, endedAt }) =>
      ending === 'declined-by-financier' && endedAt !== null && endedAt >= found.savedAt,
  )
  if (origin === 'claimed' && declined) return refused('declined-before')
  const taken = met.filter((one) =>
    (liveStates as readonly IntroductionState[]).includes(one.state),
  ).length
  const full = whyNotTakeSeat(found, taken)
  if (full) return refused(full, { most: SEATS })
  const whiteListed = subject.facts.whiteListed.length > 0
  const id = newId()
  await tx.insert(introduction).values({
    id,
    code: await freshCode(tx, 'introduction', now),
    needId: found.id,
    companyId: found.organisationId,
    financierId: terms.financierId,
    productId,
    origin,
    state,
    stateAt: now,
    dueAt: dueOf(state, now, { whiteListed, decisionDays: terms.decisionDays }),
    whiteListed,
    fit: judgement.fit,
    rows: judgement.rows,
    leadFit: lead.fit,
    leadRows: lead.rows,
    createdAt: now,
    ...more,
  })
  return ok({ id, financierId: terms.financierId })
}
