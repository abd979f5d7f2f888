import { desc, eq } from 'drizzle-orm'
import { report } from '@/db/schema'
import { whyNotOfCity, type OfficialActor } from '../actor'
import { dayOf, monthOf } from '../calendar/calendar'
import { lockName, transact, type Context } from '../context'
import { recordEvent } from '../event/record-event'
import { newId } from '../id'
import { ok, refused, type Result } from '../result'
import { monthsToPublish } from './compose-report'
import { lockReport, type ReportRefusal } from './lock-report'
import type { ReportNote } from './report'

export type SaveReportRefusal =
  ReportRefusal | 'month-not-ended' | 'month-not-next' | 'report-there' | 'revision-why'

/**
 * A statistician of the city drafts the report of a month that ended, the next that is to be published or, with why, a revision
 * of one that was; or changes the draft.
 */
export async function saveReport(
  context: Context<OfficialActor>,
  of: { month: number } | { id: string },
  note: ReportNote,
): Promise<Result<string, SaveReportRefusal>> {
  const { actor, now } = context
  const no = whyNotOfCity(actor, 'statistician')
  if (no) return refused(no)
  const saved = { ...note, savedAt: now, savedByMemberId: actor.memberId }
  return transact<string, SaveReportRefusal>(context, async (tx) => {
    if ('id' in of) {
      const found = await lockReport(tx, of.id, ['draft'], null)
      if (!found.ok) return found
      if (found.value.edition > 1 && note.noteZh === '') return refused('revision-why')
      const version = found.value.version + 1
      await tx
        .update(report)
        .set({ ...saved, version })
        .where(eq(report.id, of.id))
      await recordEvent(tx, context, 'report.saved', of.id)
      return ok(of.id)
    }
    const { month } = of
    if (month >= monthOf(dayOf(now))) return refused('month-not-ended')
    await lockName(tx, 'report')
    const [last] = await tx
      .select({ edition: report.edition, state: report.state })
      .from(report)
      .where(eq(report.month, month))
      .orderBy(desc(report.edition))
      .limit(1)
    if (last && last.state !== 'sealed') return refused('report-there')
    if (!last && !(await monthsToPublish(tx, month))) return refused('month-not-next')
    if (last && note.noteZh === '') return refused('revision-why')
    const id = newId()
    const edition = (last?.edition ?? 0) + 1
    await tx.insert(report).values({ ...saved, id, month, edition, state: 'draft' })
    await recordEvent(tx, context, 'report.saved', id)
    return ok(id)
  })
}
