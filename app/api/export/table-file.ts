import { csvFile, csvLine } from '@/app/csv'
import { workbookOf } from '@/domain/import-run/workbook-of'

/** A table of texts as a download: a workbook, or CSV. */
export function tableFile(
  form: string | null,
  name: string,
  rows: readonly (readonly string[])[],
): Response {
  if (form !== 'xlsx') return csvFile(name, rows.map(csvLine))
  return new Response(workbookOf('1', rows), {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename="kerong.xlsx"; filename*=UTF-8''${encodeURIComponent(`${name}.xlsx`)}`,
      'cache-control': 'private, no-store',
    },
  })
}
