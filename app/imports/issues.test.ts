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

test('what becomes of the rows adds up to them', () => {
  const report = {
    rows: 62,
    taken: 53,
    there: [4, 5, 6],
    waiting: 0,
    bad: 1,
  } as unknown as ImportReport
  const { ready, asked, there, waiting, bad } = equationOf(report)
  expect({ ready, asked, there, waiting, bad }).toEqual({
    ready: 50,
    asked: 8,
    there: 3,
    waiting: 0,
    bad: 1,
  })
  expect(ready + asked + there + waiting + bad).toBe(62)
})
