import type { Database } from '@/db/client'
import { report } from '@/db/schema'
import { eq } from 'drizzle-orm'
import { yearTo } from './compose-report'
import { dataDigest } from './digest'
import type { SealedReport } from './queries'
import { findDifferences, readRoot, type Difference } from './sealed-rows'

export type SealFault =
  | { code: 'data-digest' | 'root' }
  | { code: `${'entry' | 'mark'}-${Difference['how']}`; row: string; service: string }

/** How a sealed report and the ledger under it differ from what was sealed: its data, the root, and each row by name. */
export async function checkSeal(db: Database, sealed: SealedReport): Promise<SealFault[]> {
  const [kept] = await db
    .select({ position: report.position })
    .from(report)
    .where(eq(report.id, sealed.id))
  const position = kept?.position ?? 0
  const period = yearTo(sealed.month)
  const faults: SealFault[] = []
  if (dataDigest(sealed.data) !== sealed.digest) faults.push({ code: 'data-digest' })
  if ((await readRoot(db, period, position)) !== sealed.data.root) faults.push({ code: 'root' })
  for (const { kind, how, rowId, serviceId } of await findDifferences(db, period, position))
    faults.push({ code: `${kind}-${how}`, row: rowId, service: serviceId })
  return faults
}
