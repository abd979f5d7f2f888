import { eq } from 'drizzle-orm'
import { importRun } from '@/db/schema'
import { transact, type Context } from '../context'
import { recordEvent } from '../event/record-event'
import { ok, refused, type Result } from '../result'
import { lockImport, whyNotSend, type ImportSender, type MoveImportRefusal } from './lock-import'

/** Throws an upload away of which nothing was written. */
export async function discardImport(
  context: Context<ImportSender>,
  importId: string,
): Promise<Result<string, MoveImportRefusal>> {
  const no = whyNotSend(context.actor)
  if (no) return refused(no)
  return transact<string, MoveImportRefusal>(context, async (tx) => {
    const found = await lockImport(tx, context.actor, importId, ['open'])
    if (!found.ok) return found
    await tx.delete(importRun).where(eq(importRun.id, importId))
    await recordEvent(tx, context, 'import.discarded', importId)
    return ok(importId)
  })
}
