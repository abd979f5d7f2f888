import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { DAYS, WORKING_DAYS } from './clock'

test('the clocks of the law are as long as those of the rules', () => {
  const law = readFileSync('docs/domain.md', 'utf8')
  const [, table = ''] = law.split('| clock | default | when it runs out |\n')
  const rows = table.split('\n\n')[0]?.split('\n').slice(1) ?? []
  const lengths = rows.map((row) => row.match(/\b\d+\b/g)?.map(Number))
  expect(lengths).toEqual([
    [WORKING_DAYS.review],
    [WORKING_DAYS.firstAnswer],
    [WORKING_DAYS.answer, WORKING_DAYS.answerLapses],
    [WORKING_DAYS.consent],
    [WORKING_DAYS.contact],
    [WORKING_DAYS.file],
    [DAYS.decision],
    [DAYS.drawing],
    [WORKING_DAYS.report],
    [WORKING_DAYS.request],
    [WORKING_DAYS.confirm],
  ])
})
