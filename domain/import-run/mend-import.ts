import { eq } from 'drizzle-orm'
import { importRun } from '@/db/schema'
import { plainCell } from '../bank-file/cells'
import { isPersons, WITHHELD } from '../bank-file/telling-cells'
import { dayOf } from '../calendar/calendar'
import { transact, type Context } from '../context'
import { recordEvent } from '../event/record-event'
import { ok, refused, type Result } from '../result'
import type { ImportRow } from './lock-import'
import { lockImport, whyNotSend, type ImportSender, type MoveImportRefusal } from './lock-import'
import type { MendInput } from './mending'
import { askToLook, lookNow } from './look-again'

const CHANGES_MOST = 5_000

export type MendImportRefusal = MoveImportRefusal | 'person-typed' | 'too-many-changes'

/** Keeps answers, mended cells and rows left out, and reads the file anew as it stands then. */
export async function mendImport(
  context: Context<ImportSender>,
  importId: string,
  { answers, cells, leave, takeBack, forget }: MendInput,
): Promise<Result<string, MendImportRefusal>> {
  const no = whyNotSend(context.actor)
  if (no) return refused(no)
  const { now } = context
  const today = dayOf(now)
  const isPerson = (text: string) => isPersons(plainCell(text), today) || text.includes(WITHHELD)
  const mended = await transact<ImportRow, MendImportRefusal>(context, async (tx) => {
    const found = await lockImport(tx, context.actor, importId, ['open'])
    if (!found.ok) return found
    if (Object.values(cells).some(isPerson)) return refused('person-typed')
    const row = found.value
    const back = new Set(takeBack)
    const next = {
      answers: { ...row.answers, ...answers },
      mended: Object.fromEntries(
        Object.entries({ ...row.mended, ...cells }).filter(([key]) => !back.has(key)),
      ),
      leftRows: [...new Set([...row.leftRows, ...leave])].filter((one) => !back.has(String(one))),
      remembered: forget ? {} : row.remembered,
    }
    if (Object.keys(next.mended).length > CHANGES_MOST || next.leftRows.length > CHANGES_MOST * 10)
      return refused('too-many-changes')
    const version = row.version + 1
    await tx
      .update(importRun)
      .set({ ...next, version, found: null, trouble: null, changedAt: now })
      .where(eq(importRun.id, importId))
    await recordEvent(tx, context, 'import.mended', importId)
    await askToLook(tx, importId, row.file)
    return ok(row)
  })
  if (!mended.ok) return mended
  await lookNow(context, importId, mended.value.file)
  return ok(importId)
}
