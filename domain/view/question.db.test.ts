import { expect, test } from 'vitest'
import { officialActor } from '../testing/cast'
import { expectRefusal, tale, value } from '../testing/tale'
import { deleteQuestion } from './delete-question'
import { listQuestions } from './queries'
import { saveQuestion } from './save-question'
import { QUESTIONS_AT_MOST, saveQuestionSchema } from './view'

const { scene } = tale()
const asked = { from: '2024-01', to: '2024-05', cut: 'district' }

test(
  'a question is its member’s alone: another neither reads nor deletes it',
  scene(async ({ db, cast, as }) => {
    const [mine, other] = (['owner', 'editor'] as const).map((role) =>
      as(officialActor(cast.authority, cast.of.authority[role], [])),
    )
    if (!mine || !other) throw new Error('nobody')
    const id = value(await saveQuestion(mine, { name: 'by district' }, asked))
    value(await saveQuestion(mine, { name: 'as it was' }, { ...asked, asOf: '12' }))
    expect((await listQuestions(mine)).map(({ name, parameters }) => [name, parameters])).toEqual([
      ['by district', asked],
      ['as it was', { ...asked, asOf: '12' }],
    ])
    expect(await listQuestions(other)).toEqual([])
    value(await saveQuestion(other, { name: 'by district' }, asked))
    await expectRefusal(db, () => deleteQuestion(other, id), 'not-found')
    value(await deleteQuestion(mine, id))
    expect(await listQuestions(mine)).toHaveLength(1)
    expect(await listQuestions(other)).toHaveLength(1)
  }),
)

test(
  'a name is taken once, and so many are kept',
  scene(async ({ db, cast, as }) => {
    const mine = as(officialActor(cast.authority, cast.of.authority.owner, []))
    for (let count = 0; count < QUESTIONS_AT_MOST; count++)
      value(await saveQuestion(mine, { name: `question ${count}` }, asked))
    await expectRefusal(
      db,
      () => saveQuestion(mine, { name: 'one more' }, asked),
      'too-many-questions',
    )
    const [first] = await listQuestions(mine)
    value(await deleteQuestion(mine, first?.id ?? ''))
    await expectRefusal(
      db,
      () => saveQuestion(mine, { name: 'question 1' }, asked),
      'question-name-taken',
    )
  }),
)

test.each([
  ['', false],
  ['  ', false],
  ['a'.repeat(30), true],
  ['a'.repeat(31), false],
])('a name of %j: %s', (name, is) => {
  expect(saveQuestionSchema.safeParse({ name, isFixed: true }).success).toBe(is)
})
