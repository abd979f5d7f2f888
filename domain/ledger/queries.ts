import { and, asc, desc, eq, inArray, lt, or, sql, type SQL } from 'drizzle-orm'
import { alias, type AnyPgColumn } from 'drizzle-orm/pg-core'
import type { Database } from '@/db/client'
import {
  contact,
  event,
  introduction,
  member,
  need,
  offer,
  organisation,
  service,
  serviceMark,
} from '@/db/schema'
import type { CompanyActor, FinancierActor, OfficialActor } from '../actor'
import { dayOf, type Day } from '../calendar/calendar'
import { mayRead } from '../consent/in-force'
import { noteListed } from '../consent/note-looks'
import type { Context } from '../context'
import { evidenced } from './conditions'
import { isServiceOf } from './service-of'

export const SERVICES_A_PAGE = 50
export const company = alias(organisation, 'company')
export const financier = alias(organisation, 'financier')

export const serviceFacts = {
  id: service.id,
  companyId: service.companyId,
  companyName: company.name,
  companyUscc: company.uscc,
  financierId: service.financierId,
  financierName: financier.name,
  financierKind: service.financierKind,
  rung: service.rung,
  class: service.class,
  contractNo: service.contractNo,
  happenedOn: service.happenedOn,
  amountFen: service.amountFen,
  rateBp: service.rateBp,
  tenorMonths: service.tenorMonths,
  district: service.district,
  zone: service.zone,
  chains: service.chains,
  whiteListed: service.whiteListed,
  source: service.source,
  state: service.state,
  recordedAt: service.recordedAt,
  confirmDueAt: service.confirmDueAt,
  introductionId: service.introductionId,
  evidenced: sql<boolean>`${evidenced(null)}`,
}

/** Where a page of the ledger goes on: the day and id of its last row. */
export interface ServiceCursor {
  happenedOn: string
  id: string
}

export function isAfter(cursor: ServiceCursor | null) {
  return cursor
    ? or(
        lt(service.happenedOn, cursor.happenedOn),
        and(eq(service.happenedOn, cursor.happenedOn), lt(service.id, cursor.id)),
      )
    : undefined
}

const whyVoided = (rowId: SQL | AnyPgColumn) =>
  sql<
    string | null
  >`(select ${serviceMark.words} from ${serviceMark} where ${serviceMark.serviceId} = ${rowId} and ${serviceMark.state} = 'voided' order by ${serviceMark.id} desc limit 1)`

/** The row before and the row after a correction, and why: whoever reads one of the two reads of the other. */
const correction = {
  correctsId: service.correctsId,
  /** Why the row that this one corrects was taken out. */
  correctsWhy: whyVoided(service.correctsId),
  /** The row that took this one's place. */
  correctedById: sql<
    string | null
  >`(select later.id from ${service} as later where later.corrects_id = ${service.id} limit 1)`,
  /** Why this one was taken out. */
  voidedWhy: whyVoided(service.id),
}

/** Services told of one's own company, those that wait for its word first. */
export function listOwnServices({ db, actor }: Context<CompanyActor>) {
  return db
    .select({ ...serviceFacts, ...correction })
    .from(service)
    .innerJoin(company, eq(company.id, service.companyId))
    .innerJoin(financier, eq(financier.id, service.financierId))
    .where(isServiceOf(actor))
    .orderBy(
      sql`${service.state} in ('reported', 'unconfirmed') desc`,
      desc(service.happenedOn),
      desc(service.id),
    )
    .limit(200)
}

/**
 * What a financier reads of its own rows: not the company's place and standing, which the ledger keeps for itself. Of a
 * row that came about here the name is read only while the company lets it; of one from elsewhere it told us itself.
 */
const reportedRow = (today: Day) => ({
  id: service.id,
  companyId: service.companyId,
  companyName: sql<
    string | null
  >`case when ${service.source} <> 'platform' or ${mayRead(service.introductionId, 'identity', today)} then ${company.name} end`,
  rung: service.rung,
  class: service.class,
  contractNo: service.contractNo,
  happenedOn: service.happenedOn,
  amountFen: service.amountFen,
  rateBp: service.rateBp,
  tenorMonths: service.tenorMonths,
  secures: service.secures,
  source: service.source,
  state: service.state,
  recordedAt: service.recordedAt,
  introductionId: service.introductionId,
  ...correction,
})

/** Rows that a financier reported; each name that came about here is a look, one from elsewhere it told us itself. */
function readReported(
  context: Context<FinancierActor>,
  where: SQL | undefined,
  most: number = SERVICES_A_PAGE + 1,
) {
  return context.db.transaction(async (tx) => {
    const rows = await tx
      .select(reportedRow(dayOf(context.now)))
      .from(service)
      .innerJoin(company, eq(company.id, service.companyId))
      .where(and(isServiceOf(context.actor), where))
      .orderBy(desc(service.happenedOn), desc(service.id))
      .limit(most)
    await noteListed(
      tx,
      context,
      rows.filter(({ source }) => source === 'platform'),
    )
    return rows.map(({ companyId: _company, ...row }) => row)
  })
}

