import { eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { report } from '@/db/schema'
import { whyNotOfCity, type OfficialActor } from '../actor'
import { lockName, transact, type Context } from '../context'
import { recordEvent } from '../event/record-event'
import { findPublicationOf, readWindow } from '../publication/queries'
import { publishMonths } from '../publication/publish-month'
import { judgeRevision, publishRevision } from '../publication/revise-year'
import { ok, refused, type Result } from '../result'
import { monthsToPublish, yearTo } from './compose-report'
import { canonical, dataDigest } from './digest'
import { lockReport, type ReportRefusal, type ReportRow } from './lock-report'
import type { ReportData } from './report'
import { readRoot } from './sealed-rows'
import { figuresOf, SEAL_TIMEOUT } from './seal-report'

export type AgreeReportRefusal = ReportRefusal | 'second-official' | 'ledger-altered'

const isSame = (a: unknown, b: unknown) => canonical(a) === canonical(b)

/** Publishes what a report says; null where the ledger no longer gives it, which only a change behind its back can do. */
async function publish(
  tx: Database,
  { month, edition, position }: ReportRow,
  data: ReportData,
  at: Date,
): Promise<number | null> {
  const known = position ?? 0
  if (edition > 1) {
    const revised = await judgeRevision(tx, month, known)
    if (!revised.ok || !isSame(revised.value, figuresOf(data.totals))) return null
    await publishRevision(tx, { month, edition, position: known, at, totals: revised.value })
    return (await findPublicationOf(tx, month))?.number ?? null
  }
  const months = await monthsToPublish(tx, month)
  if (!months) return null
  const number = await publishMonths(
    tx,
    months.map((one) => ({ month: one, at, position: known })),
  )
  const window = await readWindow(tx, yearTo(month))
  return isSame(window?.totals, data.totals) ? number : null
}

/** A second statistician of the city agrees to what it has read: the report is sealed, and its month published by that. */
export async function agreeReport(
  context: Context<OfficialActor>,
  reportId: string,
  version: number,
): Promise<Result<string, AgreeReportRefusal>> {
  const { actor, now } = context
  const no = whyNotOfCity(actor, 'statistician')
  if (no) return refused(no)
  return transact<string, AgreeReportRefusal>(context, async (tx) => {
    await lockName(tx, 'report')
    await tx.execute(`set local statement_timeout = '${SEAL_TIMEOUT}'`)
    const found = await lockReport(tx, reportId, ['proposed'], version)
    if (!found.ok) return found
    const { data, savedByMemberId, proposedByMemberId, month, position } = found.value
    if ([savedByMemberId, proposedByMemberId].includes(actor.memberId))
      return refused('second-official')
    if (!data) throw new Error('a proposed report has no data')
    const root = await readRoot(tx, yearTo(month), position ?? 0)
    const number = root === data.root ? await publish(tx, found.value, data, now) : null
    if (number === null) return refused('ledger-altered')
    const agreed = { by: actor.personName, at: now.toISOString() }
    const sealed: ReportData = { ...data, publication: number, agreed }
    await tx
      .update(report)
      .set({
        ...{ state: 'sealed', version: version + 1, data: sealed, digest: dataDigest(sealed) },
        ...{ sealedAt: now, sealedByMemberId: actor.memberId },
      })
      .where(eq(report.id, reportId))
    await recordEvent(tx, context, 'report.sealed', reportId)
    return ok(reportId)
  })
}
