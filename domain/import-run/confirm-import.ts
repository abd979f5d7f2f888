import { eq } from 'drizzle-orm'
import { importMemory, importRun } from '@/db/schema'
import { enqueue } from '@/ports/queue'
import { addsNothing } from '../bank-file/import-report'
import { transact, type Context } from '../context'
import { recordEvent } from '../event/record-event'
import { newId } from '../id'
import { ok, refused, type Result } from '../result'
import type { Found } from './check-import'
import { isRemembered } from './import-run'
import { lockImport, whyNotSend, type ImportSender, type MoveImportRefusal } from './lock-import'

export type ConfirmImportRefusal =
  MoveImportRefusal | 'import-changed' | 'import-asked' | 'import-nothing'

/**
 * Gives an upload to the job that writes it, as it was shown: of that version, with nothing asked. How it was matched is
 * remembered for the sender's next file with the same headings.
 */
export async function confirmImport(
  context: Context<ImportSender>,
  importId: string,
  version: number,
): Promise<Result<string, ConfirmImportRefusal>> {
  const no = whyNotSend(context.actor)
  if (no) return refused(no)
  const { actor, now } = context
  return transact<string, ConfirmImportRefusal>(context, async (tx) => {
    const locked = await lockImport(tx, actor, importId, ['open'])
    if (!locked.ok) return locked
    const row = locked.value
    const found = row.found as Found | null
    if (row.version !== version || !found?.ok) return refused('import-changed')
    if (found.report.questions.length > 0) return refused('import-asked')
    if (addsNothing(found.report)) return refused('import-nothing')
    await tx
      .update(importRun)
      .set({
        ...{ state: 'confirmed' as const, confirmedAt: now, changedAt: now, trouble: null },
        progress: {
          stage: 'reading',
          done: 0,
          of: found.report.granted.added + found.report.drawn.added,
        },
      })
      .where(eq(importRun.id, importId))
    const answers = Object.fromEntries(
      Object.entries({ ...row.remembered, ...row.answers }).filter(([name]) => isRemembered(name)),
    )
    const told = { answers, memberId: actor.memberId, at: now }
    await tx
      .insert(importMemory)
      .values({
        ...{ id: newId(), organisationId: row.organisationId, kind: row.kind },
        ...{ headings: row.headings, ...told },
      })
      .onConflictDoUpdate({
        target: [importMemory.organisationId, importMemory.kind, importMemory.headings],
        set: told,
      })
    await recordEvent(tx, context, 'import.confirmed', importId)
    await enqueue(tx, 'run-import', { importId })
    return ok(importId)
  })
}
