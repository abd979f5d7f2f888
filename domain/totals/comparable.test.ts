import { expect, test } from 'vitest'
import { comparable } from './comparable'

const at = (day: string) => new Date(`${day}T02:00:00Z`)
const months = (from: number, to: number, until?: string) => ({ period: { from, to }, until })

test.each([
  ['months that are over', months(202401, 202405), '2024-06-12', months(202301, 202305)],
  ['a year', months(202401, 202412), '2025-03-01', months(202301, 202312)],
  [
    'a month that runs: like days',
    months(202401, 202405),
    '2024-05-15',
    months(202301, 202305, '2023-05-15'),
  ],
  ['its first day', months(202405, 202405), '2024-05-01', months(202305, 202305, '2023-05-01')],
  ['its last day: the whole month', months(202401, 202405), '2024-05-31', months(202301, 202305)],
  ['the last of a short February', months(202501, 202502), '2025-02-28', months(202401, 202402)],
  [
    'the day that the year before had not',
    months(202402, 202402, '2024-02-29'),
    '2024-06-12',
    months(202302, 202302),
  ],
  [
    'a day that was asked for',
    months(202401, 202405, '2024-05-10'),
    '2024-06-12',
    months(202301, 202305, '2023-05-10'),
  ],
])('%s', (_name, asked, today, base) => {
  expect(comparable(asked, at(today))).toEqual(base)
})

test.each([
  ['before the ledger began', months(202301, 202312), '2024-06-12'],
  ['that reaches before it', months(202312, 202405), '2024-06-12'],
  ['with a month to come', months(202401, 202406), '2024-05-15'],
  ['of months to come alone', months(202407, 202408), '2024-05-15'],
])('there is nothing to compare a period with: %s', (_name, asked, today) => {
  expect(comparable(asked, at(today))).toBeNull()
})
