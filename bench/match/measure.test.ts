import { expect, test } from 'vitest'
import { askBoth, demandSame, Disagreement } from './measure'

test('variants that answer otherwise stop the bench, also where only one score differs', () => {
  const ours = [[{ id: 'a', part: 1 }], []]
  expect(() => demandSame('work', 'peer', [[{ id: 'a', part: 1 }]], ours)).not.toThrow()
  expect(() => demandSame('work', 'peer', [[{ id: 'a', part: 2 }]], ours)).toThrow(Disagreement)
})

test('two variants are asked the same, in the same order', async () => {
  const questions = Array.from({ length: 45 }, (_, place) => place)
  const [one, other] = await askBoth(
    questions,
    (question) => question,
    (question) => question * 2,
    3,
  )
  expect(one.answers).toEqual(questions)
  expect(other.answers).toEqual(questions.map((question) => question * 2))
  expect(one.times).toHaveLength(45)
})
