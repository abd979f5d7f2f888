import type { Column, Kind, Value } from './table'

/**
 * A line that a spreadsheet opens as it is: no cell is a formula whoever wrote its text. Codes get a tab before them where a
 * spreadsheet would take them for numbers or days: 002 is not 2, 1E5 not 100000, 3-12 no day.
 */
export function csvLine(values: readonly Value[], columns: readonly Column[] = []): string {
  return `${values.map((value, index) => cellOf(value, columns[index]?.kind)).join(',')}\r\n`
}

/** What a spreadsheet would take for the beginning of a formula, in full width too. */
export const formulaBegins = /^[=+\-@＝＋－＠\t\r]/

const longNumber = /^\d{12,}$/
const likeNumber = /^\d[\d.,:/eE-]*$/

function cellOf(value: Value, kind: Kind = 'text'): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const text = (kind === 'code' ? likeNumber : longNumber).test(value)
    ? `\t${value}`
    : formulaBegins.test(value)
      ? `'${value}`
      : value
  return /[",\r\n\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
