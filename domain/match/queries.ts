import {
  and,
  asc,
  desc,
  eq,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  or,
  sql,
  type SQL,
} from 'drizzle-orm'
import type { Database } from '@/db/client'
import { introduction, match, need, organisation, product } from '@/db/schema'
import type { FinancierActor } from '../actor'
import { addDays, dayOf, startOf } from '../calendar/calendar'
import { DAYS } from '../clock/clock'
import type { Context } from '../context'
import { seatsFree } from '../need/need'
import { countSeatsTaken, hasFreeSeat } from '../need/seats'
import { asLeadTells } from '../need/teaser'
import { isOnOffer } from '../product/on-offer'
import { costAt } from '../product/product-costs'
import type { LeadFilter } from '../view/view'
import { maskRecord } from './evidence'
import { maskLeadRows } from './match'

export const LEADS_A_PAGE = 25

export type { LeadFilter }

/** What the list is asked for: conditions, and whether only what should be seen today. */
export type LeadList = LeadFilter & { today?: boolean }

export interface LeadCursor {
  fit: number
  id: string
}

/** With a seat left, and either new or still without the first answer that it was promised by now. */
function isForToday(now: Date): SQL | undefined {
  const today = dayOf(now)
  return and(
    hasFreeSeat(),
    or(
      gte(need.publishedAt, startOf(addDays(today, -DAYS.newLead))),
      and(isNull(need.firstAnswerAt), lt(need.answerDueAt, startOf(addDays(today, 1)))),
    ),
  )
}

function narrowed({ today, ...filter }: LeadList, now: Date): SQL | undefined {
  const teaser = (path: string) => sql`${need.teaser}->>${path}`
  return and(
    filter.class ? eq(product.class, filter.class) : undefined,
    filter.productId ? eq(product.id, filter.productId) : undefined,
    filter.zone ? eq(teaser('zone'), filter.zone) : undefined,
    filter.district ? eq(teaser('district'), filter.district) : undefined,
    filter.chain ? eq(teaser('chain'), filter.chain) : undefined,
    filter.qualification
      ? sql`${need.teaser}->'qualifications' @> ${JSON.stringify([{ kind: filter.qualification }])}::jsonb`
      : undefined,
    filter.amountFromFen === undefined ? undefined : gte(need.openFen, filter.amountFromFen),
    filter.amountToFen === undefined ? undefined : lte(need.openFen, filter.amountToFen),
    filter.whiteListed ? sql`(${need.teaser}->>'whiteListed')::boolean` : undefined,
    filter.free ? hasFreeSeat() : undefined,
    today ? isForToday(now) : undefined,
  )
}

/**
 * A lead is open while its need and product are, both sides are admitted, and its financier has not met it yet; one that it
 * declined is open again once the need was amended.
 */
export function isLeadOf(actor: FinancierActor): SQL | undefined {
  if (actor.organisationState !== 'admitted') return sql`false`
  return and(eq(match.financierId, actor.organisationId), isOpenLead())
}

/** What holds of a lead whoever its financier is. */
export function isOpenLead(): SQL | undefined {
  return and(
    eq(match.lead, true),
    isOnOffer(),
    eq(need.state, 'published'),
    sql`${need.openFen} > 0`,
    sql`exists (select 1 from ${organisation} where ${organisation.id} = ${need.organisationId} and ${organisation.state} = 'admitted')`,
    sql`not exists (select 1 from ${introduction} where ${introduction.needId} = ${match.needId} and ${introduction.financierId} = ${match.financierId} and (
      ${introduction.state} <> 'ended'
      or ${introduction.ending} in ('refused-by-company', 'ended-by-company')
      or ${introduction.ending} = 'declined-by-financier' and ${introduction.endedAt} >= ${need.savedAt}))`,
  )
}

const lead = {
  id: match.id,
  fit: match.leadFit,
  parts: match.leadParts,
  rows: match.leadRows,
  record: match.record,
  judgedAt: match.judgedAt,
  rulesVersion: match.rulesVersion,
  passedAt: match.passedAt,
  needId: need.id,
  needCode: need.code,
  teaser: need.teaser,
  openFen: need.openFen,
  publishedAt: need.publishedAt,
  answerDueAt: need.answerDueAt,
  firstAnswerAt: need.firstAnswerAt,
  productId: product.id,
  productName: product.name,
  productClass: product.class,
  tenorMinMonths: product.tenorMinMonths,
  costsBp: product.costsBp,
}

function selectLeads(db: Database) {
  return db
    .select(lead)
    .from(match)
    .innerJoin(need, eq(need.id, match.needId))
    .innerJoin(product, eq(product.id, match.productId))
}

type LeadRow = Awaited<ReturnType<typeof selectLeads>>[number]

/** The teaser and the masked rows: nothing else of a company leaves here before consent. */
function shown({ tenorMinMonths, costsBp, ...row }: LeadRow, taken: number) {
  if (!row.teaser) throw new Error(`need ${row.needId} is published without a teaser`)
  return {
    ...row,
    teaser: asLeadTells(row.teaser, row.openFen),
    rows: maskLeadRows(row.rows),
    record: maskRecord(row.record, row.teaser),
    /** What one's own product costs at the tenor that is asked for, in bp; null where no price is compared. */
    allInBp: costAt({ tenorMinMonths, costsBp }, row.teaser.tenorMonths),
    seatsTaken: taken,
    seatsFree: seatsFree(taken),
  }
}

