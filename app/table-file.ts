/** A table as a file: one description, written as CSV or as a workbook. */
import { csvLine } from './csv'
import type { TableFile } from './table'
import { workbook } from './xlsx'

export const tableFormats = ['xlsx', 'csv'] as const
export type TableFormat = (typeof tableFormats)[number]

const types: Record<TableFormat | 'svg', string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  svg: 'image/svg+xml; charset=utf-8',
}

/** What no file of any system may have in its name is left out; spaces that do not break are spaces. */
const fileName = (name: string) =>
  name
    .replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()

/** RFC 8187: what encodeURIComponent leaves and a header may not have. */
const encoded = (name: string) =>
  encodeURIComponent(name).replace(
    /['()*!]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  )

/** The heads of a file with a name in the reader's language; nobody else's, unless it is said. */
export function fileHeads(
  { name, plainName }: Pick<TableFile, 'name' | 'plainName'>,
  format: TableFormat | 'svg',
  cacheControl = 'private, no-store',
): Record<string, string> {
  return {
    'content-type': types[format],
    'content-disposition': `attachment; filename="${plainName}.${format}"; filename*=UTF-8''${encoded(`${fileName(name)}.${format}`)}`,
    'cache-control': cacheControl,
  }
}

/**
 * The bytes of a table in a format. A CSV says what it is in its first lines, with a blank one after them, so that a
 * spreadsheet takes the table below for one of its own; *bare* begins with the heads, for programs.
 */
export async function* bytesOf(
  table: TableFile,
  format: TableFormat,
  bare = false,
): AsyncGenerator<Uint8Array> {
  if (format === 'xlsx') return yield* workbook(table)
  const encoder = new TextEncoder()
  const lines = bare ? [] : [...table.about.map((line) => csvLine(line)), csvLine([])]
  yield encoder.encode(`\ufeff${lines.join('')}${csvLine(table.columns.map(({ head }) => head))}`)
  for await (const row of table.rows) yield encoder.encode(csvLine(row, table.columns))
}

/** A table as a download, written while it is read. */
export function tableFile(table: TableFile, format: TableFormat): Response {
  const bytes = bytesOf(table, format)
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await bytes.next()
      if (next.done) controller.close()
      else controller.enqueue(next.value)
    },
    async cancel() {
      await bytes.return(undefined)
    },
  })
  return new Response(body, { headers: fileHeads(table, format) })
}
