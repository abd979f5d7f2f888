import { eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { introduction, need } from '@/db/schema'
import { whyNotActAs, type CompanyActor, type WhyNotAct } from '../actor'
import { transact, type Context } from '../context'
import { recordEvent } from '../event/record-event'
import { endLiveIntroductions } from '../introduction/end-live'
import { ok, refused, type Result } from '../result'
import { lockOwnNeed } from './lock-own-need'

export type EndNeedRefusal =
  WhyNotAct | 'not-found' | 'wrong-state' | 'money-drawn' | 'nothing-drawn'

/** Locks its introductions, so that no drawing is reported between the question and the end. */
async function hasDrawn(tx: Database, needId: string): Promise<boolean> {
  const met = await tx
    .select({ drawnAt: introduction.drawnAt })
    .from(introduction)
    .where(eq(introduction.needId, needId))
    .for('no key update')
  return met.some(({ drawnAt }) => drawnAt !== null)
}

/** What withdrawing and closing share: a published need ends, and with it its introductions that are not drawn. */
export async function endNeed(
  context: Context<CompanyActor>,
  needId: string,
  how: 'withdrawn' | 'closed',
): Promise<Result<string, EndNeedRefusal>> {
  const no = whyNotActAs(context.actor, 'company')
  if (no) return refused(no)
  return transact(context, async (tx) => {
    const own = await lockOwnNeed(tx, context.actor, needId)
    if (!own) return refused('not-found')
    if (own.state !== 'published') return refused('wrong-state')
    const drawn = await hasDrawn(tx, needId)
    if (how === 'withdrawn' && drawn) return refused('money-drawn')
    if (how === 'closed' && !drawn) return refused('nothing-drawn')
    await tx.update(need).set({ state: how, endedAt: context.now }).where(eq(need.id, needId))
    const ended = await endLiveIntroductions(tx, needId, context.now)
    for (const id of ended) {
      await recordEvent(tx, context, 'introduction.ended', id, {
        companyId: own.organisationId,
        facts: { ending: 'need-ended' },
      })
    }
    await recordEvent(tx, context, how === 'closed' ? 'need.closed' : 'need.withdrawn', needId, {
      companyId: own.organisationId,
    })
    return ok(needId)
  })
}
