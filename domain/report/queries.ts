import { and, asc, desc, eq, isNull, ne, sql, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Database } from '@/db/client'
import { event, member, report } from '@/db/schema'
import { whyNotOfCity, type OfficialActor } from '../actor'
import type { Context } from '../context'
import { dueAt } from '../publication/publication'
import { findNextMonth, listDueMonths } from '../publication/publish-month'
import { findPublication } from '../publication/queries'
import type { ReportRow } from './lock-report'
import type { ReportData } from './report'

/** A report as anyone may read it: never its position. */
export type SealedReport = Pick<ReportRow, 'id' | 'month' | 'edition'> & {
  data: ReportData
  digest: string
  sealedAt: Date
}

const isSealed = eq(report.state, 'sealed')

async function readSealed(
  db: Database,
  where: SQL | undefined,
  most?: number,
): Promise<SealedReport[]> {
  const { id, month, edition, data, digest, sealedAt } = report
  const rows = await db
    .select({ id, month, edition, data, digest, sealedAt })
    .from(report)
    .where(and(isSealed, where))
    .orderBy(desc(month), desc(edition))
    .limit(most ?? 1_000)
  return rows as SealedReport[]
}

/** The edition of a month that is named, or its last. */
export async function findSealed(
  db: Database,
  { month, edition }: { month: number; edition: number | null },
): Promise<SealedReport | null> {
  const own = and(
    eq(report.month, month),
    edition === null ? undefined : eq(report.edition, edition),
  )
  return (await readSealed(db, own, 1))[0] ?? null
}

export const findSealedById = async (db: Database, id: string) =>
  (await readSealed(db, eq(report.id, id), 1))[0] ?? null

/** Every edition of a month, the last first. */
export const listEditions = (db: Database, month: number) => readSealed(db, eq(report.month, month))

/** The last edition of each month, the latest month first. */
export async function listSealed(db: Database): Promise<SealedReport[]> {
  const all = await readSealed(db, undefined)
  return all.filter(({ month }, at) => all[at - 1]?.month !== month)
}

const saver = alias(member, 'saver')
const sealer = alias(member, 'sealer')

const withPeople = (db: Database) =>
  db
    .select({ report, savedBy: saver.name, sealedBy: sealer.name })
    .from(report)
    .innerJoin(saver, eq(saver.id, report.savedByMemberId))
    .leftJoin(sealer, eq(sealer.id, report.sealedByMemberId))

/** All reports as officials read them, the latest month first. */
export const listReports = ({ db }: Context<OfficialActor>) =>
  withPeople(db).orderBy(desc(report.month), desc(report.edition))

/** One report with who wrote and who sealed it, and what happened to it. */
export async function findReport({ db }: Context<OfficialActor>, id: string) {
  const [found] = await withPeople(db).where(eq(report.id, id))
  if (!found) return null
  const events = await db
    .select({ id: event.id, type: event.type, at: event.at, by: member.name })
    .from(event)
    .leftJoin(member, eq(member.id, event.memberId))
    .where(eq(event.subjectId, id))
    .orderBy(desc(event.at), desc(event.id))
  return { ...found, events }
}

/** The month whose report comes next, when it is due, and whether one has begun it. */
export async function findNextReport(db: Database, now: Date) {
  const due = await listDueMonths(db, now)
  const last = due.at(-1)
  const first = await findNextMonth(db)
  // Of the first report the last month that is due: it brings those before it.
  const isFirst = (await findPublication(db)) === null
  const month = isFirst && last ? Number(last.id) : first
  const [begun] = await db
    .select({ id: report.id, state: report.state })
    .from(report)
    .where(and(eq(report.month, month), ne(report.state, 'sealed')))
  return { month, dueAt: dueAt(month), isDue: last !== undefined, begun: begun ?? null }
}

/** Reports that wait for this official: proposed by others, to agree to. */
export function listReportsToAgree({ db, actor }: Context<OfficialActor>) {
  return db
    .select()
    .from(report)
    .where(
      and(
        eq(report.state, 'proposed'),
        ne(report.savedByMemberId, actor.memberId),
        ne(report.proposedByMemberId, actor.memberId),
        isNull(report.sealedAt),
        whyNotOfCity(actor, 'statistician') ? sql`false` : undefined,
      ),
    )
    .orderBy(asc(report.proposedAt))
}

/** The report that is due and nobody has begun, where it is this official's to write. */
export async function findDueReport({ db, actor, now }: Context<OfficialActor>) {
  if (whyNotOfCity(actor, 'statistician')) return null
  const next = await findNextReport(db, now)
  return next.isDue && !next.begun ? next : null
}
