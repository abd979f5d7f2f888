import { and, asc, eq, gt, isNull, ne, type SQL } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { member, organisation, passwordReset, session } from '@/db/schema'
import type { MemberActor, PublicActor } from '../actor'
import type { Context } from '../context'
import { endsAt, lastsUntil, type SessionClaims } from './member'
import { hashToken } from './one-time-link'

/** The actor behind a session's claims, or null once the member is removed or the session is of an older version. */
export function findActor(
  db: Database,
  claims: { memberId: string; sessionVersion: number },
): Promise<MemberActor | null> {
  return actorOf(db, claims.memberId, eq(member.sessionVersion, claims.sessionVersion))
}

/** The same while the session itself goes on (`sessions.ts`), with when it was last seen; in one query. */
export async function findSession(
  db: Database,
  claims: SessionClaims,
  now: Date,
  /** What hangs on a wall reads on though nobody uses it, until the session ends by its hours. */
  onWall = false,
): Promise<{ actor: MemberActor; seenAt: Date } | null> {
  const [row] = await db
    .select({ member, organisation, seenAt: session.seenAt, startedAt: session.startedAt })
    .from(member)
    .innerJoin(organisation, eq(organisation.id, member.organisationId))
    .innerJoin(session, and(eq(session.memberId, member.id), eq(session.id, claims.sessionId)))
    .where(
      and(
        eq(member.id, claims.memberId),
        eq(member.state, 'active'),
        eq(member.sessionVersion, claims.sessionVersion),
      ),
    )
  if (!row) return null
  const actor = actorFrom(row)
  const endedAt = onWall ? lastsUntil(row.startedAt) : endsAt(actor.audience, row.seenAt)
  return endedAt > now ? { actor, seenAt: row.seenAt } : null
}

/** A member as who it is now, for a job that reads on its behalf; null once it is removed. */
export async function actorOf(
  db: Database,
  memberId: string,
  also?: SQL,
): Promise<MemberActor | null> {
  const [row] = await db
    .select({ member, organisation })
    .from(member)
    .innerJoin(organisation, eq(organisation.id, member.organisationId))
    .where(and(eq(member.id, memberId), eq(member.state, 'active'), also))
  return row ? actorFrom(row) : null
}

function actorFrom(row: {
  member: typeof member.$inferSelect
  organisation: typeof organisation.$inferSelect
}): MemberActor {
  const membership = {
    memberId: row.member.id,
    organisationId: row.organisation.id,
    organisationName: row.organisation.name,
    personName: row.member.name,
    role: row.member.role,
    organisationState: row.organisation.state,
  }
  if (row.organisation.kind === 'authority') {
    const scope = row.member.scopeCity
      ? { city: true as const }
      : { city: false as const, districts: row.member.scopeDistricts, zones: row.member.scopeZones }
    return { ...membership, audience: 'official', duties: row.member.duties, scope }
  }
  if (row.organisation.kind === 'financier' && row.organisation.financierKind) {
    return { ...membership, audience: 'financier', financierKind: row.organisation.financierKind }
  }
  return { ...membership, audience: 'company' }
}

/** Who can sign in with an address. */
export async function findActiveByEmail(db: Database, email: string) {
  const [found] = await db
    .select({ id: member.id, name: member.name })
    .from(member)
    .where(and(eq(member.email, email), eq(member.state, 'active')))
  return found ?? null
}

/** The members of one's own organisation, owners first. */
export function listColleagues({ actor, db }: Context<MemberActor>) {
  return db
    .select({
      id: member.id,
      name: member.name,
      email: member.email,
      role: member.role,
      state: member.state,
      duties: member.duties,
      createdAt: member.createdAt,
      invitedUntil: member.invitedUntil,
    })
    .from(member)
    .where(and(eq(member.organisationId, actor.organisationId), ne(member.state, 'removed')))
    .orderBy(asc(member.createdAt), asc(member.id))
}

export type Colleague = Awaited<ReturnType<typeof listColleagues>>[number]

/** Where mails to oneself go. */
export async function findOwnEmail({ actor, db }: Context<MemberActor>): Promise<string> {
  const [own] = await db
    .select({ email: member.email })
    .from(member)
    .where(eq(member.id, actor.memberId))
  if (!own) throw new Error('an actor without a member')
  return own.email
}

/** What the one-time address of an invitation may show; null once it was used, or is too old. */
export async function findInvitation({ db, now }: Context<PublicActor>, token: string) {
  const [found] = await db
    .select({
      organisationName: organisation.name,
      personName: member.name,
      email: member.email,
      role: member.role,
    })
    .from(member)
    .innerJoin(organisation, eq(organisation.id, member.organisationId))
    .where(
      and(
        eq(member.invitationHash, hashToken(token)),
        eq(member.state, 'invited'),
        gt(member.invitedUntil, now),
      ),
    )
  return found ?? null
}

/** Whose password a one-time link resets; null once it was used, or is too old. */
export async function findReset({ db, now }: Context<PublicActor>, token: string) {
  const [found] = await db
    .select({ email: member.email })
    .from(passwordReset)
    .innerJoin(member, eq(member.id, passwordReset.memberId))
    .where(
      and(
        eq(passwordReset.linkHash, hashToken(token)),
        isNull(passwordReset.usedAt),
        gt(passwordReset.linkUntil, now),
        eq(member.state, 'active'),
      ),
    )
  return found ?? null
}
