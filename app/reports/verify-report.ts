/** A sealed report as it is kept here, against itself and the ledger: once a minute, whoever asks. */
import type { Context } from '@/domain/context'
import { checkSeal, type SealFault } from '@/domain/report/check-seal'
import { readFile } from '@/domain/report/files'
import type { SealedReport } from '@/domain/report/queries'
import { reportFiles } from '@/domain/report/report'
import { canonical, sha256 } from '@/domain/report/digest'
import { filesOf } from './report-files'
import { verifyFiles, type FileFault, type GivenFiles } from './verify-files'

export type ReportFault = FileFault | SealFault

export interface Verified {
  at: Date
  faults: ReportFault[]
}

/** The report's own data and those in its files, and the ledger. */
export async function verifyReport(
  context: Pick<Context, 'db' | 'now'>,
  report: SealedReport,
): Promise<Verified> {
  const { db, now } = context
  const kept = await filesOf(context, report)
  const files: GivenFiles = {}
  for (const name of kept ? reportFiles : [])
    files[name] = (await readFile(db, report.id, name)) ?? undefined
  const ofFiles = kept ? verifyFiles(files, true) : null
  const isOther = ofFiles?.json && canonical(ofFiles.json.data) !== canonical(report.data)
  const changed = (kept ?? []).filter(
    ({ name, digest }) => digest !== sha256(files[name] ?? new Uint8Array()),
  )
  const known = new Set(ofFiles?.faults.map((fault) => ('file' in fault ? fault.file : null)))
  const faults: ReportFault[] = [
    ...(ofFiles?.faults ?? []),
    ...changed
      .filter(({ name }) => !known.has(name))
      .map(({ name }) => ({ code: 'file-digest' as const, file: name })),
    ...(isOther ? [{ code: 'file-data' as const, file: 'report.json' as const }] : []),
    ...(await checkSeal(db, report)),
  ]
  return { at: now, faults }
}

const KEPT_MS = 60_000
const lately = new Map<string, { at: number; verified: Promise<Verified> }>()

/** For a button that anyone may press: the whole year under a report is read, so at most once a minute. */
export function verifyLately(
  context: Pick<Context, 'db' | 'now'>,
  report: SealedReport,
): Promise<Verified> {
  const found = lately.get(report.id)
  if (found && context.now.getTime() - found.at < KEPT_MS) return found.verified
  const verified = verifyReport(context, report)
  lately.set(report.id, { at: context.now.getTime(), verified })
  verified.catch(() => lately.delete(report.id))
  return verified
}
