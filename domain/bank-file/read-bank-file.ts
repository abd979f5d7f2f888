/** A bank file as bytes: unpacked, decoded, cut into rows, its headings found, every row read. */
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { parse } from 'csv-parse'
import type { Day } from '../calendar/calendar'
import type {
  BankFile,
  BankRow,
  Column,
  FileProblem,
  LeftColumn,
  RowNote,
  RowProblem,
  Sender,
} from './bank-file'
import { plainCell, type Calendar } from './cells'
import { chooseColumns, readColumnOf, type ChosenColumns } from './choose-columns'
import {
  letterOf,
  noUnits,
  readHeadings,
  unitsBelow,
  unitsOfLine,
  type Heading,
  type Units,
} from './headings'
import type { Interview } from './interview'
import { readBankRow, type Sheet } from './read-row'
import { isHeadingAgain, isTotal } from './telling-cells'

/** Opened anew for each pass: the first only finds out how it is written. */
type ByteSource = () => Readable
/** A table that was cut into cells before; null while it is asked how it is to be read. */
export type TableSource = { open: (interview: Interview) => Table | null }
export interface Table {
  rows: Iterable<readonly string[]>
  encoding: BankFile['encoding']
  calendar: Calendar
}
export type BankFileSource = ByteSource | TableSource

const ROWS_AT_MOST = 300_000
/** So many rows are read before others have their turn. */
const TURN = 500
/** A title, a unit and an empty line may stand above the headings. */
const HEADING_WITHIN = 12
/** So many known fields make a line the headings. */
const FIELDS_LEAST = 3

export type BankFileResult =
  | { ok: true; file: BankFile }
  /** `words`: what in the file is the trouble. */
  | { ok: false; problem: FileProblem; columns: Column[]; words: string }

type ReadSheet = Sheet & { left: LeftColumn[]; unnamed: number[] }

class Unreadable extends Error {
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

async function tableOf(source: ByteSource) {
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

const areHeadings = (found: readonly Heading[]) =>
  new Set(found.flatMap(({ column }) => column ?? [])).size >= FIELDS_LEAST

/** The line of the headings, 1 for the first, and what each of them names; null where the first lines hold none. */
export function findHeadings(rows: readonly (readonly string[])[]) {
  for (const [at, cells] of rows.slice(0, HEADING_WITHIN).entries()) {
    const headings = readHeadings(cells)
    if (areHeadings(headings)) return { row: at + 1, headings }
  }
  return null
}

/** The lines before the first row: what stands above the headings, the headings, and a line of units below them. */
class Head {
  private above: Units = noUnits
  private headings: Heading[] | null = null
  private width = 0
  headingRow = 0
  /** Null until the columns are chosen. */
  chosen: ChosenColumns | null = null

  constructor(
    private readonly interview: Interview,
    private readonly sender: Sender | null,
  ) {}

  /** Takes a line; false where it is a row of the table already. */
  take(number: number, cells: readonly string[]): boolean {
    if (!this.headings) {
      const found = readHeadings(cells)
      if (!areHeadings(found)) {
        this.readAbove(unitsOfLine(cells))
        if (number >= HEADING_WITHIN) throw new Unreadable('headings-missing')
        return true
      }
      this.headings = found
      this.headingRow = number
      this.width = cells.findLastIndex((cell) => plainCell(cell) !== '') + 1
      return true
    }
    const below = unitsBelow(cells, this.headings)
    if (below) this.headings = this.headings.map((one) => ({ ...one, ...below.get(one.index) }))
    this.choose()
    return below !== null
  }

  /** Two lines that give two units give none. */
  private readAbove(units: Units | null): void {
    if (!units) return
    const isTwo = this.above.money && units.money && this.above.money !== units.money
    const foreign = this.above.foreign ?? units.foreign
    this.above = isTwo ? { ...noUnits, foreign } : { ...units, foreign }
  }

  choose(): void {
    if (this.headings)
      this.chosen = chooseColumns(this.headings, this.above, this.interview, !!this.sender)
  }

  /** The sheet to read rows by; null where a question comes before them. */
  sheet(today: Day, calendar: Calendar): ReadSheet | null {
    if (!this.chosen) throw new Unreadable(this.headings ? 'file-empty' : 'headings-missing')
    if (this.chosen === 'asked') return null
    if ('missing' in this.chosen) throw new Unreadable('columns-missing', this.chosen.missing)
    if ('foreign' in this.chosen) throw new Unreadable('currency-foreign', [], this.chosen.foreign)
    return { ...this.chosen, width: this.width, today, calendar, sender: this.sender }
  }
}

/**
 * Reads a whole bank file; what is wrong with a row is said of the row, what is wrong with the file ends it, and what only
 * its sender knows is asked: then the rows that wait for it are left out.
 */
export async function readBankFile(
  source: BankFileSource,
  today: Day,
  interview: Interview,
  sender: Sender | null = null,
): Promise<BankFileResult> {
  const rows: BankRow[] = []
  const problems: RowProblem[] = []
  const notes: RowNote[] = []
  const unnamed = new Set<number>()
  const head = new Head(interview, sender)
  let sheet: ReadSheet | null = null
  let count = 0
  let number = 0
  const fileOf = (encoding: BankFile['encoding']): BankFile => {
    const read = sheet ? [...sheet.columns.values()].map(readColumnOf) : []
    const blank = [...unnamed].map((index) => ({ letter: letterOf(index), heading: '' }))
    const left = [...(sheet?.left ?? []), ...blank.map((one) => ({ ...one, isPersonal: false }))]
    return { encoding, headingRow: head.headingRow, read, left, count, rows, problems, notes }
  }
  try {
    const table = 'open' in source ? source.open(interview) : await tableOf(source)
    if (!table) return { ok: true, file: fileOf('workbook') }
    const { encoding, calendar } = table
    for await (const cells of table.rows) {
      if (++number % TURN === 0) await new Promise(setImmediate)
      const plain = cells.map(plainCell)
      if (plain.every((cell) => cell === '')) continue
      if (!head.chosen && head.take(number, cells)) continue
      sheet ??= head.sheet(today, calendar)
      if (!sheet) return { ok: true, file: fileOf(encoding) }
      if (isTotal(plain, sheet.columns.get('uscc')?.index ?? -1)) {
        notes.push({ row: number, code: 'total-left-out' })
        continue
      }
      if (isHeadingAgain(plain, sheet.columns.values())) {
        notes.push({ row: number, code: 'heading-again' })
        continue
      }
      if (++count > ROWS_AT_MOST) throw new Unreadable('too-many-rows')
      for (const index of sheet.unnamed) if (plain[index]) unnamed.add(index)
      const read = readBankRow(number, plain, sheet, interview)
      if (read === 'asked') continue
      if (!read.ok) {
        problems.push(...read.problems)
        continue
      }
      rows.push(read.row)
      notes.push(...read.notes.map((code) => ({ row: number, code })))
    }
    if (number === 0) throw new Unreadable('file-empty')
    if (!head.chosen) head.choose()
    sheet ??= head.sheet(today, calendar)
    return { ok: true, file: fileOf(encoding) }
  } catch (error) {
    if (error instanceof Unreadable)
      return { ok: false, problem: error.problem, columns: error.columns, words: error.words }
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_'))
      return { ok: false, problem: 'file-not-text', columns: [], words: '' }
    throw error
  }
}
