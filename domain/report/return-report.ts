import { eq } from 'drizzle-orm'
import { report } from '@/db/schema'
import { whyNotOfCity, type OfficialActor } from '../actor'
import { transact, type Context } from '../context'
import { recordEvent } from '../event/record-event'
import { ok, refused, type Result } from '../result'
import { lockReport, type ReportRefusal } from './lock-report'

/** A proposed report is a draft again, with why: another does not agree, or its writer takes it back. */
export async function returnReport(
  context: Context<OfficialActor>,
  reportId: string,
  why: string,
): Promise<Result<string, ReportRefusal>> {
  const no = whyNotOfCity(context.actor, 'statistician')
  if (no) return refused(no)
  return transact<string, ReportRefusal>(context, async (tx) => {
    const found = await lockReport(tx, reportId, ['proposed'], null)
    if (!found.ok) return found
    await tx
      .update(report)
      .set({
        ...{ state: 'draft', version: found.value.version + 1, returnedWhy: why },
        ...{ position: null, data: null, proposedAt: null, proposedByMemberId: null },
      })
      .where(eq(report.id, reportId))
    await recordEvent(tx, context, 'report.returned', reportId)
    return ok(reportId)
  })
}
