import { and, eq } from 'drizzle-orm'
import type * as z from 'zod'
import type { Database } from '@/db/client'
import { need, offer } from '@/db/schema'
import { enqueue } from '@/ports/queue'
import { whyNotActAs, type CompanyActor, type WhyNotAct } from '../actor'
import { dayOf, dueAfter } from '../calendar/calendar'
import { WORKING_DAYS } from '../clock/clock'
import { transact, type Context } from '../context'
import { recordEvent } from '../event/record-event'
import { readFacts } from '../profile/queries'
import { ok, refused, type Result } from '../result'
import { readCrowd } from './crowd'
import { keepNeedIndex } from './keep-need-index'
import { lockOwnNeed } from './lock-need'
import { needsTenor, whyNotAmend, type amendSchema, type WhyNotAmend } from './need'
import { teaserOf, wideningFor } from './teaser'
import { tellingPieces } from './words-check'

export type AmendNeedRefusal =
  WhyNotAct | WhyNotAmend | 'not-found' | 'need-incomplete' | 'wanted-by-past' | 'words-tell-who'

/** How many offers on a need were accepted: from the first on it can no longer be amended. */
export function countAccepted(db: Database, needId: string): Promise<number> {
  return db.$count(offer, and(eq(offer.needId, needId), eq(offer.state, 'accepted')))
}

/**
 * Changes a published need until an offer is accepted: the next version, judged again. New words wait for a verifier
 * while the old stay visible; live introductions go on, and their older offers can no longer be used.
 */
export async function amendNeed(
  context: Context<CompanyActor>,
  needId: string,
  input: z.output<typeof amendSchema>,
): Promise<Result<string, AmendNeedRefusal>> {
  const no = whyNotActAs(context.actor, 'company')
  if (no) return refused(no)
  const { organisationId } = context.actor
  const today = dayOf(context.now)
  return transact(context, async (tx) => {
    const own = await lockOwnNeed(tx, context.actor, needId)
    if (!own) return refused('not-found')
    const why = whyNotAmend(own.state, await countAccepted(tx, needId))
    if (why) return refused(why)
    if (needsTenor(input) && input.tenorMonths === null) return refused('need-incomplete')
    if (input.wantedBy < today) return refused('wanted-by-past')
    const newWords = input.words !== own.words
    if (newWords && tellingPieces(input.words, context.actor.organisationName).length > 0)
      return refused('words-tell-who')
    const facts = await readFacts(tx, organisationId, today)
    const terms = { ...input, words: own.words }
    await tx
      .update(need)
      .set({
        ...terms,
        wordsWaiting: newWords ? (input.words ?? '') : own.wordsWaiting,
        ...(newWords ? { reviewDueAt: dueAfter(context.now, WORKING_DAYS.review) } : {}),
        version: own.version + 1,
        openFen: input.amountFen,
        facts,
        teaser: teaserOf(terms, facts, wideningFor(facts, await readCrowd(tx, facts)), today),
        savedAt: context.now,
      })
      .where(eq(need.id, needId))
    await keepNeedIndex(tx, [needId], today)
    await enqueue(tx, 'judge-need', { needId })
    await recordEvent(tx, context, 'need.amended', needId, {
      companyId: organisationId,
      facts: { version: own.version + 1 },
    })
    return ok(needId)
  })
}
