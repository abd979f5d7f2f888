/** The files of a sealed report: made once, from its data alone, kept to the byte with the digests they had. */
import { wholeAddress } from '@/app/address'
import { bytesOf } from '@/app/table-file'
import type { Context } from '@/domain/context'
import { canonical, sha256 } from '@/domain/report/digest'
import { keepFiles, listFiles, type KeptFile } from '@/domain/report/files'
import type { SealedReport } from '@/domain/report/queries'
import { digestedFiles, reportKey, type ReportFileName } from '@/domain/report/report'
import { pathFor } from '@/messages/navigation'
import { hasFonts, reportPdf } from './report-pdf'
import { reportTable } from './report-table'

/** Where a report is read for as long as there is the site. */
export const reportAddress = ({ month, edition }: Pick<SealedReport, 'month' | 'edition'>) =>
  wholeAddress(pathFor('zh', `/reports/${reportKey(month, edition)}`))

async function make(
  name: (typeof digestedFiles)[number],
  { data, digest }: SealedReport,
  address: string,
): Promise<Buffer> {
  const locale = name.startsWith('zh') ? 'zh' : 'en'
  if (name.endsWith('.pdf')) return reportPdf(data, digest, address, locale)
  const chunks: Uint8Array[] = []
  for await (const chunk of bytesOf(reportTable(data, digest, address, locale), 'xlsx'))
    chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** The files of a report, made where they are not there yet; null where this machine cannot set Chinese. */
export async function filesOf(
  { db, now }: Pick<Context, 'db' | 'now'>,
  report: SealedReport,
): Promise<KeptFile[] | null> {
  const kept = await listFiles(db, report.id)
  if (kept.length > 0) return kept
  if (!hasFonts()) return null
  const address = reportAddress(report)
  const made: { name: ReportFileName; bytes: Buffer; digest: string }[] = []
  for (const name of digestedFiles) {
    const bytes = await make(name, report, address)
    made.push({ name, bytes, digest: sha256(bytes) })
  }
  const files = Object.fromEntries(made.map(({ name, digest }) => [name, digest]))
  const { data, digest } = report
  const json = Buffer.from(`${canonical({ address, data, digest, files })}\n`)
  await keepFiles(
    db,
    report.id,
    [...made, { name: 'report.json', bytes: json, digest: sha256(json) }],
    now,
  )
  return listFiles(db, report.id)
}
