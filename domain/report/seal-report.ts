import { eq } from 'drizzle-orm'
import { report } from '@/db/schema'
import { whyNotOfCity, type OfficialActor } from '../actor'
import { lockName, transact, type Context } from '../context'
import { recordEvent } from '../event/record-event'
import { findLastPosition } from '../ledger/positions'
import { ok, refused, type Result } from '../result'
import { composeReport, yearTo, type ComposeRefusal } from './compose-report'
import { findEditionBefore, lockReport, type ReportRefusal } from './lock-report'
import type { ReportData } from './report'
import { findDifferences, keepHashes, readRoot } from './sealed-rows'

export type SealReportRefusal = ReportRefusal | ComposeRefusal | 'ledger-altered'

/** Many rows are hashed once. */
export const SEAL_TIMEOUT = '2min'

/** Figures of an edition as a later one names them. */
export function figuresOf(totals: ReportData['totals']) {
  return (
    totals && {
      companies: totals.companies,
      companyTimes: totals.companyTimes,
      drawnFen: totals.drawnFen,
    }
  )
}

/**
 * Proposes a report to be sealed: its figures are those of the ledger's position now, whatever comes later. Nothing is published
 * until another statistician agrees.
 */
export async function sealReport(
  context: Context<OfficialActor>,
  reportId: string,
  version: number,
): Promise<Result<string, SealReportRefusal>> {
  const { actor, now } = context
  const no = whyNotOfCity(actor, 'statistician')
  if (no) return refused(no)
  return transact<string, SealReportRefusal>(context, async (tx) => {
    await lockName(tx, 'report')
    await tx.execute(`set local statement_timeout = '${SEAL_TIMEOUT}'`)
    const found = await lockReport(tx, reportId, ['draft'], version)
    if (!found.ok) return found
    const { month, edition } = found.value
    const at = await findLastPosition(tx)
    const composed = await composeReport(tx, found.value, at)
    if (!composed.ok) return composed
    const period = yearTo(month)
    await keepHashes(tx, period, at.position)
    if ((await findDifferences(tx, period, at.position)).length > 0)
      return refused('ledger-altered')
    const earlier = await findEditionBefore(tx, month, edition)
    const data: ReportData = {
      ...composed.value,
      revises: earlier && { edition: earlier.edition, totals: figuresOf(earlier.totals) },
      publication: null,
      root: await readRoot(tx, period, at.position),
      proposed: { by: actor.personName, at: now.toISOString() },
      agreed: null,
    }
    await tx
      .update(report)
      .set({
        ...{ state: 'proposed', version: version + 1, returnedWhy: null },
        ...{ position: at.position, data, proposedAt: now, proposedByMemberId: actor.memberId },
      })
      .where(eq(report.id, reportId))
    await recordEvent(tx, context, 'report.proposed', reportId)
    return ok(reportId)
  })
}
