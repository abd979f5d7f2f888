/** Which column of a bank file is which field: by the closed vocabulary, else by an answer; never by where it stands. */
import {
  COLUMN_MEANS,
  columns as fields,
  drawingColumns,
  grantColumns,
  LEAVE_OUT,
  neededColumns,
  type Column,
  type LeftColumn,
  type MoneyUnit,
  type ReadColumn,
  type Sender,
} from './bank-file'
import type { Day } from '../calendar/calendar'
import type { Calendar } from './cells'
import { moneyColumns, type Heading, type Units } from './headings'
import type { Interview } from './interview'

export type SheetColumn = Heading & { column: Column }

export interface Sheet {
  columns: ReadonlyMap<Column, SheetColumn>
  width: number
  today: Day
  calendar: Calendar
  /** Of a financier's own file. */
  sender: Sender | null
}

export type ChosenColumns =
  | {
      columns: Map<Column, SheetColumn>
      left: LeftColumn[]
      /** Columns without a heading. */
      unnamed: number[]
    }
  | { missing: Column[] }
  | { foreign: string }
  /** Questions are open that come before any row. */
  | 'asked'

/** A heading as whoever sends it says that it is meant, whatever the vocabulary says; personal data stay unread. */
function asTold(heading: Heading, interview: Interview): Heading {
  if (heading.isPersonal || heading.label === '') return heading
  const told = interview.told(`${COLUMN_MEANS}.${heading.label}`, [...fields, LEAVE_OUT])
  if (told === null) return heading
  return { ...heading, perhaps: [], column: fields.find((one) => one === told) ?? null }
}

/** What unknown headings mean that an amount, a day or a rate may hide behind. */
function meanings(headings: readonly Heading[], interview: Interview): Heading[] | null {
  let isOpen = false
  const meant = headings.map((found) => {
    const heading = asTold(found, interview)
    if (heading.perhaps.length === 0) return heading
    const answer = interview.ask({
      kind: 'heading',
      about: heading.label,
      column: null,
      words: heading.label,
      answers: [...heading.perhaps, LEAVE_OUT],
    })
    isOpen ||= answer === null
    const column = heading.perhaps.find((one) => one === answer)
    return column ? { ...heading, column } : heading
  })
  return isOpen ? null : meant
}

/** Grants are needed, unless a file that names no grant tells of drawings. */
function neededOf(headings: readonly Heading[], isOwn: boolean): readonly Column[] {
  const has = (column: Column) => headings.some((one) => one.column === column)
  const isOnlyDrawn = !grantColumns.some(has) && drawingColumns.every(has)
  const always = neededColumns.filter((column) => !isOwn || column !== 'financier')
  return [...always, ...(isOnlyDrawn ? drawingColumns : grantColumns)]
}

function chooseOne(
  column: Column,
  isNeeded: boolean,
  headings: readonly Heading[],
  interview: Interview,
): Heading | 'none' | 'asked' | 'missing' {
  const named = headings.filter((one) => one.column === column)
  const [first] = named
  if (first && named.length === 1) return first
  if (!first && !isNeeded) return 'none'
  const unknown = headings.filter(
    (one) =>
      one.label !== '' &&
      !one.isPersonal &&
      (one.column === null || (column === 'contract' && one.column === 'voucher')),
  )
  const possible = (first ? named : unknown).map(({ label }) => label).toSorted()
  if (possible.length === 0) return 'missing'
  const answer = interview.ask({
    kind: 'column',
    about: column,
    column,
    words: possible.join('、'),
    answers: isNeeded ? possible : [...possible, LEAVE_OUT],
  })
  if (answer === null) return 'asked'
  return headings.find(({ label }) => label === answer) ?? 'none'
}

/** Gives a column of money the unit of its heading or of a line above the table. False where the two differ and it is asked. */
function agreeOnUnit(found: SheetColumn, above: MoneyUnit | null, interview: Interview): boolean {
  const { money: own, column } = found
  const answers = own && above && own !== above ? [own, above] : null
  if (!answers) {
    found.money = own ?? above
    return true
  }
  const words = answers.join('、')
  const answer = interview.ask({ kind: 'unit', about: column, column, words, answers })
  found.money = answers.find((unit) => unit === answer) ?? null
  return answer !== null
}

export function chooseColumns(
  cells: readonly Heading[],
  above: Units,
  interview: Interview,
  /** Whether it is a financier's own file, which need not name it in each row. */
  isOwn = false,
): ChosenColumns {
  const headings = meanings(cells, interview)
  if (!headings) return 'asked'
  const columns = new Map<Column, SheetColumn>()
  const missing: Column[] = []
  let isOpen = false
  const needed = neededOf(headings, isOwn)
  const wanted = new Set([...needed, ...headings.flatMap(({ column }) => column ?? [])])
  for (const column of fields.filter((one) => wanted.has(one))) {
    const chosen = chooseOne(column, needed.includes(column), headings, interview)
    if (chosen === 'asked') isOpen = true
    else if (chosen === 'missing') missing.push(column)
    else if (chosen !== 'none') columns.set(column, { ...chosen, column })
  }
  // A voucher that stands for the contract is no voucher besides.
  if (columns.get('contract')?.index === columns.get('voucher')?.index) columns.delete('voucher')
  if (missing.length > 0) return { missing }
  for (const column of moneyColumns) {
    const found = columns.get(column)
    if (!found) continue
    if (found.foreign || above.foreign)
      return { foreign: found.foreign ? found.label : (above.foreign ?? '') }
    if (!agreeOnUnit(found, above.money, interview)) isOpen = true
  }
  const rate = columns.get('rate')
  if (rate) {
    rate.rate ??= above.rate
    rate.period ??= above.period
  }
  const taken = new Set([...columns.values()].map(({ index }) => index))
  const left = headings
    .filter(({ index, label }) => label !== '' && !taken.has(index))
    .map(({ letter, label, isPersonal }) => ({ letter, heading: label, isPersonal }))
  const unnamed = headings.filter(({ label }) => label === '').map(({ index }) => index)
  return isOpen ? 'asked' : { columns, left, unnamed }
}

export function readColumnOf(found: SheetColumn): ReadColumn {
  const { column, letter, label: heading, money, rate, tenor, period } = found
  return { column, letter, heading, unit: money ?? rate ?? tenor, period }
}