/** Leads of one's own products, best fit first, a page by key. A need that fits several products is one row, its best. */
export async function listLeads(
  { db, actor, now }: Context<FinancierActor>,
  filter: LeadList,
  cursor: LeadCursor | null,
) {
  const best = db
    .selectDistinctOn([match.needId], { id: match.id })
    .from(match)
    .innerJoin(need, eq(need.id, match.needId))
    .innerJoin(product, eq(product.id, match.productId))
    .where(
      and(
        isLeadOf(actor),
        narrowed(filter, now),
        filter.passed ? isNotNull(match.passedAt) : isNull(match.passedAt),
      ),
    )
    .orderBy(match.needId, desc(match.leadFit), asc(match.id))
  const rows = await selectLeads(db)
    .where(
      and(
        inArray(match.id, best),
        cursor
          ? or(
              lt(match.leadFit, cursor.fit),
              and(eq(match.leadFit, cursor.fit), gt(match.id, cursor.id)),
            )
          : undefined,
      ),
    )
    .orderBy(desc(match.leadFit), asc(match.id))
    .limit(LEADS_A_PAGE + 1)
  const taken = await countSeatsTaken(
    db,
    rows.map(({ needId }) => needId),
  )
  return rows.map((row) => shown(row, taken.get(row.needId) ?? 0))
}

export type Lead = Awaited<ReturnType<typeof listLeads>>[number]

/** How many needs the list holds. */
export async function countLeads(
  { db, actor, now }: Context<FinancierActor>,
  filter: LeadList,
): Promise<number> {
  const [row] = await db
    .select({ needs: sql<number>`count(distinct ${match.needId})::int` })
    .from(match)
    .innerJoin(need, eq(need.id, match.needId))
    .innerJoin(product, eq(product.id, match.productId))
    .where(
      and(
        isLeadOf(actor),
        narrowed(filter, now),
        filter.passed ? isNotNull(match.passedAt) : isNull(match.passedAt),
      ),
    )
  return row?.needs ?? 0
}

/** How many leads each tab of the list holds, saved views among them: one pass over the leads, however many tabs. */
export async function countLeadTabs(
  { db, actor, now }: Context<FinancierActor>,
  views: readonly { id: string; filter: LeadFilter }[] = [],
) {
  const needs = sql`count(distinct ${match.needId})`
  const open = sql`${match.passedAt} is null`
  const inView = ({ passed, ...filter }: LeadFilter) =>
    sql<number>`${needs} filter (where ${and(passed ? sql`not ${open}` : open, narrowed(filter, now))})::int`
  const leads = () =>
    db
      .select({
        all: sql<number>`${needs} filter (where ${open})::int`,
        today: sql<number>`${needs} filter (where ${and(open, isForToday(now))})::int`,
        whiteListed: sql<number>`${needs} filter (where ${open} and (${need.teaser}->>'whiteListed')::boolean)::int`,
        passed: sql<number>`${needs} filter (where not ${open})::int`,
        views: sql<number[]>`array[${sql.join(
          views.map(({ filter }) => inView(filter)),
          sql`, `,
        )}]::int[]`,
        productId: product.id,
        productName: product.name,
      })
      .from(match)
      .innerJoin(need, eq(need.id, match.needId))
      .innerJoin(product, eq(product.id, match.productId))
      .where(isLeadOf(actor))
  const rows = await leads().groupBy(sql`grouping sets ((), (${product.id}, ${product.name}))`)
  const total = rows.find((row) => (row.productId as string | null) === null)
  return {
    all: total?.all ?? 0,
    today: total?.today ?? 0,
    whiteListed: total?.whiteListed ?? 0,
    passed: total?.passed ?? 0,
    views: new Map(views.map(({ id }, place) => [id, total?.views[place] ?? 0])),
    products: rows
      .filter((row) => (row.productId as string | null) !== null && row.all > 0)
      .map(({ productId: id, productName: name, all: leads }) => ({ id, name, leads }))
      .toSorted((a, b) => b.leads - a.leads || (a.id < b.id ? -1 : 1)),
  }
}

/** One lead of one's own, also when it has been passed over; null once it is none. */
export async function findLead(
  { db, actor }: Context<FinancierActor>,
  matchId: string,
): Promise<Lead | null> {
  const [row] = await selectLeads(db).where(and(eq(match.id, matchId), isLeadOf(actor)))
  if (!row) return null
  const taken = await countSeatsTaken(db, [row.needId])
  return shown(row, taken.get(row.needId) ?? 0)
}

/** The other products of this financier that fit the same need. */
export function listOtherFits(
  { db, actor }: Context<FinancierActor>,
  needId: string,
  exceptMatchId: string,
) {
  return db
    .select({ id: match.id, fit: match.leadFit, productName: product.name, productId: product.id })
    .from(match)
    .innerJoin(need, eq(need.id, match.needId))
    .innerJoin(product, eq(product.id, match.productId))
    .where(and(eq(match.needId, needId), isLeadOf(actor), sql`${match.id} <> ${exceptMatchId}`))
    .orderBy(desc(match.leadFit), asc(match.id))
}
