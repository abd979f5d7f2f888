/** One row of a bank file: what is wrong with it, what is asked of it, or the services it tells of. */
import type { Day } from '../calendar/calendar'
import { classes, classesOfKind } from '../product/classes'
import {
  drawingColumns,
  moneyUnits,
  ratePeriods,
  rateUnits,
  tenorUnits,
  type BankRow,
  type Column,
  type QuestionKind,
  type RowNoteCode,
  type RowProblem,
  type RowProblemCode,
  type TenorUnit,
} from './bank-file'
import { parseDay, parseYesNo } from './cells'
import type { Sheet, SheetColumn } from './choose-columns'
import type { Interview } from './interview'
import { monthsOf, readMoney, readRate, readTenor, yearlyBp } from './measures'
import { isPersons, readCode } from './telling-cells'
import { isYuan, moneyUnitOf, tenorUnitOf } from './units'
import { kindOfName, parseClass, parseKind } from './words'

/** Cells are plain here: see plainCell. *Asked*: a question is open without whose answer the row cannot be read. */
export type ReadRow =
  { ok: true; row: BankRow; notes: RowNoteCode[] } | { ok: false; problems: RowProblem[] } | 'asked'

const EARLIEST: Day = '1950-01-01'
const AMOUNT_MOST_FEN = 1e14
const RATE_MOST_BP = 3_600
/** Under it a rate is more likely a fraction of one, as a spreadsheet stores a percentage. */
const RATE_LOW_BP = 50
const NAME_MOST = 100
const CONTRACT_MOST = 60

class RowReader {
  readonly problems: RowProblem[] = []
  readonly notes: RowNoteCode[] = []
  isAsked = false

  constructor(
    private readonly number: number,
    private readonly cells: readonly string[],
    private readonly sheet: Sheet,
    private readonly interview: Interview,
  ) {}

  cell(column: Column): string {
    const found = this.sheet.columns.get(column)
    return (found && this.cells[found.index]) ?? ''
  }

  say(column: Column | null, code: RowProblemCode, more: Partial<RowProblem> = {}): null {
    const cell = column ? this.cell(column).slice(0, 40) : ''
    this.problems.push({ row: this.number, column, code, cell, suggestion: null, ...more })
    return null
  }

  needed(column: Column): string | null {
    return this.cell(column) || this.say(column, 'cell-missing')
  }

  private ask<Answer extends string>(
    kind: QuestionKind,
    column: Column,
    answers: readonly Answer[],
    words: string,
    about: string = column,
  ): Answer | null {
    const answer = this.interview.ask({ kind, about, column, words, answers }, [this.number])
    const found = answers.find((one) => one === answer) ?? null
    if (found === null) this.isAsked = true
    return found
  }

  /** What the cell says where its column says something else; null where it is asked. */
  private askWhich(column: Column): 'cell' | 'column' | null {
    return this.ask('cell-unit', column, ['cell', 'column'], this.cell(column))
  }

  uscc(): { uscc: string; codeWaits: boolean } | null {
    const cell = this.needed('uscc')
    const read = cell && readCode(cell)
    if (!read) return null
    if ('uscc' in read) return read
    const { code, mayShow, suggestion } = read
    return this.say('uscc', code, mayShow ? { suggestion } : { cell: '' })
  }

  name(column: 'company' | 'financier', text: string | null): string | null {
    const name = text?.replace(/\s+/g, ' ') || null
    return name && name.length > NAME_MOST ? this.say(column, 'name-long') : name
  }

  reference(column: 'contract' | 'voucher', text: string | null): string | null {
    const number = text?.replace(/\s+/g, ' ') || null
    if (number && /^\d(?:\.\d+)?e\+\d+$/i.test(number)) return this.say(column, 'contract-mangled')
    return number && number.length > CONTRACT_MOST ? this.say(column, 'contract-long') : number
  }

  class() {
    const cell = this.needed('class')
    if (!cell) return null
    const { sender } = this.sheet
    const possible = sender ? classesOfKind[sender.kind] : classes
    const known =
      parseClass(cell) ?? this.ask('class', 'class', [...possible, 'refuse'], cell, cell)
    if (known === 'refuse') return this.say('class', 'class-unknown')
    return known && !possible.includes(known) ? this.say('class', 'class-of-kind') : known
  }

