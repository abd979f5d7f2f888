import { expect, test } from 'vitest'
import type { Question } from '@/domain/bank-file/bank-file'
import type { ImportReport } from '@/domain/bank-file/import-report'
import { equationOf, issuesOf } from './issues'

const problem = (row: number, code = 'cell-missing') =>
  ({ row, column: null, code, cell: '', suggestion: null }) as ImportReport['problems'][number]
const question = (rows: number[]) => ({ name: `twins.${rows[0]}`, rows }) as Question

test('the problems of a row are one place, and all stand in the order of their rows', () => {
  const issues = issuesOf({ problems: [problem(9), problem(4), problem(4, 'day-unreadable')] }, [
    question([6, 7]),
  ])
  expect(issues.map(({ rows, problems }) => [rows, problems.length])).toEqual([
    [[4], 2],
    [[6, 7], 0],
    [[9], 1],
  ])
})

test('what becomes of the rows adds up to them; a row that is bad is not asked about besides', () => {
  const report = {
    ...{ rows: 62, there: [4, 5, 6, 38], waiting: 2 },
    ...{ problems: [problem(60), problem(60, 'day-unreadable')] },
    questions: [question([38, 39]), question([52, 53, 54, 60])],
  } as unknown as ImportReport
  const { ready, asked, there, waiting, bad } = equationOf(report)
  expect({ asked, there, waiting, bad }).toEqual({ asked: 5, there: 3, waiting: 2, bad: 1 })
  expect(ready).toBe(62 - 5 - 3 - 2 - 1)
})
