import type { Value } from './table'

/**
 * A line that a spreadsheet opens as it is: no cell is a formula whoever wrote its text. Codes of many digits get a tab
 * before them, or a spreadsheet would round them.
 */
export function csvLine(values: readonly Value[]): string {
  return `${values.map(cellOf).join(',')}\r\n`
}

/** What a spreadsheet would take for the beginning of a formula, in full width too. */
export const formulaBegins = /^[=+\-@＝＋－＠\t\r]/

function cellOf(value: Value): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const text = /^\d{12,}$/.test(value)
    ? `\t${value}`
    : formulaBegins.test(value)
      ? `'${value}`
      : value
  return /[",\r\n\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
