import type { OfficialActor } from '../actor'
import type { Context } from '../context'
import { findLastPosition } from '../ledger/positions'
import { ok, type Result } from '../result'
import { composeReport, type ComposeRefusal } from './compose-report'
import { findEditionBefore, type ReportRow } from './lock-report'
import type { ReportData } from './report'
import { figuresOf } from './seal-report'

/** What a report says: once proposed what was fixed then, and of a draft what it would be now. */
export async function previewReport(
  { db, actor, now }: Context<OfficialActor>,
  report: ReportRow,
): Promise<Result<ReportData, ComposeRefusal>> {
  if (report.data) return ok(report.data)
  const composed = await composeReport(db, report, await findLastPosition(db))
  if (!composed.ok) return composed
  const earlier = await findEditionBefore(db, report.month, report.edition)
  return ok({
    ...composed.value,
    revises: earlier && { edition: earlier.edition, totals: figuresOf(earlier.totals) },
    ...{ publication: null, root: '', agreed: null },
    proposed: { by: actor.personName, at: now.toISOString() },
  })
}
