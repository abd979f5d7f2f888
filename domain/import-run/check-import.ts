import { and, eq } from 'drizzle-orm'
import { importRun } from '@/db/schema'
import type { Column, FileProblem } from '../bank-file/bank-file'
import type { ImportReport } from '../bank-file/import-report'
import { importServices } from '../bank-file/import-services'
import type { Context } from '../context'
import { actorOf } from '../member/queries'
import { tableOf } from './kept-cells'
import type { ImportSender } from './lock-import'

/** What was found of a file as it stands. */
export type Found =
  | { ok: true; report: ImportReport }
  | { ok: false; problem: FileProblem | 'not-allowed'; columns: Column[]; words: string }

/** An import as its sender and its table, to be read or written on the sender's behalf; null where either is gone. */
export async function openImport({ db, now }: Pick<Context, 'db' | 'now'>, importId: string) {
  const [row] = await db.select().from(importRun).where(eq(importRun.id, importId))
  if (!row?.content) return null
  const actor = await actorOf(db, row.memberId)
  const isSender =
    actor && actor.audience !== 'company' && actor.organisationId === row.organisationId
  const context: Context<ImportSender> | null = isSender
    ? { actor: actor as ImportSender, now, db }
    : null
  return {
    ...{ row, context },
    source: tableOf(row.file, row.content, row),
    answers: { ...row.remembered, ...row.answers },
  }
}

/** Reads an upload as it stands and keeps what was found; of one that was changed meanwhile, nothing. */
export async function checkImport(
  { db, now }: Pick<Context, 'db' | 'now'>,
  importId: string,
): Promise<void> {
  const opened = await openImport({ db, now }, importId)
  if (!opened || opened.row.state !== 'open') return
  const { row, context, source, answers } = opened
  const read =
    context && (await importServices(context, { source, answers, commit: false, skipBad: true }))
  const found: Found = !read
    ? { ok: false, problem: 'not-allowed', columns: [], words: '' }
    : read.ok
      ? { ok: true, report: read.value }
      : {
          ok: false,
          problem: read.refusal as FileProblem,
          columns: String(read.facts?.columns ?? '')
            .split(' ')
            .filter(Boolean) as Column[],
          words: String(read.facts?.words ?? ''),
        }
  await db
    .update(importRun)
    .set({ found })
    .where(and(eq(importRun.id, importId), eq(importRun.version, row.version)))
}
