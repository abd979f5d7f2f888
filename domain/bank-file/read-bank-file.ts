/** A bank file: its headings found, every row read. */
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
import { chooseColumns, readColumnOf, type ChosenColumns, type Sheet } from './choose-columns'
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
import { readBankRow } from './read-row'
import { tableOf, Unreadable, type BankFileSource } from './read-table'
import { isHeadingAgain, isTotal } from './telling-cells'

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
