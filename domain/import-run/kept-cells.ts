/** The cells of an upload as they are kept, and read again with what was mended in them. */
import { createHash } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { Day } from '../calendar/calendar'
import { plainCell } from '../bank-file/cells'
import type { Interview } from '../bank-file/interview'
import { findHeadings } from '../bank-file/read-bank-file'
import type { Table, TableSource } from '../bank-file/read-table'
import { isPersons, readCode, WITHHELD } from '../bank-file/telling-cells'
import type { ImportFile, Mended, Upload } from './import-run'

export type Grid = readonly (readonly string[])[]

/** A code's column may hold any number of 18 figures; what is a person's is kept nowhere. */
function withheld(cell: string, today: Day, isCode: boolean): string {
  if (cell.length < 15) return cell
  const plain = plainCell(cell)
  const read = isCode ? readCode(plain) : null
  const isPerson =
    read && 'code' in read ? read.code === 'uscc-person' || read.code === 'uscc-nobody' : false
  return isPerson || (!read && isPersons(plain, today)) ? WITHHELD : cell
}

/** The cells without what may not be kept: personal columns, and numbers of persons. */
export function keepable(grid: Grid, today: Day): string[][] {
  const found = findHeadings(grid)
  const personal = new Set(found?.headings.flatMap((one) => (one.isPersonal ? [one.index] : [])))
  const codeAt = found?.headings.find(({ column }) => column === 'uscc')?.index ?? -1
  return grid.map((cells, at) =>
    cells.map((cell, index) => {
      const isBelow = found !== null && at >= found.row
      if (isBelow && personal.has(index)) return ''
      return withheld(cell, today, isBelow && index === codeAt)
    }),
  )
}

export const packCells = (grids: readonly Grid[]): Buffer =>
  gzipSync(JSON.stringify(grids), { level: 4 })
export const unpackCells = (content: Buffer): string[][][] =>
  JSON.parse(gunzipSync(content).toString('utf8')) as string[][][]

/** Sheets that are shown and hold a table with headings; of none of them, those that hold anything. */
export function possibleSheets({ sheets }: ImportFile, grids: readonly Grid[]): number[] {
  const shown = sheets.flatMap((sheet, at) => (!sheet.isHidden && sheet.rows > 0 ? [at] : []))
  const withHeadings = shown.filter((at) => findHeadings(grids[at] ?? []) !== null)
  return withHeadings.length > 0 ? withHeadings : shown
}

/** The sheet that is meant; null while that is asked. */
function chosenSheet(
  file: ImportFile,
  grids: readonly Grid[],
  interview: Pick<Interview, 'ask'>,
): number | null {
  const possible = possibleSheets(file, grids)
  if (possible.length < 2) return possible[0] ?? 0
  const names = possible.map((at) => file.sheets[at]?.name ?? '')
  const words = names.join('、')
  const asked = { kind: 'sheet', about: 'file', column: null, words, answers: names } as const
  const answer = interview.ask(asked)
  return answer === null ? null : (possible[names.indexOf(answer)] ?? null)
}

/** Which line of merged cells stands for which below it, by row and column index. */
function mergedCells(merged: readonly string[]) {
  const cells: { row: number; index: number; from: number }[] = []
  const columnOf = (letters: string) =>
    [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  for (const range of merged) {
    const [, letters = '', first = '', last = ''] = /^([A-Z]+)(\d+):[A-Z]+(\d+)$/.exec(range) ?? []
    for (let row = Number(first) + 1; row <= Number(last); row++)
      cells.push({ row, index: columnOf(letters), from: Number(first) })
  }
  return cells
}

/**
 * An upload as a table to read: the sheet that is meant, what it hides and merges as answered, mended cells in place. Its cells
 * are unpacked when it is opened, and are gone when it is read.
 */
export function tableOf(
  file: ImportFile,
  content: Buffer,
  { mended, leftRows }: { mended: Mended; leftRows: readonly number[] },
): TableSource {
  return {
    open(interview): Table | null {
      const grids = unpackCells(content)
      const at = chosenSheet(file, grids, interview)
      if (at === null) return null
      const facts = file.sheets[at]
      const grid = grids[at] ?? []
      const headingRow = findHeadings(grid)?.row ?? 0
      const below = mergedCells(facts?.merged ?? []).filter(({ row }) => row - 1 > headingRow)
      const hidden = (facts?.hiddenRows ?? []).filter((row) => row > headingRow)
      const mergedRows = below.map(({ row }) => row)
      const isFilled = ask(interview, 'merged', mergedRows, ['fill', 'leave'])
      const isRead = ask(interview, 'hidden-rows', hidden, ['read', 'leave'])
      if (isFilled === null || isRead === null) return null
      const cells: [row: number, index: number, text: string][] = []
      if (isFilled === 'fill')
        for (const { row, index, from } of below)
          cells.push([row, index, grid[from - 1]?.[index] ?? ''])
      for (const [key, text] of Object.entries(mended)) {
        const [row = 0, index = 0] = key.split(':').map(Number)
        cells.push([row, index, text])
      }
      for (const [row, index, text] of cells) put(grid, row, index, text)
      for (const row of [...leftRows, ...(isRead === 'leave' ? hidden : [])]) grid[row - 1] = []
      return { rows: letGo(grid), encoding: file.encoding, calendar: file.is1904 ? 1904 : 1900 }
    },
  }
}

/** Row by row, each forgotten once it is read. */
function* letGo(grid: string[][]): Generator<string[]> {
  for (const [at, cells] of grid.entries()) {
    grid[at] = []
    yield cells
  }
}

function put(grid: string[][], row: number, index: number, text: string): void {
  const cells = grid[row - 1]
  if (!cells) return
  while (cells.length < index) cells.push('')
  cells[index] = text
}

/** Asks what is to be done with such rows; where there are none, nothing. */
function ask(
  interview: Interview,
  kind: 'merged' | 'hidden-rows',
  rows: readonly number[],
  answers: readonly string[],
): string | null {
  if (rows.length === 0) return ''
  const unique = [...new Set(rows)]
  return interview.ask(
    { kind, about: 'file', column: null, words: String(unique.length), answers },
    unique,
  )
}

/** By what an upload is recognised as like an earlier one: its headings, to the letter. */
export function headingsDigest(file: ImportFile, grids: readonly Grid[]): string {
  const [at = 0] = possibleSheets(file, grids)
  const labels = findHeadings(grids[at] ?? [])?.headings.map(({ label }) => label) ?? []
  return createHash('sha256').update(labels.join('\n')).digest('base64url')
}

export function uploadFile(
  { grids: _, ...facts }: Upload,
  name: string,
  bytes: number,
): ImportFile {
  return { ...facts, name: name.normalize('NFC').slice(0, 200), bytes }
}
