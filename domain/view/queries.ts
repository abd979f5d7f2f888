import { and, asc, eq, or, sql } from 'drizzle-orm'
import { member, savedQuestion, savedView, viewChoice } from '@/db/schema'
import type { FinancierActor, OfficialActor } from '../actor'
import type { Context } from '../context'

/** The views that a member sees: its own, and those that its organisation shares. */
export function isSeenBy(actor: FinancierActor) {
  return and(
    eq(savedView.organisationId, actor.organisationId),
    or(eq(savedView.memberId, actor.memberId), eq(savedView.shared, true)),
  )
}

/** Whoever made a view changes it; a shared one also an owner of the organisation. */
export function isChangedBy(actor: FinancierActor) {
  return and(
    isSeenBy(actor),
    actor.role === 'owner' ? undefined : eq(savedView.memberId, actor.memberId),
  )
}

/** In the order in which they were made, with what this member chose about each. */
export async function listViews({ db, actor }: Context<FinancierActor>) {
  const rows = await db
    .select({
      id: savedView.id,
      name: savedView.name,
      shared: savedView.shared,
      filter: savedView.filter,
      madeById: savedView.memberId,
      madeBy: member.name,
      alert: sql<boolean>`coalesce(${viewChoice.alert}, false)`,
      opensFirst: sql<boolean>`coalesce(${viewChoice.opensFirst}, false)`,
    })
    .from(savedView)
    .innerJoin(member, eq(member.id, savedView.memberId))
    .leftJoin(
      viewChoice,
      and(eq(viewChoice.viewId, savedView.id), eq(viewChoice.memberId, actor.memberId)),
    )
    .where(isSeenBy(actor))
    .orderBy(asc(savedView.id))
  return rows.map(({ madeById, ...row }) => ({
    ...row,
    isOwn: madeById === actor.memberId,
    mayChange: madeById === actor.memberId || actor.role === 'owner',
  }))
}

export type SavedView = Awaited<ReturnType<typeof listViews>>[number]

/** A member's questions of the monitor, in the order in which they were saved. */
export function listQuestions({ db, actor }: Context<OfficialActor>) {
  return db
    .select({
      id: savedQuestion.id,
      name: savedQuestion.name,
      parameters: savedQuestion.parameters,
    })
    .from(savedQuestion)
    .where(eq(savedQuestion.memberId, actor.memberId))
    .orderBy(asc(savedQuestion.id))
}

export type SavedQuestion = Awaited<ReturnType<typeof listQuestions>>[number]
