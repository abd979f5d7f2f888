import { eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { introduction } from '@/db/schema'
import { whyNotActAs, type CompanyActor, type WhyNotAct } from '../actor'
import { transact, type Context } from '../context'
import { recordEvent } from '../event/record-event'
import { endNeedRow } from '../need/end-need-row'
import { lockOwnNeed } from '../need/lock-need'
import { whyNotEnd, type WhyNotEnd } from '../need/need'
import { ok, refused, type Result } from '../result'
import { endLiveTalks } from './end-talk'

export type EndNeedRefusal = WhyNotAct | WhyNotEnd | 'not-found'

/** Locks its introductions, so that no drawing is reported between the question and the end. */
export async function hasDrawn(tx: Database, needId: string): Promise<boolean> {
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
    const why = whyNotEnd(how, own.state, await hasDrawn(tx, needId))
    if (why) return refused(why)
    await endNeedRow(tx, needId, how, context.now)
    const ended = await endLiveTalks(tx, needId, context.now)
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
