import { csvLine } from '@/app/csv'
import { fileHeads } from '@/app/table-file'
import { workbookOf } from '@/domain/import-run/workbook-of'

/** A sheet of texts as a download, to be mended and sent again: a workbook, or CSV. */
export function sheetFile(
  form: string | null,
  names: { name: string; plainName: string },
  rows: readonly (readonly string[])[],
): Response {
  const format = form === 'xlsx' ? 'xlsx' : 'csv'
  const body =
    format === 'xlsx' ? workbookOf('1', rows) : `\ufeff${rows.map((row) => csvLine(row)).join('')}`
  return new Response(body, { headers: fileHeads(names, format) })
}
