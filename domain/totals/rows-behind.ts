/** The rows behind a figure: every figure of a question names a set of rows, and opens exactly these. */
import { and, desc, eq, inArray, lt, or, sql, type SQL } from 'drizzle-orm'
import { organisation, service } from '@/db/schema'
import type { OfficialActor } from '../actor'
import { noteLooks } from '../consent/note-looks'
import type { Context } from '../context'
import {
  disputed,
  evidenced,
  firstInLife,
  inDoubt,
  isFinancing,
  known,
  stateAsOf,
} from '../ledger/conditions'
import type { ServiceState } from '../ledger/ledger'
import {
  company,
  financier,
  isAfter,
  serviceFacts,
  SERVICES_A_PAGE,
  type ServiceCursor,
} from '../ledger/queries'
import { rowsAsked, rowsCounted, rowsOfMoney, rowsRated } from './question'
import type { CompanySet, Question, RowSet } from './totals'

/** Rows of one set and not of another. */
function isBut(set: SQL | undefined, other: SQL | undefined): SQL | undefined {
  return and(set, sql`(${other}) is not true`)
}

/** The WHERE of one set of a question. */
function rowsBehind(
  context: Context<OfficialActor>,
  question: Question,
  set: RowSet,
): SQL | undefined {
  const { asOf } = question
  const asked = rowsAsked(context, question)
  const counts = rowsCounted(context, question)
  const drawn = (of: Question) => and(rowsOfMoney(context, of, 6), isFinancing)
  switch (set) {
    case 'counted':
      return counts
    case 'drawn':
      return drawn(question)
    case 'granted':
      return and(rowsOfMoney(context, question, 5), isFinancing)
    case 'rated':
      return rowsRated(context, question)
    case 'first-loans':
      return and(counts, firstInLife(asOf))
    case 'disputed':
      return and(eq(service.rung, question.definition.rung), asked, disputed(asOf))
    case 'late':
      return isBut(rowsCounted(context, { ...question, asOf: null }), counts)
    case 'gone':
      return isBut(counts, rowsCounted(context, { ...question, asOf: null }))
    case 'drawn-late':
      return isBut(drawn({ ...question, asOf: null }), drawn(question))
    case 'drawn-gone':
      return isBut(drawn(question), drawn({ ...question, asOf: null }))
    case 'all':
      return and(asked, known(asOf))
  }
}

export interface RowsCount {
  rows: number
  companies: number
  /** Fen of the rows that are financing, each rung on its own column elsewhere: only for sets of one rung. */
  amountFen: number
}

/** How many rows a set has, of how many companies, and their money. */
export async function countRowsBehind(
  context: Context<OfficialActor>,
  question: Question,
  set: RowSet,
): Promise<RowsCount> {
  const [row] = await context.db
    .select({
      rows: sql<number>`count(*)::int`,
      companies: sql<number>`count(distinct ${service.companyId})::int`,
      amountFen:
        sql<number>`coalesce(sum(${service.amountFen}) filter (where ${isFinancing}), 0)`.mapWith(
          Number,
        ),
    })
    .from(service)
    .where(rowsBehind(context, question, set))
  return row ?? { rows: 0, companies: 0, amountFen: 0 }
}

export const COMPANIES_A_PAGE = 50
/** Where a page of companies goes on: the last day and the id of its last company. */
export interface CompanyCursor {
  lastOn: string
  id: string
}

function companiesWhere(context: Context<OfficialActor>, question: Question, set: CompanySet) {
  return rowsBehind(context, question, set === 'first-loans' ? 'first-loans' : 'counted')
}

function companiesHaving(question: Question, set: CompanySet): SQL | undefined {
  const proven = sql`bool_or(${evidenced(question.asOf)})`
  if (set === 'evidenced') return proven
  return set === 'declared' ? sql`not ${proven}` : undefined
}

