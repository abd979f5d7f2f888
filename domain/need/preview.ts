import type { Database } from '@/db/client'
import { dayOf, type Day } from '../calendar/calendar'
import type { CompanyActor } from '../actor'
import type { Context } from '../context'
import { listCandidateProducts } from '../match/catalogue'
import { judge } from '../match/judge'
import { judgedNeed } from '../match/judged-need'
import { noRecord, type Change, type JudgedNeed, type Rule } from '../match/match'
import { applyChanges, compareChanges, nearMiss } from '../match/near-miss'
import { obstaclesOf, reachOf, type Obstacles, type Reach } from '../match/obstacles'
import { readRecords } from '../match/record'
import { readFacts } from '../profile/queries'
import type { NeedTerms } from './need'
import { listLiveProductsForJudge, type NeedRow } from './queries'

type Offering = Awaited<ReturnType<typeof listLiveProductsForJudge>>[number]

/** An eligible product, whose it is, and which of its tests are unknown. */
export interface Fitting extends Offering {
  unknownRules: Rule[]
}

export interface Preview {
  fitting: Fitting[]
  obstacles: Obstacles
}

/** The few that can be eligible: what is in the way of the others is not asked. */
async function listCandidates(db: Database, need: JudgedNeed, today: Day): Promise<Offering[]> {
  return listLiveProductsForJudge(db, await listCandidateProducts(db, need, today))
}

async function readDraft(
  { db, now, actor }: Context<CompanyActor>,
  terms: NeedTerms,
  tried: Change | null,
  list: (need: JudgedNeed, today: Day) => Promise<Offering[]>,
) {
  if (terms.amountFen === null || terms.classes.length === 0) return null
  const day = dayOf(now)
  const facts = await readFacts(db, actor.organisationId, day)
  const asked = { terms, facts, openFen: terms.amountFen }
  const { need, today } = applyChanges(asked, day, tried ? [tried] : [])
  return { need, today, offerings: await list(need, today) }
}

function fittingOf({ need, today, offerings }: Draft): Fitting[] {
  return offerings.flatMap((offering) => {
    const { eligible, rows } = judge(need, offering.product, today, noRecord)
    const unknown = rows.filter(({ hard, verdict }) => hard && verdict === 'unknown')
    return eligible ? [{ ...offering, unknownRules: unknown.map(({ rule }) => rule) }] : []
  })
}

type Draft = NonNullable<Awaited<ReturnType<typeof readDraft>>>

/** Who could finance a draft with these terms; nobody while they say neither how much nor how. */
export async function listFitting(
  context: Context<CompanyActor>,
  terms: NeedTerms,
): Promise<Fitting[]> {
  const candidates = (need: JudgedNeed, today: Day) => listCandidates(context.db, need, today)
  const draft = await readDraft(context, terms, null, candidates)
  return draft ? fittingOf(draft) : []
}

/**
 * Who could finance a draft with these terms, saved or only typed, and what stands in the way; a change that is tried is
 * applied first. Null while the terms say neither how much nor how.
 */
export async function previewNeed(
  context: Context<CompanyActor>,
  terms: NeedTerms,
  tried: Change | null,
): Promise<Preview | null> {
  const draft = await readDraft(context, terms, tried, () => listLiveProductsForJudge(context.db))
  if (!draft) return null
  const products = draft.offerings.map(({ product }) => product)
  return { fitting: fittingOf(draft), obstacles: obstaclesOf(draft.need, products, draft.today) }
}

export interface NearMiss extends Offering {
  changes: Change[]
  /** The fit it would have. */
  fit: number
}

/** The products that a published need just misses, nearest first, with what would have to change. */
export async function listNearMisses(
  { db, now }: Context<CompanyActor>,
  own: NeedRow,
): Promise<NearMiss[]> {
  if (own.state !== 'published' || own.openFen <= 0) return []
  const today = dayOf(now)
  const need = judgedNeed(own)
  const offerings = await listLiveProductsForJudge(db)
  const missed = offerings.flatMap((offering) => {
    const changes = nearMiss(need, offering.product, today)
    return changes ? [{ ...offering, changes }] : []
  })
  const records = await readRecords(
    db,
    missed.map(({ product }) => product.financierId),
    now,
  )
  return missed
    .map((miss) => {
      const { product, changes } = miss
      const after = applyChanges(need, today, changes)
      const record = records.of(product.financierId, product.class, need.facts.chains)
      return { ...miss, fit: judge(after.need, product, after.today, record).fit }
    })
    .toSorted((a, b) => compareChanges(a.changes, b.changes, need) || b.fit - a.fit)
}

/** Who could finance a published need after some changes: tried only, nothing is written. */
export async function reachAfter(
  { db, now }: Context<CompanyActor>,
  own: NeedRow,
  changes: readonly Change[],
): Promise<Reach> {
  const after = applyChanges(judgedNeed(own), dayOf(now), changes)
  const offerings = await listCandidates(db, after.need, after.today)
  return reachOf(
    after.need,
    offerings.map(({ product }) => product),
    after.today,
  )
}
