/** One row of a bank file: what is wrong with it, or the services it tells of. Pure. */
import type { Day } from '../calendar/calendar'
import { normaliseUscc, suggestUscc, usccProblem } from '../uscc/uscc'
import type { BankRow, RowNoteCode, RowProblem, RowProblemCode } from './bank-file'
import type { Column, MoneyUnit } from './bank-file'
import {
  kindOfName,
  parseClass,
  parseDay,
  parseKind,
  parseMoneyCell,
  parseRateCell,
  parseTenor,
  parseYesNo,
  plainCell,
} from './cells'
import type { Heading } from './columns'

export type ReadRow =
  { ok: true; row: BankRow; notes: RowNoteCode[] } | { ok: false; problems: RowProblem[] }

const EARLIEST: Day = '1950-01-01'
const AMOUNT_MOST_FEN = 1e14
const NAME_MOST = 100
const CONTRACT_MOST = 60

export interface Sheet {
  headings: readonly Heading[]
  unit: MoneyUnit | null
  width: number
  today: Day
}

/** Whether a row only adds the others up. */
export function isTotal(cells: readonly string[]): boolean {
  const first = cells.map(plainCell).find((cell) => cell !== '') ?? ''
  return /^(合\s*计|总\s*计|小\s*计|sub-?total|total)/i.test(first)
}

export function readBankRow(number: number, cells: readonly string[], sheet: Sheet): ReadRow {
  const problems: RowProblem[] = []
  const heading = (column: Column) => sheet.headings.find((one) => one.column === column)
  const cellOf = (column: Column) => {
    const found = heading(column)
    return found ? plainCell(cells[found.index]) : ''
  }
  const say = (column: Column | null, code: RowProblemCode, suggestion?: string | null) => {
    const cell = column ? cellOf(column).slice(0, 40) : ''
    problems.push({ row: number, column, code, cell, suggestion: suggestion ?? null })
    return null
  }
  const needed = (column: Column) => cellOf(column) || say(column, 'cell-missing')

  function day(column: Column, cell: string): Day | null {
    const read = parseDay(cell)
    if (read === null) return say(column, 'day-unreadable')
    if (read > sheet.today) return say(column, 'day-in-future')
    return read < EARLIEST ? say(column, 'day-too-early') : read
  }
  function money(column: Column, cell: string): number | null {
    const fen = parseMoneyCell(cell, heading(column)?.unit ?? sheet.unit)
    if (typeof fen === 'string') return say(column, fen)
    if (fen <= 0) return say(column, 'amount-not-above-zero')
    return fen > AMOUNT_MOST_FEN ? say(column, 'amount-too-large') : fen
  }
  function optional<Value>(
    column: Column,
    read: (cell: string) => Value | null,
    code: RowProblemCode,
  ): Value | null {
    const cell = cellOf(column)
    return cell === '' ? null : (read(cell) ?? say(column, code))
  }

  if (cells.length > sheet.width && cells.slice(sheet.width).some((cell) => plainCell(cell))) {
    say(null, 'row-shifted')
    return { ok: false, problems }
  }
  const uscc = readUscc(needed('uscc'), say)
  const financier = needed('financier')?.replace(/\s+/g, ' ') ?? null
  if (financier && financier.length > NAME_MOST) say('financier', 'name-long')
  const company = cellOf('company').replace(/\s+/g, ' ') || uscc
  if (company && company.length > NAME_MOST) say('company', 'name-long')
  const kindCell = cellOf('kind')
  const kind = kindCell ? parseKind(kindCell) : kindOfName(financier ?? '')
  if (kind === null && kindCell) say('kind', 'kind-unknown')
  if (kind === null && !kindCell && financier) say('kind', 'kind-missing')
  const classCell = needed('class')
  const name = classCell && parseClass(classCell)
  if (classCell && !name) say('class', 'class-unknown')
  const contractNo = needed('contract')?.replace(/\s+/g, ' ') ?? null
  if (contractNo && /^\d(?:\.\d+)?e\+\d+$/i.test(contractNo)) say('contract', 'contract-mangled')
  if (contractNo && contractNo.length > CONTRACT_MOST) say('contract', 'contract-long')
  const grantedDay = needed('granted-on')
  const grantedOn = grantedDay && day('granted-on', grantedDay)
  const grantedAmount = needed('granted')
  const granted = grantedAmount ? money('granted', grantedAmount) : null
  const drawnDay = cellOf('drawn-on')
  const drawnAmount = cellOf('drawn')
  if (drawnDay && !drawnAmount) say('drawn', 'drawing-without-amount')
  if (!drawnDay && drawnAmount) say('drawn-on', 'drawing-without-day')
  const drawnOn = drawnDay ? day('drawn-on', drawnDay) : null
  const drawn = drawnAmount ? money('drawn', drawnAmount) : null
  const tenorMonths = optional('tenor', parseTenor, 'tenor-unreadable')
  const rateBp = optional('rate', parseRateCell, 'rate-unreadable')
  const firstLoan = optional('first-loan', parseYesNo, 'first-loan-unreadable')

  if (problems.length > 0) return { ok: false, problems }
  if (!uscc || !company || !financier || !kind || !name || !contractNo || !grantedOn || !granted)
    throw new Error(`row ${number} lacks a cell that was not missed`)
  const row: BankRow = {
    row: number,
    uscc,
    company,
    financier,
    kind,
    class: name,
    contractNo,
    granted: { on: grantedOn, fen: granted },
    drawn: drawnOn && drawn ? { on: drawnOn, fen: drawn } : null,
    tenorMonths: tenorMonths || null,
    rateBp,
    firstLoan,
  }
  const notes: RowNoteCode[] = []
  if (row.drawn && row.drawn.fen > granted) notes.push('drawn-over-granted')
  if (row.drawn && row.drawn.on < grantedOn) notes.push('drawn-before-granted')
  return { ok: true, row, notes }
}

function readUscc(
  cell: string | null,
  say: (column: Column, code: RowProblemCode, suggestion?: string | null) => null,
): string | null {
  if (!cell) return null
  const uscc = normaliseUscc(cell)
  const problem = usccProblem(uscc)
  return problem ? say('uscc', problem, suggestUscc(uscc)) : uscc
}
