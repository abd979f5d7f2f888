import { and, asc, desc, eq, exists, inArray, sql } from 'drizzle-orm'
import { doubt, doubtRow, member, service } from '@/db/schema'
import type { OfficialActor } from '../actor'
import { noteLooks } from '../consent/note-looks'
import type { Context } from '../context'
import { company, financier, serviceFacts } from '../ledger/queries'
import { isServiceOf } from '../ledger/service-of'
import type { DoubtState } from './doubt'

const DOUBTS_LISTED = 100
/** Of one doubt: a batch may have thousands. */
const ROWS_LISTED = 100

const doubtFacts = {
  doubt,
  decidedBy: member.name,
  rows: sql<number>`(select count(*)::int from ${doubtRow} r where r.doubt_id = ${doubt.id})`,
}
const inOrder = [asc(service.happenedOn), asc(service.recordedAt), asc(service.id)]

/** Rows of several financiers and places at once: read by officials of the whole city. */
export const readsDoubts = ({ scope }: OfficialActor) => scope.city

/** Doubts that wait, the oldest first, or those decided, the last first; each with the first of its rows. At most a hundred. */
export async function listDoubts(context: Context<OfficialActor>, isOpen: boolean) {
  if (!readsDoubts(context.actor)) return []
  const { db } = context
  const found = await db
    .select(doubtFacts)
    .from(doubt)
    .leftJoin(member, eq(member.id, doubt.decidedByMemberId))
    .where(inArray(doubt.state, isOpen ? ['open'] : ['right', 'mended']))
    .orderBy(...(isOpen ? [asc(doubt.foundAt)] : [desc(doubt.decidedAt)]), asc(doubt.id))
    .limit(DOUBTS_LISTED)
  const firsts = await db
    .selectDistinctOn([doubtRow.doubtId], { doubtId: doubtRow.doubtId, ...serviceFacts })
    .from(doubtRow)
    .innerJoin(service, eq(service.id, doubtRow.serviceId))
    .innerJoin(company, eq(company.id, service.companyId))
    .innerJoin(financier, eq(financier.id, service.financierId))
    .where(
      inArray(
        doubtRow.doubtId,
        found.map((one) => one.doubt.id),
      ),
    )
    .orderBy(doubtRow.doubtId, ...inOrder)
  await noteLooks(
    context,
    firsts.map(({ companyId }) => companyId),
    ['identity', 'service'],
    'list',
  )
  const firstOf = new Map(firsts.map((first) => [first.doubtId, first]))
  return found.flatMap((one) => {
    const first = firstOf.get(one.doubt.id)
    return first ? [{ ...one, first }] : []
  })
}

/** How many wait, and how many were decided. */
export async function countDoubts({ db, actor }: Context<OfficialActor>) {
  if (!readsDoubts(actor)) return { open: 0, decided: 0 }
  const [counts] = await db
    .select({
      open: sql<number>`count(*) filter (where ${doubt.state} = 'open')::int`,
      decided: sql<number>`count(*) filter (where ${doubt.state} <> 'open')::int`,
    })
    .from(doubt)
  return counts ?? { open: 0, decided: 0 }
}

/** One doubt with the first of its rows; null where it is not the official's to read. */
export async function findDoubt(context: Context<OfficialActor>, id: string) {
  const { db, actor } = context
  if (!readsDoubts(actor)) return null
  const [found] = await db
    .select(doubtFacts)
    .from(doubt)
    .leftJoin(member, eq(member.id, doubt.decidedByMemberId))
    .where(eq(doubt.id, id))
  if (!found) return null
  const services = await db
    .select(serviceFacts)
    .from(doubtRow)
    .innerJoin(service, eq(service.id, doubtRow.serviceId))
    .innerJoin(company, eq(company.id, service.companyId))
    .innerJoin(financier, eq(financier.id, service.financierId))
    .where(eq(doubtRow.doubtId, id))
    .orderBy(...inOrder)
    .limit(ROWS_LISTED)
  await noteLooks(
    context,
    services.map(({ companyId }) => companyId),
    ['identity', 'service'],
    'page',
  )
  return { ...found, services }
}

/** What is or was doubted of one row that the official may read; whoever reads doubts may open it. */
export async function listDoubtsOf({ db, actor }: Context<OfficialActor>, serviceId: string) {
  const found = await db
    .select({
      id: doubt.id,
      kind: doubt.kind,
      state: sql<DoubtState>`${doubt.state}`,
      note: doubt.note,
      decidedAt: doubt.decidedAt,
      decidedBy: member.name,
      rows: doubtFacts.rows,
    })
    .from(doubtRow)
    .innerJoin(doubt, eq(doubt.id, doubtRow.doubtId))
    .leftJoin(member, eq(member.id, doubt.decidedByMemberId))
    .where(
      and(
        eq(doubtRow.serviceId, serviceId),
        exists(
          db
            .select({ one: sql`1` })
            .from(service)
            .where(and(eq(service.id, serviceId), isServiceOf(actor))),
        ),
      ),
    )
    .orderBy(asc(doubt.foundAt), asc(doubt.id))
  return found.map((one) => ({ ...one, isOpenable: readsDoubts(actor) }))
}
