import { and, eq } from 'drizzle-orm'
import { yearlyTarget } from '@/db/schema'
import { whyNotOfCity, type OfficialActor, type WhyNotOfficial } from '../actor'
import { lockName, transact, type Context } from '../context'
import { recordEvent } from '../event/record-event'
import { newId } from '../id'
import { ok, refused, type Result } from '../result'
import type { SetTargetInput } from './target'

/** A statistician of the city sets what a year shall bring; what was in force for the same ends, and stays readable. */
export async function setTarget(
  context: Context<OfficialActor>,
  input: SetTargetInput,
): Promise<Result<string, WhyNotOfficial | 'scope-not-city'>> {
  const { actor, now } = context
  const no = whyNotOfCity(actor, 'statistician')
  if (no) return refused(no)
  const { year, measure, place } = input
  return transact<string, never>(context, async (tx) => {
    await lockName(tx, `target ${year} ${measure} ${place}`)
    await tx
      .update(yearlyTarget)
      .set({ state: 'ended', endedAt: now, endedByMemberId: actor.memberId })
      .where(
        and(
          eq(yearlyTarget.year, year),
          eq(yearlyTarget.measure, measure),
          eq(yearlyTarget.place, place),
          eq(yearlyTarget.state, 'in-force'),
        ),
      )
    const id = newId()
    await tx
      .insert(yearlyTarget)
      .values({ ...input, id, state: 'in-force', setAt: now, setByMemberId: actor.memberId })
    await recordEvent(tx, context, 'target.set', id)
    return ok(id)
  })
}
