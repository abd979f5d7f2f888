import { and, eq, ne } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { member, organisation } from '@/db/schema'
import { lockName, transact, type Context } from '../context'
import { recordEvent } from '../event/record-event'
import { addMember } from '../member/add-member'
import { isFirstAdministratorToken } from '../member/first-administrator-token'
import { duties, type FirstAdministratorInput } from '../member/member'
import { hashNewPassword, type NewPasswordRefusal } from '../member/new-password'
import { enterAuthority } from '../organisation/enter-organisation'
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
): Promise<
  Result<
    string,
    FirstAdministratorRefusal | 'already-registered' | 'email-taken' | NewPasswordRefusal
  >
> {
  const early = await whyNotFirstAdministrator(context, input.token, secret)
  if (early) return refused(early)
  const hashed = await hashNewPassword(context, input)
  if (!hashed.ok) return hashed
  const passwordHash = hashed.value
  return transact<string, FirstAdministratorRefusal | 'already-registered' | 'email-taken'>(
    context,
    async (tx) => {
      const { now } = context
      await lockName(tx, 'first-administrator')
      const no = await whyNotFirstAdministrator({ ...context, db: tx }, input.token, secret)
      if (no) return refused(no)
      const entered = await enterAuthority(tx, input, now)
      if (!entered.ok) return entered
      const added = await addMember(tx, {
        organisationId: entered.value,
        email: input.email,
        name: input.personName,
        passwordHash,
        role: 'owner',
        state: 'active',
        duties: [...duties],
        scopeCity: true,
        createdAt: now,
      })
      if (!added.ok) return added
      await recordEvent(tx, context, 'organisation.registered', entered.value, {
        facts: { kind: 'authority' },
      })
      return ok(added.value)
    },
  )
}
