/** What a table is, whatever file it becomes. */

export type Value = string | number | null

/**
 * What the cells of a column are. *code* is text however many digits it has, *month* is 'YYYY-MM', *day* 'YYYY-MM-DD',
 * *percent* points of it. A text in a column of figures says why there is no figure.
 */
export type Kind = 'text' | 'code' | 'count' | 'yuan' | 'percent' | 'month' | 'day'

export interface Column {
  head: string
  kind: Kind
}

export interface TableFile {
  /** What is in it, in the reader's language; the file is named so. */
  name: string
  /** The same for a browser that takes no name in other letters. */
  plainName: string
  /** What the file says of itself: label and value. */
  about: readonly (readonly [label: string, value: string])[]
  /** Names of the two sheets. */
  sheets: { about: string; table: string }
  columns: readonly Column[]
  rows: AsyncIterable<readonly Value[]> | Iterable<readonly Value[]>
  /** The moment that stands in the workbook. */
  at: Date
}