  kind(financier: string | null) {
    const cell = this.cell('kind')
    return cell
      ? (parseKind(cell) ?? this.say('kind', 'kind-unknown'))
      : kindOfName(financier ?? '')
  }

  day(column: Column, cell: string | null): Day | null {
    if (!cell) return null
    const read = parseDay(cell, this.sheet.calendar)
    if (read === null) return this.say(column, 'day-unreadable')
    if (read.day > this.sheet.today) return this.say(column, 'day-in-future')
    if (read.day < EARLIEST) return this.say(column, 'day-too-early')
    if (read.from !== 'text')
      this.notes.push(read.from === 'serial' ? 'day-from-serial' : 'day-from-instant')
    return read.day
  }

  money(column: 'granted' | 'drawn', cell: string | null): number | null {
    const found = this.sheet.columns.get(column)
    if (!cell || !found) return null
    const named = this.cell('amount-unit')
    const rowUnit = named === '' ? null : moneyUnitOf(named)
    if (named !== '' && rowUnit === null) return this.say('amount-unit', 'unit-unknown')
    const isTwo = rowUnit !== null && found.money !== null && rowUnit !== found.money
    const which = isTwo ? this.askWhich(column) : null
    if (isTwo && which === null) return null
    const unit = which === 'column' ? found.money : (rowUnit ?? found.money)
    let read = readMoney(cell, unit)
    if (read === 'no-unit') {
      const answer = this.ask('unit', column, moneyUnits, found.label)
      if (answer === null) return null
      found.money = answer
      read = readMoney(cell, answer)
    }
    if (typeof read === 'string') return read === 'no-unit' ? null : this.say(column, read)
    let fen: number | null
    if ('fen' in read) fen = read.fen
    else {
      const right = this.askWhich(column)
      if (right === null) return null
      fen = right === 'cell' ? read.own : read.byColumn
    }
    if (fen === null) return this.say(column, 'amount-unreadable')
    if (fen <= 0) return this.say(column, 'amount-not-above-zero')
    return fen > AMOUNT_MOST_FEN ? this.say(column, 'amount-too-large') : fen
  }

  /** The unit of a rate or its period: of the cell, else of the column, else as answered. */
  private oneOf<Unit extends string>(
    own: Unit | null,
    found: SheetColumn,
    key: 'rate' | 'period' | 'tenor',
    answers: readonly Unit[],
  ): Unit | null {
    const given = answers.find((unit) => unit === found[key]) ?? null
    if (own && given && own !== given) {
      const right = this.askWhich(found.column)
      return right && (right === 'cell' ? own : given)
    }
    if (own ?? given) return own ?? given
    return this.ask(key === 'period' ? 'period' : 'unit', found.column, answers, found.label)
  }

  rate(): number | null {
    const cell = this.cell('rate')
    const found = this.sheet.columns.get('rate')
    if (cell === '' || !found) return null
    const read = readRate(cell)
    if (!read) return this.say('rate', 'rate-unreadable')
    const unit = this.oneOf(read.rate, found, 'rate', rateUnits)
    const period = this.oneOf(read.period, found, 'period', ratePeriods)
    if (unit === null || period === null) return null
    let { bp, isRounded } = yearlyBp(read.digits, unit, period)
    if (Number(read.digits) > 0 && bp < RATE_LOW_BP) {
      const answer = this.ask('low-rate', 'rate', ['as-written', 'fraction'], cell)
      if (answer === null) return null
      if (answer === 'fraction') ({ bp, isRounded } = yearlyBp(read.digits, 'fraction', period))
    }
    if (bp > RATE_MOST_BP) return this.say('rate', 'rate-unreadable')
    if (isRounded) this.notes.push('rate-rounded')
    return bp
  }

  tenor(): number | null {
    const cell = this.cell('tenor')
    const found = this.sheet.columns.get('tenor')
    if (cell === '' || !found) return null
    const read = readTenor(cell)
    if (!read) return this.say('tenor', 'tenor-unreadable')
    const beside = this.cell('tenor-unit')
    const unitBeside: TenorUnit | null = beside === '' ? null : tenorUnitOf(beside)
    if (beside !== '' && unitBeside === null) return this.say('tenor-unit', 'unit-unknown')
    if (read.tenor && unitBeside && read.tenor !== unitBeside)
      return this.say('tenor-unit', 'unit-unknown')
    const unit = this.oneOf(read.tenor ?? unitBeside, found, 'tenor', tenorUnits)
    if (unit === null) return null
    const months = monthsOf(read.digits, unit)
    if (!months) return this.say('tenor', 'tenor-unreadable')
    if (months.isRounded) this.notes.push('tenor-rounded')
    return months.months || null
  }

