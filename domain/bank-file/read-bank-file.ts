/** A bank file as bytes: unpacked, decoded, cut into rows, its headings found, every row read. */
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { parse } from 'csv-parse'
import type { Day } from '../calendar/calendar'
import type { BankFile, FileProblem } from './bank-file'
import {
  neededColumns,
  type BankRow,
  type Column,
  type MoneyUnit,
  type RowNote,
  type RowProblem,
} from './bank-file'
import { plainCell } from './cells'
import { readHeadings, unitOfSheet } from './columns'
import { isTotal, readBankRow, type Sheet } from './read-row'

/** Opened anew for each pass: the first only finds out how it is written. */
export type BankFileSource = () => Readable

const ROWS_AT_MOST = 300_000
/** A title, a unit and an empty line may stand above the headings. */
const HEADING_WITHIN = 12

export type BankFileResult =
  { ok: true; file: BankFile } | { ok: false; problem: FileProblem; columns: Column[] }

class Unreadable extends Error {
  constructor(
    readonly problem: FileProblem,
    readonly columns: Column[] = [],
  ) {
    super(problem)
  }
}

async function* unpacked(source: BankFileSource): AsyncGenerator<Uint8Array> {
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
async function detectEncoding(source: BankFileSource): Promise<BankFile['encoding']> {
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

async function* decoded(source: BankFileSource, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of unpacked(source)) {
    const text = decoder.decode(chunk, { stream: true })
    if (text) yield text
  }
  const rest = decoder.decode()
  if (rest) yield rest
}

/** The mark between cells: whichever of comma, tab and semicolon is most in the first lines. */
async function detectDelimiter(source: BankFileSource, encoding: string): Promise<string> {
  let head = ''
  for await (const text of decoded(source, encoding)) {
    head += text
    if (head.length > 4_000) break
  }
  const count = (mark: string) => head.split(mark).length
  return [',', '\t', ';', '|'].reduce((best, mark) => (count(mark) > count(best) ? mark : best))
}

async function* rowsOf(source: BankFileSource, encoding: string): AsyncGenerator<string[]> {
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

function findHeadings(cells: readonly string[], unit: MoneyUnit | null, today: Day): Sheet | null {
  const headings = readHeadings(cells)
  if (headings.length < 3) return null
  const missing = neededColumns.filter((name) => !headings.some(({ column }) => column === name))
  if (missing.length > 0) throw new Unreadable('columns-missing', missing)
  const width = cells.findLastIndex((cell) => plainCell(cell) !== '') + 1
  return { headings, unit, width, today }
}

/** Reads a whole bank file; what is wrong with a row is said of the row, what is wrong with the file ends it. */
export async function readBankFile(source: BankFileSource, today: Day): Promise<BankFileResult> {
  const rows: BankRow[] = []
  const problems: RowProblem[] = []
  const notes: RowNote[] = []
  let count = 0
  let sheet: Sheet | null = null
  let unit: MoneyUnit | null = null
  let number = 0
  const seen = new Set<string>()
  try {
    const encoding = await detectEncoding(source)
    for await (const cells of rowsOf(source, encoding)) {
      number++
      if (cells.every((cell) => plainCell(cell) === '')) continue
      if (sheet === null) {
        sheet = findHeadings(cells, unit, today)
        unit ??= unitOfSheet(cells)
        if (sheet === null && number >= HEADING_WITHIN) throw new Unreadable('headings-missing')
        continue
      }
      if (isTotal(cells)) {
        notes.push({ row: number, code: 'total-left-out' })
        continue
      }
      if (++count > ROWS_AT_MOST) throw new Unreadable('too-many-rows')
      const read = readBankRow(number, cells, sheet)
      if (!read.ok) {
        problems.push(...read.problems)
        continue
      }
      const { row: _number, ...facts } = read.row
      const same = JSON.stringify(facts)
      if (seen.has(same)) notes.push({ row: number, code: 'twice-in-file' })
      seen.add(same)
      rows.push(read.row)
      notes.push(...read.notes.map((code) => ({ row: number, code })))
    }
    if (sheet === null) throw new Unreadable(number === 0 ? 'file-empty' : 'headings-missing')
    return { ok: true, file: { encoding, count, rows, problems, notes } }
  } catch (error) {
    if (error instanceof Unreadable)
      return { ok: false, problem: error.problem, columns: error.columns }
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_'))
      return { ok: false, problem: 'file-not-text', columns: [] }
    throw error
  }
}