/** The companies behind a figure, last served first: each once, with its rows and its money; a page by key. */
export async function listCompaniesServed(
  context: Context<OfficialActor>,
  question: Question,
  set: CompanySet,
  cursor: CompanyCursor | null,
  way: 'list' | 'file' = 'list',
) {
  const { db } = context
  const lastOn = sql<string>`max(${service.happenedOn})::text`
  const companies = await db
    .select({
      id: service.companyId,
      companyTimes: sql<number>`count(*)::int`,
      financiers: sql<number>`count(distinct ${service.financierId})::int`,
      lastOn,
    })
    .from(service)
    .where(companiesWhere(context, question, set))
    .groupBy(service.companyId)
    .having(
      and(
        companiesHaving(question, set),
        cursor
          ? or(
              lt(lastOn, cursor.lastOn),
              and(eq(lastOn, cursor.lastOn), lt(service.companyId, cursor.id)),
            )
          : undefined,
      ),
    )
    .orderBy(desc(lastOn), desc(service.companyId))
    .limit(COMPANIES_A_PAGE + 1)
  if (companies.length === 0) return []
  const ids = companies.map(({ id }) => id)
  const names = await db
    .select({
      id: organisation.id,
      name: organisation.name,
      uscc: organisation.uscc,
      district: organisation.district,
      zone: organisation.zone,
    })
    .from(organisation)
    .where(inArray(organisation.id, ids))
  const money = await db
    .select({
      id: service.companyId,
      drawnFen: sql<number>`sum(${service.amountFen})`.mapWith(Number),
    })
    .from(service)
    .where(and(rowsBehind(context, question, 'drawn'), inArray(service.companyId, ids)))
    .groupBy(service.companyId)
  await noteLooks(context, ids.slice(0, COMPANIES_A_PAGE), ['identity', 'service'], way)
  const named = new Map(names.map((one) => [one.id, one]))
  const drawn = new Map(money.map(({ id, drawnFen }) => [id, drawnFen]))
  return companies.flatMap((row) => {
    const name = named.get(row.id)
    return name ? [{ ...row, ...name, drawnFen: drawn.get(row.id) ?? 0 }] : []
  })
}

export type CompanyServed = Awaited<ReturnType<typeof listCompaniesServed>>[number]

/** How many companies a set has: the figure that opens them. */
export async function countCompaniesServed(
  context: Context<OfficialActor>,
  question: Question,
  set: CompanySet,
): Promise<number> {
  const { db } = context
  const companies = db
    .select({ id: service.companyId })
    .from(service)
    .where(companiesWhere(context, question, set))
    .groupBy(service.companyId)
    .having(companiesHaving(question, set))
    .as('companies')
  const [row] = await db.select({ companies: sql<number>`count(*)::int` }).from(companies)
  return row?.companies ?? 0
}

/**
 * The rows behind a figure, newest first, a page by key. An official sees those in scope, in the state they had at the
 * question's moment.
 */
export async function listServicesInScope(
  context: Context<OfficialActor>,
  question: Question,
  set: RowSet,
  cursor: ServiceCursor | null,
  { most, way }: { most: number; way: 'list' | 'file' } = { most: SERVICES_A_PAGE, way: 'list' },
) {
  const { asOf } = question
  const rows = await context.db
    .select({
      ...serviceFacts,
      voucher: service.voucher,
      stateThen: sql<ServiceState>`${stateAsOf(asOf)}`,
      inDoubt,
      evidenced: sql<boolean>`${evidenced(asOf)}`,
    })
    .from(service)
    .innerJoin(company, eq(company.id, service.companyId))
    .innerJoin(financier, eq(financier.id, service.financierId))
    .where(and(rowsBehind(context, question, set), isAfter(cursor)))
    .orderBy(desc(service.happenedOn), desc(service.id))
    .limit(most + 1)
  const shown = rows.slice(0, most).map(({ companyId }) => companyId)
  await noteLooks(context, shown, ['identity', 'service'], way)
  return rows
}

export type ServiceListRow = Awaited<ReturnType<typeof listServicesInScope>>[number]
