type Value = string | number | null

/**
 * A file that a spreadsheet opens as it is: marked as UTF-8, and no cell is a formula whoever wrote its text. Codes of
 * many digits get a tab before them, or a spreadsheet would round them.
 */
export function csvLine(values: readonly Value[]): string {
  return `${values.map(cellOf).join(',')}\r\n`
}

function cellOf(value: Value): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const text = /^\d{12,}$/.test(value)
    ? `\t${value}`
    : /^[=+\-@＝＋－＠\t\r]/.test(value)
      ? `'${value}`
      : value
  return /[",\r\n\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

interface FileHeads {
  /** For a browser that takes no name in other letters. */
  plainName: string
  cacheControl: string
}
const heads: FileHeads = { plainName: 'kerong', cacheControl: 'private, no-store' }

/** Lines as a download with a name in the reader's language; nobody else's, unless its heads say so. */
export function csvFile(
  name: string,
  lines: AsyncIterable<string> | Iterable<string>,
  { plainName, cacheControl }: FileHeads = heads,
): Response {
  const encoder = new TextEncoder()
  const iterator =
    Symbol.asyncIterator in lines ? lines[Symbol.asyncIterator]() : lines[Symbol.iterator]()
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(encoder.encode('\ufeff')),
    async pull(controller) {
      const next = await iterator.next()
      if (next.done) controller.close()
      else controller.enqueue(encoder.encode(next.value))
    },
  })
  return new Response(body, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${plainName}.csv"; filename*=UTF-8''${encodeURIComponent(`${name}.csv`)}`,
      'cache-control': cacheControl,
    },
  })
}
