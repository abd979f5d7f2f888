import type { RowProblem } from '../bank-file/bank-file'
import type { Context } from '../context'
import type { ImportSender } from './lock-import'
import { cellAt, findImport, readCells } from './queries'

export interface BadRows {
  name: string
  /** The lines above the table and its headings, as the file has them. */
  above: string[][]
  rows: { row: number; cells: string[]; problems: RowProblem[]; isLeft: boolean }[]
  width: number
}

/** The rows of an import that are not written, as they stand now, with why: to be mended and sent again. */
export async function listBadRows(
  context: Context<ImportSender>,
  importId: string,
): Promise<BadRows | null> {
  const found = await findImport(context, importId)
  if (!found?.found?.ok || !found.hasContent) return null
  const cells = await readCells(context, found)
  const { grid, headingRow, headings } = cells
  const shown = headings.filter(({ isPersonal }) => !isPersonal)
  const problems = new Map<number, RowProblem[]>()
  for (const one of found.found.report.problems)
    problems.set(one.row, [...(problems.get(one.row) ?? []), one])
  const left = new Set(found.leftRows)
  const numbers = [...new Set([...problems.keys(), ...left])].toSorted((a, b) => a - b)
  return {
    name: found.file.name,
    above: [
      ...grid.slice(0, headingRow - 1).map((line) => [...line]),
      shown.map(({ index }) => grid[headingRow - 1]?.[index] ?? ''),
    ],
    rows: numbers.map((row) => ({
      ...{ row, isLeft: left.has(row), problems: problems.get(row) ?? [] },
      cells: shown.map(({ index }) => cellAt(cells, found, row, index).now),
    })),
    width: shown.length,
  }
}
