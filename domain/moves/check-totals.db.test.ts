import { and, eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { member, notification, totalCell } from '@/db/schema'
import { findLastCheck } from '../ledger/check-cells'
import { NOW } from '../testing/cast'
import { expectCellsKept } from '../testing/cells'
import { makeService, WAN } from '../testing/rows'
import { tale } from '../testing/tale'
import { checkTotals } from './check-totals'

const { scene } = tale()
const clock = { audience: 'clock' as const }
const daysLater = (days: number) => new Date(NOW.getTime() + days * 86_400_000)

test('each night the totals are held against the rows, once; what was written behind our back is found, put right and told', () =>
  scene(async ({ db, cast }) => {
    const of = { companyId: cast.company.id, financierId: cast.financier.id }
    for (let made = 1; made <= 5; made++)
      await makeService(db, of, 'reported', { amountFen: made * WAN })
    await db.execute(sql`set constraints total_change_ends immediate`)
    const { owner, editor } = cast.of.authority
    const grant = (id: string, scopeCity: boolean) =>
      db
        .update(member)
        .set({ duties: ['administrator'], scopeCity })
        .where(eq(member.id, id))
    await grant(owner.id, true)
    // Of a district, where the figure of the city is not in question.
    await grant(editor.id, false)
    const told = () =>
      db.select().from(notification).where(eq(notification.kind, 'totals-differed'))

    const first = await checkTotals({ actor: clock, now: NOW, db })
    expect(first).toMatchObject({ differing: 0 })
    expect(first?.cells).toBeGreaterThan(10)
    expect(await checkTotals({ actor: clock, now: NOW, db })).toBeNull()
    expect(await findLastCheck(db)).toMatchObject({ at: NOW, ...first })
    expect(await told()).toEqual([])

    // One figure more, one cell gone: what an UPDATE by hand would do.
    const whole = and(eq(totalCell.dimension, 'all'), eq(totalCell.measure, 'companies'))
    await db
      .update(totalCell)
      .set({ n: sql`${totalCell.n} + 1` })
      .where(whole)
    await db.delete(totalCell).where(eq(totalCell.measure, 'fen'))
    const second = await checkTotals({ actor: clock, now: daysLater(1), db })
    expect(second?.differing).toBeGreaterThan(1)
    await expectCellsKept(db)
    expect(await findLastCheck(db)).toMatchObject({ at: daysLater(1), ...second })
    const lines = await told()
    expect(lines.map(({ memberId }) => memberId)).toEqual([owner.id])
    expect(lines[0]).toMatchObject({ subject: 'totals', many: second?.differing })

    expect(await checkTotals({ actor: clock, now: daysLater(2), db })).toMatchObject({
      differing: 0,
    })
    expect(await told()).toHaveLength(1)
  }))
