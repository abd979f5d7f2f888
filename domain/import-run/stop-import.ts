import { eq } from 'drizzle-orm'
import { importRun } from '@/db/schema'
import { transact, type Context } from '../context'
import { recordEvent } from '../event/record-event'
import { ok, refused, type Result } from '../result'
import { lockImport, whyNotSend, type ImportSender, type MoveImportRefusal } from './lock-import'

/** Takes a confirmed import back before it is done: nothing of it is written, and it can be mended and confirmed again. */
export async function stopImport(
  context: Context<ImportSender>,
  importId: string,
): Promise<Result<string, MoveImportRefusal>> {
  const no = whyNotSend(context.actor)
  if (no) return refused(no)
  return transact<string, MoveImportRefusal>(context, async (tx) => {
    const found = await lockImport(tx, context.actor, importId, ['confirmed'])
    if (!found.ok) return found
    await tx
      .update(importRun)
      .set({ state: 'open', progress: null, changedAt: context.now })
      .where(eq(importRun.id, importId))
    await recordEvent(tx, context, 'import.stopped', importId)
    return ok(importId)
  })
}
