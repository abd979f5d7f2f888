import { and, eq, ne } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { member, organisation } from '@/db/schema'
import { lockName, transact, type Context } from '../context'
import { recordEvent } from '../event/record-event'
import { newId } from '../id'
import { isFirstAdministratorToken } from '../member/first-administrator-token'
import { duties, type FirstAdministratorInput } from '../member/member'
import { hashPassword } from '../member/password'
import { ok, refused, type Result } from '../result'

export type FirstAdministratorRefusal =
  'wrong-audience' | 'first-address-invalid' | 'administrator-exists'

async function hasOfficial(db: Database): Promise<boolean> {
  const [official] = await db
    .select({ id: organisation.id })
    .from(organisation)
    .innerJoin(member, eq(member.organisationId, organisation.id))
    .where(and(eq(organisation.kind, 'authority'), ne(member.state, 'removed')))
    .limit(1)
  return official !== undefined
}

/** Why the one-time address makes nobody an administrator, or null: it is old or not ours, or there is an official. */
export async function whyNotFirstAdministrator(
  { actor, db, now }: Context,
  token: string,
  secret: string,
): Promise<FirstAdministratorRefusal | null> {
  if (actor.audience !== 'public') return 'wrong-audience'
  if (!isFirstAdministratorToken(token, secret, now)) return 'first-address-invalid'
  return (await hasOfficial(db)) ? 'administrator-exists' : null
}

/** Makes the authority and its first administrator, with every duty in the whole city, while there is no official. */
export async function makeFirstAdministrator(
  context: Context,
  input: FirstAdministratorInput,
  secret: string,
): Promise<Result<string, FirstAdministratorRefusal | 'already-registered' | 'email-taken'>> {
  const passwordHash = await hashPassword(input.password)
  return transact(context, async (tx) => {
    const { now } = context
    await lockName(tx, 'first-administrator')
    const no = await whyNotFirstAdministrator({ ...context, db: tx }, input.token, secret)
    if (no) return refused(no)
    const [known] = await tx
      .select({ id: organisation.id })
      .from(organisation)
      .where(eq(organisation.uscc, input.uscc))
    if (known) return refused('already-registered')
    const [taken] = await tx
      .select({ id: member.id })
      .from(member)
      .where(and(eq(member.email, input.email), ne(member.state, 'removed')))
    if (taken) return refused('email-taken')
    const [organisationId, memberId] = [newId(), newId()]
    await tx.insert(organisation).values({
      id: organisationId,
      kind: 'authority',
      uscc: input.uscc,
      name: input.name,
      state: 'admitted',
      admittedAt: now,
      createdAt: now,
    })
    await tx.insert(member).values({
      id: memberId,
      organisationId,
      email: input.email,
      name: input.personName,
      passwordHash,
      role: 'owner',
      state: 'active',
      duties: [...duties],
      scopeCity: true,
      createdAt: now,
    })
    await recordEvent(tx, context, 'organisation.registered', organisationId, {
      facts: { kind: 'authority' },
    })
    return ok(memberId)
  })
}
