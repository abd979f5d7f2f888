import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import type { Database } from '@/db/client'
import { closeNeed } from '../moves/close-need'
import { declineNeed } from '../moves/decline-need'
import { revokeConsent } from '../moves/revoke-consent'
import { voidService } from '../moves/void-service'
import { amendNeed } from '../need/amend-need'
import { withdrawOffer } from '../offer/withdraw-offer'
import { anIntroduction, anOffer } from '../testing/attempts-introduction'
import { amended } from '../testing/attempts-need'
import { drawing, drawingsOf } from '../testing/drawings'
import { tale, value, type Scene } from '../testing/tale'
import { reportDrawing } from './report-drawing'

const { stage } = tale()
const ROUNDS = 6

/** Deadlocks that PostgreSQL has broken in this file's own database so far. */
async function countDeadlocks(db: Database): Promise<number> {
  await db.execute(sql`select pg_stat_force_next_flush()`)
  await db.execute(sql`select pg_stat_clear_snapshot()`)
  const { rows } = await db.execute<{ deadlocks: number }>(
    sql`select deadlocks::int from pg_stat_database where datname = current_database()`,
  )
  return rows[0]?.deadlocks ?? 0
}

const need = async ({ db }: Scene, id: string) => {
  const { rows } = await db.execute<{ needId: string }>(
    sql`select need_id as "needId" from introduction where id = ${id}`,
  )
  return rows[0]?.needId ?? ''
}

/** Two verbs that meet on one talk, from its two ends. */
const meetings: Record<string, (on: Scene) => Promise<(() => Promise<unknown>)[]>> = {
  'a last drawing is voided while its need is closed': async (on) => {
    const { as, who } = on
    const { id } = await anIntroduction(on, 'approved')
    value(await reportDrawing(as(who.financier), id, drawing()))
    const [drawn] = await drawingsOf(on, id)
    const needId = await need(on, id)
    return [
      () => voidService(as(who.statistician), drawn?.id ?? '', 'a slip'),
      () => closeNeed(as(who.company), needId),
    ]
  },
  'what was accepted is declined while consent is taken back': async (on) => {
    const { as, who } = on
    const { id } = await anIntroduction(on, 'approved')
    return [
      () => declineNeed(as(who.financier), id, { code: 'other', words: 'why' }),
      () => revokeConsent(as(who.company), id),
    ]
  },
  'a need is amended while its talk is declined': async (on) => {
    const { as, who } = on
    const { id } = await anIntroduction(on, 'open')
    const needId = await need(on, id)
    return [
      () => amendNeed(as(who.company), needId, amended),
      () => declineNeed(as(who.financier), id, { code: 'other', words: 'why' }),
    ]
  },
  'an offer is withdrawn while its talk ends': async (on) => {
    const { as, who } = on
    const { id, introductionId } = await anOffer(on, 'approved')
    return [
      () => withdrawOffer(as(who.financier), id),
      () => revokeConsent(as(who.company), introductionId),
    ]
  },
}

describe.each(Object.entries(meetings))('%s', (_name, meet) => {
  test(
    'neither waits for the other in a circle',
    stage(async (on) => {
      const before = await countDeadlocks(on.db)
      for (let round = 0; round < ROUNDS; round++) {
        const verbs = await meet(on)
        await Promise.all(verbs.map((verb) => verb()))
        await Promise.all(verbs.toReversed().map((verb) => verb()))
      }
      expect(await countDeadlocks(on.db)).toBe(before)
    }),
  )
})

test(
  'a circle would be counted',
  stage(async (on) => {
    const before = await countDeadlocks(on.db)
    const [first, second] = [await anIntroduction(on, 'open'), await anIntroduction(on, 'open')]
    const lock = (tx: Database, id: string) =>
      tx.execute(sql`select from introduction where id = ${id} for no key update`)
    let met = 0
    let open = () => {}
    const bothHoldOne = new Promise<void>((resolve) => (open = resolve))
    const cross = (one: string, other: string) =>
      on.db.transaction(async (tx) => {
        await lock(tx, one)
        if (++met === 2) open()
        await bothHoldOne
        await lock(tx, other)
      })
    const ends = await Promise.allSettled([cross(first.id, second.id), cross(second.id, first.id)])
    expect(ends.filter(({ status }) => status === 'rejected')).toHaveLength(1)
    expect(await countDeadlocks(on.db)).toBe(before + 1)
  }),
)
