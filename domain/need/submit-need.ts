import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { need } from '@/db/schema'
import { whyNotActAs, type CompanyActor, type WhyNotAct } from '../actor'
import { dayOf, dueAfter } from '../calendar/calendar'
import { WORKING_DAYS } from '../clock/clock'
import { transact, type Context } from '../context'
import { recordEvent } from '../event/record-event'
import { lockOrganisation } from '../organisation/save-place'
import { readFacts, readProfile } from '../profile/queries'
import { ok, refused, type Result } from '../result'
import { readCrowd } from './crowd'
import { lockOwnNeed } from './lock-need'
import { OPEN_NEEDS_AT_MOST, termsOf, whyNotSubmit, type WhyNotSubmit } from './need'
import { teaserOf, wideningFor } from './teaser'

export type SubmitNeedRefusal = WhyNotAct | WhyNotSubmit | 'not-found'

/** Needs in review or published: a company may have five. */
async function countOpenNeeds(tx: Database, organisationId: string): Promise<number> {
  const [row] = await tx
    .select({ open: sql<number>`count(*)::int` })
    .from(need)
    .where(
      and(eq(need.organisationId, organisationId), inArray(need.state, ['in-review', 'published'])),
    )
  return row?.open ?? 0
}

/** Sends a complete draft to review: the company agrees to its teaser, word for word. */
export async function submitNeed(
  context: Context<CompanyActor>,
  needId: string,
): Promise<Result<string, SubmitNeedRefusal>> {
  const no = whyNotActAs(context.actor, 'company')
  if (no) return refused(no)
  const { organisationId } = context.actor
  const today = dayOf(context.now)
  return transact(context, async (tx) => {
    // Its company's row is the lock of their number, so that two tabs cannot make six.
    await lockOrganisation(tx, organisationId)
    const own = await lockOwnNeed(tx, context.actor, needId)
    if (!own) return refused('not-found')
    const terms = termsOf(own)
    const profile = await readProfile(tx, organisationId)
    const open = await countOpenNeeds(tx, organisationId)
    const why = whyNotSubmit(
      {
        state: own.state,
        terms,
        stepsDone: own.stepsDone,
        companyName: context.actor.organisationName,
      },
      profile,
      open,
      today,
    )
    if (why) return refused(why, { most: OPEN_NEEDS_AT_MOST })
    const facts = await readFacts(tx, organisationId, today)
    const widening = wideningFor(facts, await readCrowd(tx, facts))
    await tx
      .update(need)
      .set({
        state: 'in-review',
        facts,
        teaser: teaserOf(terms, facts, widening, today),
        openFen: own.amountFen ?? 0,
        returnReason: null,
        submittedAt: context.now,
        reviewDueAt: dueAfter(context.now, WORKING_DAYS.review),
      })
      .where(eq(need.id, needId))
    await recordEvent(tx, context, 'need.submitted', needId, { companyId: organisationId })
    return ok(needId)
  })
}
