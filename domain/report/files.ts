/** The files of sealed reports, as they were made: whoever is faster keeps them, and nobody changes them. */
import { and, asc, eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { reportFile } from '@/db/schema'
import type { ReportFileName } from './report'

export interface KeptFile {
  name: ReportFileName
  digest: string
  bytes: number
}

export async function listFiles(db: Database, reportId: string): Promise<KeptFile[]> {
  const rows = await db
    .select()
    .from(reportFile)
    .where(eq(reportFile.reportId, reportId))
    .orderBy(asc(reportFile.name))
  return rows.map(({ name, digest, bytes }) => ({ name, digest, bytes: bytes.length }))
}

export async function readFile(
  db: Database,
  reportId: string,
  name: ReportFileName,
): Promise<Buffer | null> {
  const [found] = await db
    .select({ bytes: reportFile.bytes })
    .from(reportFile)
    .where(and(eq(reportFile.reportId, reportId), eq(reportFile.name, name)))
  return found?.bytes ?? null
}

export async function keepFiles(
  db: Database,
  reportId: string,
  files: readonly { name: ReportFileName; bytes: Buffer; digest: string }[],
  at: Date,
): Promise<void> {
  // All of one maker, or none: the JSON names the digests of those beside it.
  await db
    .insert(reportFile)
    .values(files.map((file) => ({ ...file, reportId, at })))
    .onConflictDoNothing()
}