/** What the financier itself reported, newest first. */
export function listReportedServices(
  context: Context<FinancierActor>,
  cursor: ServiceCursor | null,
) {
  return readReported(context, isAfter(cursor))
}

/** One row that this financier reported, with what was said of it since; null when it is somebody else's. */
export async function findReportedService(context: Context<FinancierActor>, serviceId: string) {
  const [found] = await readReported(context, eq(service.id, serviceId), 1)
  if (!found) return null
  return { ...found, marks: await listMarks(context.db, serviceId) }
}

function listMarks(db: Database, serviceId: string) {
  return db
    .select({
      state: serviceMark.state,
      at: serviceMark.at,
      words: serviceMark.words,
      by: member.name,
      rightAmountFen: serviceMark.rightAmountFen,
    })
    .from(serviceMark)
    .leftJoin(member, eq(member.id, serviceMark.memberId))
    .where(eq(serviceMark.serviceId, serviceId))
    .orderBy(asc(serviceMark.id))
}

/** One row of the ledger with its evidence: its marks, its offer, its contacts and the moments it came by. */
export async function findServiceInScope({ db, actor }: Context<OfficialActor>, serviceId: string) {
  const [found] = await db
    .select({
      ...serviceFacts,
      ...correction,
      voucher: service.voucher,
      secures: service.secures,
      firstLoan: service.firstLoan,
      qualifications: service.qualifications,
      recordedBy: member.name,
    })
    .from(service)
    .innerJoin(company, eq(company.id, service.companyId))
    .innerJoin(financier, eq(financier.id, service.financierId))
    .leftJoin(member, eq(member.id, service.recordedByMemberId))
    .where(and(eq(service.id, serviceId), isServiceOf(actor)))
  if (!found) return null
  const marks = await listMarks(db, serviceId)
  const [path] = found.introductionId
    ? await db
        .select({
          introduction,
          needCode: need.code,
          needId: need.id,
          needPublishedAt: need.publishedAt,
        })
        .from(introduction)
        .innerJoin(need, eq(need.id, introduction.needId))
        .where(eq(introduction.id, found.introductionId))
    : []
  const contacts = found.introductionId
    ? await db
        .select({
          kind: contact.kind,
          contactedOn: contact.contactedOn,
          recordedAt: contact.recordedAt,
        })
        .from(contact)
        .where(eq(contact.introductionId, found.introductionId))
        .orderBy(asc(contact.contactedOn))
    : []
  const [accepted] = found.introductionId
    ? await db
        .select()
        .from(offer)
        .where(and(eq(offer.introductionId, found.introductionId), eq(offer.state, 'accepted')))
    : []
  const events = await db
    .select({ id: event.id, type: event.type, at: event.at, by: member.name })
    .from(event)
    .leftJoin(member, eq(member.id, event.memberId))
    .where(
      inArray(event.subjectId, [
        ...(await listCorrected(db, serviceId)),
        ...(found.introductionId ? [found.introductionId] : []),
      ]),
    )
    .orderBy(asc(event.at))
  return { ...found, marks, path: path ?? null, contacts, offer: accepted ?? null, events }
}

/** How many rows in scope wait for a statistician to decide a dispute. */
export async function countDisputedInScope({ db, actor }: Context<OfficialActor>): Promise<number> {
  return db.$count(service, and(eq(service.state, 'disputed'), isServiceOf(actor)))
}

/** A row, and those that it has corrected in turn: their history is its own. */
async function listCorrected(db: Database, serviceId: string): Promise<string[]> {
  const { rows } = await db.execute<{ id: string }>(sql`
    with recursive row as (
      select id, corrects_id from ${service} where id = ${serviceId}::uuid
      union select before.id, before.corrects_id from ${service} as before join row on before.id = row.corrects_id
    ) select id from row`)
  return rows.map(({ id }) => id)
}

/** Rows in scope whose company says otherwise, oldest first; `ofAll` counts those not listed too. */
export function listDisputedInScope({ db, actor }: Context<OfficialActor>, most: number) {
  return db
    .select({
      id: service.id,
      companyName: organisation.name,
      contractNo: service.contractNo,
      happenedOn: service.happenedOn,
      amountFen: service.amountFen,
      recordedAt: service.recordedAt,
      ofAll: sql<number>`count(*) over ()::int`,
    })
    .from(service)
    .innerJoin(organisation, eq(organisation.id, service.companyId))
    .where(and(eq(service.state, 'disputed'), isServiceOf(actor)))
    .orderBy(asc(service.recordedAt), asc(service.id))
    .limit(most)
}
