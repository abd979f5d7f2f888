import { expect } from 'vitest'
import type { Database } from '@/db/client'
import { need, needIndex } from '@/db/schema'
import type { Day } from '../calendar/calendar'
import { leadNeed } from '../match/match'
import { needIndexRowsOf, type NeedIndexRow } from '../need/need-index'

const byKey = (a: NeedIndexRow, b: NeedIndexRow) =>
  a.needId === b.needId ? a.class - b.class : a.needId < b.needId ? -1 : 1

/** The rows of `need_index` are what making them anew from all needs would give. */
export async function expectLeadsKept(db: Database, today: Day): Promise<void> {
  const needs = await db.select().from(need)
  const anew = needs
    .filter(({ state }) => state === 'published')
    .flatMap((one) => needIndexRowsOf(one.id, leadNeed(one), today))
  const kept = await db.select().from(needIndex)
  expect(kept.toSorted(byKey)).toEqual(anew.toSorted(byKey))
}
