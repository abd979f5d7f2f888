import { and, desc, eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { report } from '@/db/schema'
import type { WhyNotOfficial } from '../actor'
import { ok, refused, type Result } from '../result'
import type { ReportState, ReportData } from './report'

export type ReportRow = typeof report.$inferSelect
export type ReportRefusal =
  WhyNotOfficial | 'scope-not-city' | 'not-found' | 'wrong-state' | 'report-changed'

/** A report in a state, locked, as it was read. */
export async function lockReport(
  tx: Database,
  reportId: string,
  from: readonly ReportState[],
  version: number | null,
): Promise<Result<ReportRow, ReportRefusal>> {
  const [found] = await tx.select().from(report).where(eq(report.id, reportId)).for('update')
  if (!found) return refused('not-found')
  if (!from.includes(found.state)) return refused('wrong-state', { state: found.state })
  return version === null || found.version === version ? ok(found) : refused('report-changed')
}

/** What the edition before said, which a revision stands beside. */
export async function findEditionBefore(
  tx: Database,
  month: number,
  edition: number,
): Promise<ReportData | null> {
  const [found] = await tx
    .select({ data: report.data })
    .from(report)
    .where(and(eq(report.month, month), eq(report.edition, edition - 1)))
    .orderBy(desc(report.edition))
  return found?.data ?? null
}
