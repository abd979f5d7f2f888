/** A bank file as bytes: unpacked, decoded, cut into rows. */
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { parse } from 'csv-parse'
import type { BankFile, Column, FileProblem } from './bank-file'
import type { Calendar } from './cells'
import type { Interview } from './interview'

/** Opened anew for each pass: the first only finds out how it is written. */
export type ByteSource = () => Readable
/** A table that was cut into cells before; null while it is asked how it is to be read. */
export type TableSource = { open: (interview: Interview) => Table | null }
export type BankFileSource = ByteSource | TableSource
export interface Table {
  rows: Iterable<readonly string[]>
  encoding: BankFile['encoding']
  calendar: Calendar
}

/** What ends the reading of a file. */
export class Unreadable extends Error {
  constructor(
    readonly problem: FileProblem,
    readonly columns: Column[] = [],
    readonly words = '',
  ) {
    super(problem)
  }
}

async function* unpacked(source: ByteSource): AsyncGenerator<Uint8Array> {
  const raw = source()
  let chunks: AsyncIterable<Uint8Array> = raw
  const iterator = raw[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>
  const first = await iterator.next()
  if (first.done) throw new Unreadable('file-empty')
  async function* whole() {
    yield first.value as Uint8Array
    for (let next = await iterator.next(); !next.done; next = await iterator.next())
      yield next.value
  }
  chunks = whole()
  const [a, b] = first.value
  // A workbook is a zip, an old one an OLE file: neither is text.
  if ((a === 0x50 && b === 0x4b) || (a === 0xd0 && b === 0xcf))
    throw new Unreadable('file-a-workbook')
  if (a === 0x1f && b === 0x8b) yield* Readable.from(chunks).pipe(createGunzip())
  else yield* chunks
}

/** UTF-16 by its mark; else UTF-8 where every byte is, else GB 18030, which holds GBK and GB 2312. */
async function detectEncoding(source: ByteSource): Promise<BankFile['encoding']> {
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  const gb = new TextDecoder('gb18030', { fatal: true })
  let isUtf8 = true
  let isGb = true
  let isFirst = true
  const attempt = (decoder: TextDecoder, chunk?: Uint8Array) => {
    try {
      return !decoder.decode(chunk, { stream: chunk !== undefined }).includes('\u0000')
    } catch {
      return false
    }
  }
  for await (const chunk of unpacked(source)) {
    if (isFirst && chunk[0] === 0xff && chunk[1] === 0xfe) return 'utf-16le'
    isFirst = false
    if (isUtf8) isUtf8 = attempt(utf8, chunk)
    if (isGb) isGb = attempt(gb, chunk)
    if (!isUtf8 && !isGb) throw new Unreadable('file-not-text')
  }
  if (isUtf8 && attempt(utf8)) return 'utf-8'
  if (isGb && attempt(gb)) return 'gb18030'
  throw new Unreadable('file-not-text')
}

async function* decoded(source: ByteSource, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of unpacked(source)) {
    const text = decoder.decode(chunk, { stream: true })
    if (text) yield text
  }
  const rest = decoder.decode()
  if (rest) yield rest
}

/** The mark between cells: whichever of comma, tab and semicolon is most in the first lines. */
async function detectDelimiter(source: ByteSource, encoding: string): Promise<string> {
  let head = ''
  for await (const text of decoded(source, encoding)) {
    head += text
    if (head.length > 4_000) break
  }
  const count = (mark: string) => head.split(mark).length
  return [',', '\t', ';', '|'].reduce((best, mark) => (count(mark) > count(best) ? mark : best))
}

export async function tableOf(source: ByteSource) {
  const encoding = await detectEncoding(source)
  return { rows: rowsOf(source, encoding), encoding, calendar: 1900 as const }
}

/** The cells of a text file; quotes that do not pair up are found only on the way. */
export async function readTable(
  source: ByteSource,
): Promise<
  { ok: true; rows: AsyncIterable<string[]>; encoding: BankFile['encoding'] } | { ok: false }
> {
  try {
    return { ok: true, ...(await tableOf(source)) }
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false }
    throw error
  }
}

async function* rowsOf(source: ByteSource, encoding: string): AsyncGenerator<string[]> {
  const parser = parse({
    delimiter: await detectDelimiter(source, encoding),
    relax_column_count: true,
    relax_quotes: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: 100_000,
  })
  const text = Readable.from(decoded(source, encoding))
  text.on('error', (error) => parser.destroy(error))
  text.pipe(parser)
  try {
    for await (const cells of parser) yield cells as string[]
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_'))
      throw new Unreadable('quotes-broken')
    throw error
  }
}
