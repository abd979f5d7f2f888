import { filesOf } from '@/app/reports/report-files'
import { publicContext } from '@/app/session'
import { answer } from '@/app/api/v1/answer'
import { readFile } from '@/domain/report/files'
import { findSealed } from '@/domain/report/queries'
import { readReportKey, reportFiles } from '@/domain/report/report'

const types: Record<string, string> = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
}

/** A file of a sealed report, to the byte: GET /api/reports/2024-05.1/zh.pdf. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/api/reports/[code]/[file]'>,
) {
  const { code, file } = await params
  const context = publicContext()
  const key = readReportKey(code)
  const name = reportFiles.find((one) => one === file)
  const report = key && name ? await findSealed(context.db, key) : null
  if (!report || !name || !(await filesOf(context, report)))
    return new Response(null, { status: 404 })
  const bytes = await readFile(context.db, report.id, name)
  const { report: of, edition } = report.data
  return answer(request, new Uint8Array(bytes ?? []), {
    'content-type': types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
    'content-disposition': `attachment; filename="${of}.${edition}-${name}"`,
  })
}