  currency(): void {
    if (!this.sheet.columns.has('currency')) return
    const cell = this.needed('currency')
    if (cell && !isYuan(cell)) this.say('currency', 'not-in-yuan')
  }

  firstLoan(): boolean | null {
    const cell = this.cell('first-loan')
    return cell === ''
      ? null
      : (parseYesNo(cell) ?? this.say('first-loan', 'first-loan-unreadable'))
  }

  holdsPerson(): boolean {
    return [...this.sheet.columns.keys()].some(
      (column) => column !== 'uscc' && isPersons(this.cell(column), this.sheet.today),
    )
  }
}

export function readBankRow(
  number: number,
  cells: readonly string[],
  sheet: Sheet,
  interview: Interview,
): ReadRow {
  const reader = new RowReader(number, cells, sheet, interview)
  const only = (code: RowProblemCode): ReadRow => {
    reader.say(null, code)
    return { ok: false, problems: reader.problems }
  }
  // Cells beyond the headings mean that the row has shifted.
  if (cells.slice(sheet.width).some((cell) => cell !== '')) return only('row-shifted')
  if (reader.holdsPerson()) return only('person-number')
  const code = reader.uscc()
  // Of a row that tells of a person nothing else is read.
  if (reader.problems.some((one) => one.code === 'uscc-person' || one.code === 'uscc-nobody'))
    return { ok: false, problems: reader.problems }
  reader.currency()
  if (reader.problems.some((one) => one.code === 'not-in-yuan'))
    return { ok: false, problems: reader.problems }
  const said =
    sheet.sender && !reader.cell('financier') ? sheet.sender.name : reader.needed('financier')
  const financier = reader.name('financier', said)
  const company = reader.name('company', reader.cell('company')) ?? code?.uscc
  const kind = reader.kind(financier)
  const name = reader.class()
  const contractNo = reader.reference('contract', reader.needed('contract'))
  const voucher = reader.reference('voucher', reader.cell('voucher'))
  const hasGrants = sheet.columns.has('granted')
  const grantedOn = hasGrants ? reader.day('granted-on', reader.needed('granted-on')) : null
  const granted = hasGrants ? reader.money('granted', reader.needed('granted')) : null
  const drawnDay = reader.cell('drawn-on')
  const drawnAmount = reader.cell('drawn')
  if (!hasGrants) for (const column of drawingColumns) reader.needed(column)
  else if (drawnDay && !drawnAmount) reader.say('drawn', 'drawing-without-amount')
  else if (!drawnDay && drawnAmount) reader.say('drawn-on', 'drawing-without-day')
  const drawnOn = reader.day('drawn-on', drawnDay)
  const drawn = reader.money('drawn', drawnAmount)
  const tenorMonths = reader.tenor()
  const rateBp = reader.rate()
  const firstLoan = reader.firstLoan()

  if (reader.problems.length > 0) return { ok: false, problems: reader.problems }
  if (reader.isAsked) return 'asked'
  if (!code || !company || !financier || !name || !contractNo)
    throw new Error(`row ${number} lacks a cell that was not missed`)
  const row: BankRow = {
    ...{ row: number, ...code, company, financier, kind, class: name, contractNo, voucher },
    granted: grantedOn && granted ? { on: grantedOn, fen: granted } : null,
    drawn: drawnOn && drawn ? { on: drawnOn, fen: drawn } : null,
    ...{ tenorMonths, rateBp, firstLoan },
  }
  const { notes } = reader
  if (code.codeWaits) notes.push('code-waits')
  if (row.drawn && row.granted && row.drawn.fen > row.granted.fen) notes.push('drawn-over-granted')
  if (row.drawn && row.granted && row.drawn.on < row.granted.on) notes.push('drawn-before-granted')
  return { ok: true, row, notes }
}
