import { and, asc, desc, eq, exists, inArray, sql, type SQL } from 'drizzle-orm'
import { doubt, doubtRow, member, service } from '@/db/schema'
import type { OfficialActor } from '../actor'
import { noteLooks } from '../consent/note-looks'
import type { Context } from '../context'
import { company, financier, serviceFacts } from '../ledger/queries'
import { isServiceOf } from '../ledger/service-of'
import { doubtKinds, type DoubtKind, type DoubtState } from './doubt'

const DOUBTS_LISTED = 100
/** Of one doubt: a batch may have thousands. */
export const ROWS_LISTED = 100

function selectDoubts({ db }: Context<OfficialActor>, where: SQL | undefined) {
  return db
    .select({
      doubt,
      decidedBy: member.name,
      rows: sql<number>`(select count(*)::int from ${doubtRow} r where r.doubt_id = ${doubt.id})`,
    })
    .from(doubt)
    .leftJoin(member, eq(member.id, doubt.decidedByMemberId))
    .where(where)
}

/** Rows of several financiers and places at once: read by officials of the whole city. */
export const readsDoubts = ({ scope }: OfficialActor) => scope.city

export interface DoubtQuestion {
  kind: DoubtKind | null
  isOpen: boolean
}

/** Doubts that wait, the oldest first, or those decided, the last first; at most a hundred. */
export async function listDoubts(context: Context<OfficialActor>, question: DoubtQuestion) {
  if (!readsDoubts(context.actor)) return []
  const { isOpen, kind } = question
  return selectDoubts(
    context,
    and(
      inArray(doubt.state, isOpen ? ['open'] : ['right', 'mended']),
      kind ? eq(doubt.kind, kind) : undefined,
    ),
  )
    .orderBy(
      ...(isOpen ? [asc(doubt.foundAt), asc(doubt.id)] : [desc(doubt.decidedAt), asc(doubt.id)]),
    )
    .limit(DOUBTS_LISTED)
}

/** How many wait, by kind. */
export async function countDoubts({
  db,
  actor,
}: Context<OfficialActor>): Promise<Map<DoubtKind, number>> {
  if (!readsDoubts(actor)) return new Map()
  const rows = await db
    .select({ kind: doubt.kind, count: sql<number>`count(*)::int` })
    .from(doubt)
    .where(eq(doubt.state, 'open'))
    .groupBy(doubt.kind)
  const counts = new Map(rows.map(({ kind, count }) => [kind, count]))
  return new Map(
    doubtKinds.flatMap((kind) => (counts.has(kind) ? [[kind, counts.get(kind) ?? 0]] : [])),
  )
}

/** One doubt with the first of its rows; null where it is not the official's to read. */
export async function findDoubt(context: Context<OfficialActor>, id: string) {
  const { db, actor } = context
  if (!readsDoubts(actor)) return null
  const [found] = await selectDoubts(context, eq(doubt.id, id))
  if (!found) return null
  const services = await db
    .select(serviceFacts)
    .from(doubtRow)
    .innerJoin(service, eq(service.id, doubtRow.serviceId))
    .innerJoin(company, eq(company.id, service.companyId))
    .innerJoin(financier, eq(financier.id, service.financierId))
    .where(eq(doubtRow.doubtId, id))
    .orderBy(asc(service.happenedOn), asc(service.recordedAt), asc(service.id))
    .limit(ROWS_LISTED)
  await noteLooks(
    context,
    services.map(({ companyId }) => companyId),
    ['identity', 'service'],
    'page',
  )
  return { ...found, services }
}

/** What is doubted of one row, in whatever state; of a row that the official may read. */
export function listDoubtsOf({ db, actor }: Context<OfficialActor>, serviceId: string) {
  return db
    .select({
      id: doubt.id,
      kind: doubt.kind,
      state: sql<DoubtState>`${doubt.state}`,
      note: doubt.note,
      decidedAt: doubt.decidedAt,
      decidedBy: member.name,
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
}
