/** What one official would take out of a month that is published: it waits, and the row counts, until a second decides. */
import { and, asc, eq, isNull, ne, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { member, organisation, service, voidProposal } from '@/db/schema'
import { isMember, type Context } from '../context'
import type { OfficialActor } from '../actor'
import { recordEvent } from '../event/record-event'
import { newId } from '../id'
import { inScope } from '../organisation/scope'
import { ok, refused, type Result } from '../result'
import type { RightRow } from './ledger'
import type { ServiceRow } from './service-row'

export type Proposal = typeof voidProposal.$inferSelect
const isOpen = isNull(voidProposal.decidedAt)

/** Proposes to take a row out, or to enter it anew; one proposal at a time waits for a row. */
export async function proposeVoid(
  tx: Database,
  context: Context,
  row: ServiceRow,
  why: string,
  right: RightRow | null,
): Promise<Result<string, 'void-waits'>> {
  const { actor, now } = context
  if (!isMember(actor)) throw new Error('only a member proposes')
  const added = await tx
    .insert(voidProposal)
    .values({
      ...{ id: newId(), serviceId: row.id, why, right },
      ...{ proposedAt: now, proposedByMemberId: actor.memberId },
    })
    .onConflictDoNothing()
    .returning({ id: voidProposal.id })
  if (added.length === 0) return refused('void-waits')
  await recordEvent(tx, context, 'service.void-proposed', row.id, { companyId: row.companyId })
  return ok(row.id)
}

/** The proposal that waits for a row, locked. */
export async function lockProposal(tx: Database, serviceId: string): Promise<Proposal | null> {
  const [found] = await tx
    .select()
    .from(voidProposal)
    .where(and(eq(voidProposal.serviceId, serviceId), isOpen))
    .for('update')
  return found ?? null
}

export async function decideProposal(
  tx: Database,
  { actor, now }: Context<OfficialActor>,
  { id }: Proposal,
  isAgreed: boolean,
): Promise<void> {
  await tx
    .update(voidProposal)
    .set({ isAgreed, decidedAt: now, decidedByMemberId: actor.memberId })
    .where(eq(voidProposal.id, id))
}

/** The proposal that waits for a row, with who made it. */
export async function findProposal(db: Database, serviceId: string) {
  const [found] = await db
    .select({ proposal: voidProposal, by: member.name })
    .from(voidProposal)
    .innerJoin(member, eq(member.id, voidProposal.proposedByMemberId))
    .where(and(eq(voidProposal.serviceId, serviceId), isOpen))
  return found ?? null
}

/** Proposals of others that wait for this official, the oldest first. */
export function listProposals({ db, actor }: Context<OfficialActor>, most: number) {
  return db
    .select({ proposal: voidProposal, by: member.name, row: service, company: organisation.name })
    .from(voidProposal)
    .innerJoin(service, eq(service.id, voidProposal.serviceId))
    .innerJoin(organisation, eq(organisation.id, service.companyId))
    .innerJoin(member, eq(member.id, voidProposal.proposedByMemberId))
    .where(waitsFor(actor))
    .orderBy(asc(voidProposal.proposedAt))
    .limit(most)
}

export async function countProposals({ db, actor }: Context<OfficialActor>): Promise<number> {
  const [row] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(voidProposal)
    .innerJoin(service, eq(service.id, voidProposal.serviceId))
    .where(waitsFor(actor))
  return row?.count ?? 0
}

const waitsFor = (actor: OfficialActor) =>
  and(
    isOpen,
    ne(service.state, 'voided'),
    ne(voidProposal.proposedByMemberId, actor.memberId),
    actor.duties.includes('statistician')
      ? inScope(actor.scope, { district: service.district, zone: service.zone })
      : sql`false`,
  )
