import { and, eq, getTableColumns } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { importRun } from '@/db/schema'
import type { FinancierActor, OfficialActor } from '../actor'
import { whyNotImport } from '../bank-file/import-services'
import { ok, refused, type Result } from '../result'
import type { ImportState } from './import-run'

export type ImportSender = OfficialActor | FinancierActor
export type SenderRefusal = NonNullable<ReturnType<typeof whyNotImport>>
export type MoveImportRefusal = SenderRefusal | 'not-found' | 'wrong-state'

const { content: _, ...columns } = getTableColumns(importRun)
/** All of an import but its cells. */
export const importColumns = columns
export type ImportRow = Omit<typeof importRun.$inferSelect, 'content'>

/** Why somebody may not import: the clock is none of them here. */
export function whyNotSend(actor: { audience: string }): SenderRefusal | null {
  return actor.audience === 'clock' ? 'wrong-audience' : whyNotImport(actor as ImportSender)
}

/** An import of the actor's own organisation, locked, in a state. */
export async function lockImport(
  tx: Database,
  actor: ImportSender,
  importId: string,
  from: readonly ImportState[],
): Promise<Result<ImportRow, MoveImportRefusal>> {
  const [row] = await tx
    .select(importColumns)
    .from(importRun)
    .where(and(eq(importRun.id, importId), eq(importRun.organisationId, actor.organisationId)))
    .for('update')
  if (!row) return refused('not-found')
  return from.includes(row.state) ? ok(row) : refused('wrong-state', { state: row.state })
}
