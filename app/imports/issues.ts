/** What is to be mended in a file: each place once, in the order of its rows. */
import type { Question, RowProblem } from '@/domain/bank-file/bank-file'
import type { ImportReport } from '@/domain/bank-file/import-report'

export const ISSUES_A_PAGE = 25
/** Of one question that is about many rows. */
export const ROWS_SHOWN = 5

export interface Issue {
  /** Where it stands in the page's address. */
  id: string
  rows: number[]
  problems: RowProblem[]
  question: Question | null
}

/** The problems of one row are one issue; a question is one with all its rows. */
export function issuesOf(
  { problems }: Pick<ImportReport, 'problems'>,
  questions: readonly Question[],
): Issue[] {
  const byRow = new Map<number, RowProblem[]>()
  for (const problem of problems)
    byRow.set(problem.row, [...(byRow.get(problem.row) ?? []), problem])
  return [
    ...[...byRow].map(([row, found]) => ({
      ...{ id: `row-${row}`, rows: [row], problems: found, question: null },
    })),
    ...questions.map((question, at) => ({
      ...{ id: `asked-${at + 1}`, rows: question.rows, problems: [], question },
    })),
  ].toSorted((a, b) => (a.rows[0] ?? 0) - (b.rows[0] ?? 0))
}

export interface Equation {
  rows: number
  ready: number
  asked: number
  there: number
  waiting: number
  bad: number
}

/** Where the rows of a file go: ready, asked, there, waiting and bad add up to them all. */
export function equationOf(report: ImportReport): Equation {
  const bad = new Set(report.problems.map(({ row }) => row))
  const asked = askedRows(report)
  const there = report.there.filter((row) => !asked.has(row)).length
  const { rows, waiting } = report
  const ready = rows - asked.size - there - waiting - bad.size
  return { rows, ready, asked: asked.size, there, waiting, bad: bad.size }
}

/** The rows about which something is asked, but for those that are bad besides. */
export function askedRows({ questions, problems }: ImportReport): Set<number> {
  const rows = new Set(questions.flatMap((question) => question.rows))
  for (const { row } of problems) rows.delete(row)
  return rows
}
