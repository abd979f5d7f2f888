import { and, eq, inArray } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { introduction, need, type organisation } from '@/db/schema'
import type { OfficialActor } from '../actor'
import type { Context } from '../context'
import { recordEvent } from '../event/record-event'
import { liveStates } from '../introduction/introduction'
import { handMembers } from '../member/hand-members'
import { endNeedRow } from '../need/end-need-row'
import { handDrafts } from '../need/hand-drafts'
import { enterApplicant } from '../organisation/enter-organisation'
import { handApplications } from '../organisation/keep-applications'
import { makeKnownAgain } from '../organisation/link-applicant'
import { retireAll } from '../product/retire-all'
import { handProfile } from '../profile/hand-profile'
import { handViews } from '../view/hand-views'
import { endLiveTalks, endTalk } from './end-talk'
import { hasDrawn } from './end-need'

type Organisation = typeof organisation.$inferSelect

async function endItsNeeds(tx: Database, context: Context, companyId: string): Promise<void> {
  const published = await tx
    .select({ id: need.id })
    .from(need)
    .where(and(eq(need.organisationId, companyId), eq(need.state, 'published')))
    .orderBy(need.id)
    .for('no key update')
  for (const { id } of published) {
    const how = (await hasDrawn(tx, id)) ? 'closed' : 'withdrawn'
    await endNeedRow(tx, id, how, context.now)
    for (const talk of await endLiveTalks(tx, id, context.now))
      await recordEvent(tx, context, 'introduction.ended', talk, {
        companyId,
        facts: { ending: 'need-ended' },
      })
    await recordEvent(tx, context, `need.${how}`, id, { companyId })
  }
}

async function endItsOffering(tx: Database, context: Context, financierId: string): Promise<void> {
  for (const id of await retireAll(tx, financierId, context.now))
    await recordEvent(tx, context, 'product.retired', id)
  const live = await tx
    .select({
      id: introduction.id,
      needId: introduction.needId,
      companyId: introduction.companyId,
      financierId: introduction.financierId,
      state: introduction.state,
    })
    .from(introduction)
    .where(
      and(eq(introduction.financierId, financierId), inArray(introduction.state, [...liveStates])),
    )
    .orderBy(introduction.needId, introduction.id)
    .for('no key update')
  for (const talk of live) {
    await endTalk(tx, talk, context.now, { ending: 'declined-by-financier', code: 'other' })
    await recordEvent(tx, context, 'introduction.declined', talk.id, {
      companyId: talk.companyId,
    })
  }
}

/**
 * Takes an organisation, locked, from whoever was admitted with its code: they are applicants of their own again, refused, with
 * their profile and drafts. Its open needs and live talks end, its products are retired; what was done in its name stays with
 * it, and it is known only, as before.
 */
export async function dispossess(
  tx: Database,
  context: Context<OfficialActor>,
  holder: Organisation,
  reason: string,
): Promise<Organisation> {
  const { id, kind } = holder
  if (kind === 'company') await endItsNeeds(tx, context, id)
  else await endItsOffering(tx, context, id)
  const applicantId = await enterApplicant(tx, holder, context.now, reason)
  await handMembers(tx, id, applicantId, { endSessions: true })
  await handProfile(tx, id, applicantId)
  await handDrafts(tx, id, applicantId)
  await handViews(tx, id, applicantId)
  await handApplications(tx, id, applicantId)
  const name = await makeKnownAgain(tx, holder)
  const about = kind === 'company' ? { companyId: id } : {}
  await recordEvent(tx, context, 'organisation.admission-undone', id, about)
  await recordEvent(tx, context, 'organisation.refused', applicantId)
  return { ...holder, name, state: 'known' }
}
