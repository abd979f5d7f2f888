import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Database } from '@/db/client'
import { need } from '@/db/schema'
import { NOW } from '../testing/cast'
import { makeNeed, WAN } from '../testing/rows'
import { expectRefusal, tale, value } from '../testing/tale'
import { saveNeed } from './save-need'

const { scene } = tale()
const readNeed = async (db: Database, id: string) =>
  (await db.select().from(need).where(eq(need.id, id)))[0]

test(
  'typing keeps what holds together, does no step, leaves no event, and overwrites no other tab',
  scene(async ({ db, cast, who, as }) => {
    const { id } = await makeNeed(db, cast.company.id, 'draft', { stepsDone: [] })
    const before = await readNeed(db, id)
    const later = (seconds: number) => as(who.company, new Date(NOW.getTime() + seconds * 1_000))
    const type = (seconds: number, typed: object, savedAt: number | null = null) =>
      saveNeed(later(seconds), id, { step: 'amount', typed }, savedAt)
    const countEvents = async () =>
      (await db.execute(sql`select 1 from event where subject_id = ${id}`)).rows.length
    const events = await countEvents()
    value(await type(1, { amountFen: 900 * WAN, leastFen: 901 * WAN, inParts: true }))
    const typed = await readNeed(db, id)
    expect(typed).toMatchObject({ amountFen: 900 * WAN, leastFen: null, inParts: false })
    expect(typed?.stepsDone).toEqual([])
    expect(await countEvents()).toBe(events)
    value(await type(2, { amountFen: 900 * WAN }))
    expect((await readNeed(db, id))?.savedAt, 'nothing new').toEqual(typed?.savedAt)
    const stale = () => type(3, { amountFen: 1 * WAN }, before?.savedAt.getTime())
    await expectRefusal(db, stale, 'edited-elsewhere')
  }),
)

test(
  'wanted by yesterday is refused while it is still a draft',
  scene(async ({ db, cast, who, as }) => {
    const { id } = await makeNeed(db, cast.company.id, 'draft')
    const save = (wantedBy: string) =>
      saveNeed(as(who.company), id, { step: 'cost', values: { maxCostBp: null, wantedBy } })
    await expectRefusal(db, () => save('2024-05-14'), 'wanted-by-past')
    value(await save('2024-05-15'))
  }),
)
