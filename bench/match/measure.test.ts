import { DrizzleQueryError } from 'drizzle-orm/errors'
import pg from 'pg'
import { expect, test } from 'vitest'
import { lineOf } from '../row'
import { ask, askBoth, demandSame, Disagreement, orTimedOut, p50, rowOf, timedOut } from './measure'

/** As the database cancels a statement, wrapped as the application gets it. */
function cancelled(code = '57014') {
  const cause = Object.assign(new pg.DatabaseError('canceling statement', 0, 'error'), { code })
  return new DrizzleQueryError('select', [], cause)
}

const line = { work: 'work', variant: 'peer', unit: 'ms' }
/** A peer asked five times, which was let wait ten seconds for some of them. */
const measuredWith = (late: number) => ({
  answers: Array.from({ length: 5 }, (_, place) => (place < late ? timedOut : place)),
  times: Array.from({ length: 5 }, (_, place) => (place < late ? 10_004 - place : 1_000 + place)),
})

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

test('a peer that meets the time limit is asked on; what it did answer is still held against ours', async () => {
  const peer = orTimedOut((question: number) =>
    question === 1 ? Promise.reject(cancelled()) : Promise.resolve(question * 2),
  )
  const { answers, times } = await ask([0, 1, 2], peer, 3)
  expect(answers).toEqual([0, timedOut, 4])
  expect(times).toHaveLength(3)
  expect(() => demandSame('work', 'peer', answers, [0, 2, 4])).not.toThrow()
  expect(() => demandSame('work', 'peer', answers, [0, 2, 5])).toThrow(Disagreement)
})

test('any other failure of a peer ends the bench, and so does our own time limit', async () => {
  const broken = orTimedOut((_: number) => Promise.reject(cancelled('42P01')))
  await expect(ask([0], broken)).rejects.toThrow(DrizzleQueryError)
  const ours = (_: number) => Promise.reject(cancelled())
  await expect(ask([0], ours)).rejects.toThrow(DrizzleQueryError)
  await expect(askBoth([0], ours, orTimedOut(ours), 0)).rejects.toThrow(DrizzleQueryError)
})

test('a peer that timed out counts with its waiting, and its ratio is printed as at least that', () => {
  const late = measuredWith(3)
  const ratio = p50(late) / 100
  const row = rowOf({ ...line, ratio, reach: 100 }, late, 1, 'above')
  expect(row).toMatchObject({ p50: 10_002, p95: 10_004, ok: true })
  expect(row.timedOut).toEqual({ answers: 3, of: 5, afterMs: 10_002 })
  expect(lineOf(row)).toContain('≥100.02x of 100x  peer (3 of 5 > 10.0 s, timed out)')
  expect(rowOf({ ...line, ratio, reach: 101 }, late, 1, 'above').ok).toBe(false)
})

test('a peer that always answered is printed with its very ratio', () => {
  const row = rowOf({ ...line, ratio: 10, reach: 1 }, measuredWith(0), 1, 'above')
  expect(row).not.toHaveProperty('timedOut')
  expect(lineOf(row)).toMatch(/ms {2}10\.00x of 1x {2}peer {2}work$/)
})
