import { eq, sql } from 'drizzle-orm'
import { importEntry, importRun } from '@/db/schema'
import { dropWaiting } from '../bank-file/waiting-codes'
import { addDays, dayOf } from '../calendar/calendar'
import { DAYS } from '../clock/clock'
import { transact, type Context } from '../context'
import { recordEvent } from '../event/record-event'
import { voidMany } from '../ledger/void-many'
import { ok, refused, type Result } from '../result'
import { lockImport, whyNotSend, type ImportSender, type MoveImportRefusal } from './lock-import'

export type UndoImportRefusal = MoveImportRefusal | 'undo-late'

/** As long as an import's own transaction may take. */
const STATEMENT_TIMEOUT = '2min'

/** The last day on which an import can be undone. */
export const undoUntil = (doneAt: Date) => addDays(dayOf(doneAt), DAYS.importUndo)

/**
 * Voids what an import wrote, as far as its sender may: a statistician all of it, a financier what is only reported. The
 * rest is counted and stays; rows that still wait for a verifier are gone.
 */
export async function undoImport(
  context: Context<ImportSender>,
  importId: string,
  why: string,
): Promise<Result<string, UndoImportRefusal>> {
  const no = whyNotSend(context.actor)
  if (no) return refused(no)
  const { now, actor } = context
  return transact<string, UndoImportRefusal>(context, async (tx) => {
    await tx.execute(sql.raw(`set local statement_timeout = '${STATEMENT_TIMEOUT}'`))
    const found = await lockImport(tx, actor, importId, ['done'])
    if (!found.ok) return found
    const { doneAt } = found.value
    if (!doneAt || dayOf(now) > undoUntil(doneAt))
      return refused('undo-late', { days: DAYS.importUndo })
    const ids = sql`select ${importEntry.serviceId} from ${importEntry} where ${importEntry.importId} = ${importId}`
    const { voided, kept } = await voidMany(tx, context, ids, why)
    await dropWaiting(tx, importId)
    await tx
      .update(importRun)
      .set({ state: 'undone', undoneAt: now, changedAt: now, keptRows: kept })
      .where(eq(importRun.id, importId))
    await recordEvent(tx, context, 'import.undone', importId, { facts: { voided, kept } })
    return ok(importId)
  })
}
