/** Cells that tell what a row is not: a company's own. */
import type { Day } from '../calendar/calendar'
import { isPersonNumber, normaliseUscc, suggestUscc, usccProblem } from '../uscc/uscc'
import type { RowProblemCode } from './bank-file'
import { plainCell } from './cells'

const ADULT_YEARS = 16

const sum = '(?:合\\s*计|总\\s*计|小\\s*计|共\\s*计|累\\s*计)'
const totalWord = new RegExp(
  `^(?:.{0,12}${sum}\\s*:?|${sum}[\\s:(,\\d].*|(?:sub-?|grand )?total(?:[\\s:(,\\d].*)?)$`,
  'i',
)

/** Whether a row only adds others up: a word says so, and no company's code stands in it. */
export function isTotal(cells: readonly string[], codeAt: number): boolean {
  const code = cells[codeAt] ?? ''
  if (code !== '' && !totalWord.test(code)) return false
  return cells.some((cell) => totalWord.test(cell))
}

/** A figure that a spreadsheet has rounded: in scientific notation, or 18 figures whose last ones became noughts. */
function isTurnedIntoNumber(cell: string): boolean {
  return /^\d(?:\.\d+)?E\+?\d{1,2}$/i.test(cell) || /^\d{15}000(?:\.0+)?$/.test(cell)
}

/** Whether a row says the headings again, as at the top of a printed page. */
export function isHeadingAgain(
  cells: readonly string[],
  columns: Iterable<{ index: number; label: string }>,
): boolean {
  for (const { index, label } of columns)
    if (cells[index] !== plainCell(label.replace(/^[A-Z]+:/, ''))) return false
  return true
}

/** Stands in the place of what was never kept: a person's number in a file that is kept while it is mended. */
export const WITHHELD = '\u2588\u2588\u2588'

/** The number of a person old enough to borrow: a contract's number with a day in it is none. */
export function isPersons(cell: string, today: Day): boolean {
  if (cell.includes(WITHHELD)) return true
  if (cell.length < 18) return false
  const latest = Number(today.slice(0, 4)) - ADULT_YEARS
  return [...cell.toUpperCase().matchAll(/(?<![0-9A-Z])\d{17}[\dX](?![0-9A-Z])/g)].some(
    ([number]) => isPersonNumber(number) && Number(number.slice(6, 10)) <= latest,
  )
}

type ReadCode =
  | { uscc: string; codeWaits: boolean }
  | { code: RowProblemCode; mayShow: boolean; suggestion: string | null }

/** The code in a cell, or what is wrong with it; what may be a person's number is never shown. */
export function readCode(cell: string): ReadCode {
  if (cell.includes(WITHHELD)) return { code: 'uscc-person', mayShow: false, suggestion: null }
  const uscc = normaliseUscc(cell)
  const problem = usccProblem(uscc)
  const wrong = (code: RowProblemCode, mayShow: boolean, suggestion: string | null = null) => ({
    code,
    mayShow,
    suggestion,
  })
  if (problem === null) return { uscc, codeWaits: false }
  if (problem === 'uscc-person' || problem === 'uscc-nobody') return wrong(problem, false)
  // Only what begins like a business licence is surely no person's number.
  if (isTurnedIntoNumber(uscc)) return wrong('uscc-number', uscc.startsWith('9'))
  if (problem === 'uscc-check') return { uscc, codeWaits: true }
  return wrong(problem, /[A-WYZ]/.test(uscc) && uscc.length > 15, suggestUscc(uscc))
}
