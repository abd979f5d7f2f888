import { eq } from 'drizzle-orm'
import { report } from '@/db/schema'
import { whyNotOfCity, type OfficialActor } from '../actor'
import { transact, type Context } from '../context'
import { recordEvent } from '../event/record-event'
import { ok, refused, type Result } from '../result'
import { lockReport, type ReportRefusal } from './lock-report'

/** A draft that is not to be sealed is deleted. */
export async function discardReport(
  context: Context<OfficialActor>,
  reportId: string,
): Promise<Result<string, ReportRefusal>> {
  const no = whyNotOfCity(context.actor, 'statistician')
  if (no) return refused(no)
  return transact<string, ReportRefusal>(context, async (tx) => {
    const found = await lockReport(tx, reportId, ['draft'], null)
    if (!found.ok) return found
    await tx.delete(report).where(eq(report.id, reportId))
    await recordEvent(tx, context, 'report.discarded', reportId)
    return ok(reportId)
  })
}
