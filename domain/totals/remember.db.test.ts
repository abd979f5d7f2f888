import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { sql } from 'drizzle-orm'
import { connect } from '@/db/client'
import { testDatabase } from '@/db/testing'
import { addressOf } from '@/db/testing-address'
import { findLastPosition } from '../ledger/positions'
import { mergeCells } from '../ledger/merge-cells'
import { correctService } from '../moves/correct-service'
import { voidService } from '../moves/void-service'
import type { District } from '../place/place'
import { makeCast, mainActors, NOW, type Cast } from '../testing/cast'
import { makeService, WAN } from '../testing/rows'
import * as byRows from './count-rows'
import { inWholeCity } from './reach'
import { remember } from './remember'
import { defaultDefinition, type Question } from './totals'

const database = testDatabase()
let many: ReturnType<typeof connect>
let cast: Cast
beforeAll(async () => {
  const { rows } = await database().execute<{ name: string }>(
    sql`select current_database() as name`,
  )
  many = connect(addressOf(inject('testServer').url, rows[0]?.name ?? ''), 4)
  cast = await makeCast(database())
})
afterAll(() => many.close())

const city = (db = many.db) => inWholeCity({ actor: { audience: 'public' }, now: NOW, db })
const question = (more: Partial<Question> = {}): Question => ({
  period: { from: 202401, to: 202405 },
  definition: defaultDefinition,
  asOf: null,
  until: '2024-05-20',
  ...more,
})
const enter = (happenedOn: string) =>
  makeService(many.db, { companyId: cast.company.id, financierId: cast.financier.id }, 'reported', {
    happenedOn,
    amountFen: 7 * WAN,
    recordedAt: new Date(),
  })

/** Asks, and says whether the rows were read for it. */
async function ask(asked: Question, db = many.db) {
  let wasRead = false
  const answer = await remember('totals', city(db), asked, () => {
    wasRead = true
    return byRows.countTotals(city(db), asked)
  })
  expect(answer).toEqual(await byRows.countTotals(city(db), asked))
  return wasRead
}

test('rows are read once until one of their months, or of those before, changes in whatever way', async () => {
  const statistician = mainActors(cast).statistician
  const as = { actor: statistician, now: NOW, db: many.db }
  const { id } = await enter('2024-02-01')
  expect(await ask(question())).toBe(true)
  expect(await ask(question())).toBe(false)
  // Of a later month: nothing of this window.
  await enter('2024-06-03')
  expect(await ask(question())).toBe(false)
  // Before the window: a first loan of this window may be none any more.
  await enter('2023-04-03')
  expect(await ask(question())).toBe(true)
  expect(
    await correctService(
      as,
      id,
      { amountFen: 9 * WAN, happenedOn: '2024-02-02', contractNo: null },
      'mistyped',
    ),
  ).toMatchObject({ ok: true })
  expect(await ask(question())).toBe(true)
  const { id: other } = await enter('2024-03-01')
  expect(await ask(question())).toBe(true)
  expect(await voidService(as, other, 'twice')).toMatchObject({ ok: true })
  expect(await ask(question())).toBe(true)
  expect(await ask(question())).toBe(false)
  await mergeCells(many.db)
  expect(await ask(question())).toBe(false)
})

test('each question and each reader has answers of its own', async () => {
  await ask(question())
  expect(await ask(question({ until: '2024-05-19' }))).toBe(true)
  expect(await ask(question({ cut: { district: 'yanta' } }))).toBe(true)
  const official = (districts: District[]) => ({
    actor: {
      ...mainActors(cast).statistician,
      scope: { city: false, districts, zones: [] },
    },
    now: NOW,
    db: many.db,
  })
  const read: string[] = []
  for (const [who, districts] of [
    ['one', ['yanta']],
    ['another', ['weiyang']],
    ['the first again', ['yanta']],
  ] as const)
    await remember('totals', official([...districts]), question(), async () => {
      read.push(who)
      return byRows.countTotals(official([...districts]), question())
    })
  expect(read).toEqual(['one', 'another'])
})

test('a past position is read once for ever; one that is still to come is not', async () => {
  const { position } = await findLastPosition(many.db)
  expect(await ask(question({ asOf: position }))).toBe(true)
  expect(await ask(question({ asOf: position + 1 }))).toBe(true)
  await enter('2024-04-09')
  expect(await ask(question({ asOf: position }))).toBe(false)
  expect(await ask(question())).toBe(true)
})

test('a transaction reads what it wrote itself', async () => {
  await ask(question())
  await many.db.transaction(async (tx) => {
    expect(await ask(question(), tx)).toBe(true)
    expect(await ask(question(), tx)).toBe(true)
  })
})
