import { and, eq } from 'drizzle-orm'
import { importMemory, importRun } from '@/db/schema'
import { findHeadings } from '../bank-file/read-bank-file'
import { dayOf } from '../calendar/calendar'
import { transact, type Context } from '../context'
import { recordEvent } from '../event/record-event'
import { newId } from '../id'
import { ok, refused, type Result } from '../result'
import type { UploadProblem } from './import-run'
import { headingsDigest, keepable, packCells, possibleSheets, uploadFile } from './kept-cells'
import { whyNotSend, type ImportSender, type SenderRefusal } from './lock-import'
import { askToLook, lookNow } from './look-again'
import { readUpload } from './read-upload'

export type StartImportRefusal = SenderRefusal | UploadProblem

/** Takes an upload apart and keeps it, without personal data, until it is confirmed or left. */
export async function startImport(
  context: Context<ImportSender>,
  { name, bytes }: { name: string; bytes: Uint8Array },
): Promise<Result<string, StartImportRefusal>> {
  const no = whyNotSend(context.actor)
  if (no) return refused(no)
  const read = await readUpload(bytes)
  if (!read.ok) return refused(read.problem)
  const { actor, now } = context
  const file = uploadFile(read.upload, name, bytes.length)
  const grids = read.upload.grids.map((grid) => keepable(grid, dayOf(now)))
  const [first] = possibleSheets(file, grids)
  if (first === undefined) return refused('file-empty')
  if (!findHeadings(grids[first] ?? [])) return refused('headings-missing')
  const headings = headingsDigest(file, grids)
  const started = await transact<string, never>(context, async (tx) => {
    const id = newId()
    const [memory] = await tx
      .select({ answers: importMemory.answers })
      .from(importMemory)
      .where(
        and(
          eq(importMemory.organisationId, actor.organisationId),
          eq(importMemory.kind, 'services'),
          eq(importMemory.headings, headings),
        ),
      )
    await tx.insert(importRun).values({
      ...{ id, organisationId: actor.organisationId, memberId: actor.memberId },
      ...{ kind: 'services' as const, state: 'open' as const, file, headings },
      ...{ content: packCells(grids), answers: {}, remembered: memory?.answers ?? {} },
      ...{ mended: {}, leftRows: [], version: 1, startedAt: now, changedAt: now },
    })
    await recordEvent(tx, context, 'import.started', id)
    await askToLook(tx, id, file)
    return ok(id)
  })
  if (started.ok) await lookNow(context, started.value, file)
  return started
}
