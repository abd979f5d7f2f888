import { and, eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { importRun } from '@/db/schema'
import { whyNotClock } from '../actor'
import { importServices } from '../bank-file/import-services'
import { transact, type Context } from '../context'
import { ok, refused, type Result } from '../result'
import { checkImport, openImport, type Found } from './check-import'
import type { ImportTrouble, Progress } from './import-run'

/** Its sender has stopped it: all that was written is taken back. */
class Stopped extends Error {}

const isConfirmed = (importId: string) =>
  and(eq(importRun.id, importId), eq(importRun.state, 'confirmed'))

async function keepProgress(db: Database, importId: string, progress: Progress): Promise<void> {
  const { rowCount } = await db.update(importRun).set({ progress }).where(isConfirmed(importId))
  if (rowCount === 0) throw new Stopped()
}

/** Gives an import back to its sender, with why. */
async function giveBack(context: Context, importId: string, trouble: ImportTrouble): Promise<void> {
  await transact<string, never>(context, async (tx) => {
    await tx
      .update(importRun)
      .set({ state: 'open', trouble, progress: null, found: null, changedAt: context.now })
      .where(isConfirmed(importId))
    return ok(importId)
  })
  await checkImport(context, importId)
}

/** Writes a confirmed import into the ledger, whole or not at all; how far it is stands in its row meanwhile. */
export async function runImport(
  context: Context,
  importId: string,
): Promise<Result<string, 'wrong-audience' | 'not-found' | 'wrong-state'>> {
  const no = whyNotClock(context.actor)
  if (no) return refused(no)
  const { db, now } = context
  const opened = await openImport(context, importId)
  if (!opened) return refused('not-found')
  const { row, source, answers } = opened
  if (row.state !== 'confirmed') return refused('wrong-state', { state: row.state })
  if (!opened.context) {
    await giveBack(context, importId, 'not-allowed')
    return ok(importId)
  }
  const of = row.progress?.of ?? 0
  let done = 0
  try {
    await keepProgress(db, importId, { stage: 'meeting', done, of })
    const result = await importServices(opened.context, {
      ...{ source, answers, commit: true, skipBad: true, importId },
      tick: async (entries) => {
        done += entries
        await keepProgress(db, importId, { stage: 'writing', done: Math.min(done, of), of })
      },
      kept: async (tx, report) => {
        const found: Found = { ok: true, report }
        const { rowCount } = await tx
          .update(importRun)
          .set({ state: 'done', found, progress: null, doneAt: now, changedAt: now })
          .where(isConfirmed(importId))
        if (rowCount === 0) throw new Stopped()
      },
    })
    if (!result.ok) await giveBack(context, importId, 'not-allowed')
    else if (!result.value.isKept) await giveBack(context, importId, 'asked-again')
  } catch (error) {
    if (!(error instanceof Stopped)) throw error
  }
  return ok(importId)
}
