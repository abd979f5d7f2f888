import { enqueue } from '@/ports/queue'
import type { Database } from '@/db/client'
import type { Context } from '../context'
import { checkImport } from './check-import'
import type { ImportFile } from './import-run'

/** So many rows are looked at while their sender waits; more by a job. */
const AT_ONCE = 2_000

const isSmall = ({ sheets }: ImportFile) => sheets.every(({ rows }) => rows <= AT_ONCE)

/** In the transaction of a change: a large file is looked at by a job. */
export async function askToLook(tx: Database, importId: string, file: ImportFile): Promise<void> {
  if (!isSmall(file)) await enqueue(tx, 'check-import', { importId })
}

/** After it: a small one at once. */
export async function lookNow(
  { db, now }: Pick<Context, 'db' | 'now'>,
  importId: string,
  file: ImportFile,
): Promise<void> {
  if (isSmall(file)) await checkImport({ db, now }, importId)
}
