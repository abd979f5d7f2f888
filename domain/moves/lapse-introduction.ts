import { inArray } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { organisation } from '@/db/schema'
import { whyNotClock } from '../actor'
import { transact, type Context } from '../context'
import { recordEvent } from '../event/record-event'
import { lapseOf } from '../introduction/introduction'
import { lockTalk } from '../introduction/lock-talk'
import { ok, refused, type Result } from '../result'
import { endTalk } from './end-talk'

/** With a side that is suspended nothing runs out: it awaits step-in. */
async function isSideSuspended(tx: Database, sides: string[]): Promise<boolean> {
  const found = await tx
    .select({ state: organisation.state })
    .from(organisation)
    .where(inArray(organisation.id, sides))
  return found.some(({ state }) => state === 'suspended')
}

/** The clock ends an introduction that was not answered, consented to or contacted in time; its seat is free. */
export async function lapseIntroduction(
  context: Context,
  introductionId: string,
): Promise<Result<string, 'wrong-audience' | 'not-found' | 'wrong-state' | 'other-suspended'>> {
  const no = whyNotClock(context.actor)
  if (no) return refused(no)
  return transact(context, async (tx) => {
    const talk = await lockTalk(tx, { audience: 'clock' }, introductionId)
    if (!talk) return refused('not-found')
    const { introduction: found } = talk
    const ending = lapseOf(found, context.now)
    if (!ending) return refused('wrong-state', { state: found.state })
    if (await isSideSuspended(tx, [found.companyId, found.financierId]))
      return refused('other-suspended')
    await endTalk(tx, found, context.now, { ending })
    await recordEvent(tx, context, 'introduction.lapsed', found.id, {
      companyId: found.companyId,
      facts: { ending },
    })
    return ok(found.id)
  })
}
