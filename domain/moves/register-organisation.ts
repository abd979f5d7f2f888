import type { Database } from '@/db/client'
import { transact, type Context } from '../context'
import { recordEvent } from '../event/record-event'
import { addMember } from '../member/add-member'
import { hashNewPassword, type NewPasswordRefusal } from '../member/new-password'
import { hashToken } from '../member/one-time-link'
import { findAsked } from '../organisation/application-queries'
import { enterApplicant, findHolder } from '../organisation/enter-organisation'
import { nameApplicant, takeAsked } from '../organisation/keep-applications'
import type { RegisterOrganisationInput } from '../organisation/organisation'
import { startProfile } from '../profile/start-profile'
import { ok, refused, type Result } from '../result'

export type RegisterRefusal = 'wrong-audience' | 'link-invalid' | 'email-taken' | NewPasswordRefusal

interface Registered {
  organisationId: string
  memberId: string
  audience: 'company' | 'financier'
}

/** Whoever was admitted with the code is told that somebody else applies with it. */
async function tellHolder(tx: Database, context: Context, uscc: string): Promise<void> {
  const holder = await findHolder(tx, uscc)
  if (holder && holder.state !== 'known')
    await recordEvent(tx, context, 'organisation.contested', holder.id)
}

/** The one-time link begins an application of its own, with its first owner; it owns nothing of what its code is known for. */
export async function registerOrganisation(
  context: Context,
  input: RegisterOrganisationInput,
): Promise<Result<Registered, RegisterRefusal>> {
  const { actor } = context
  if (actor.audience !== 'public') return refused('wrong-audience')
  const typed = await findAsked({ ...context, actor }, input.token)
  if (!typed) return refused('link-invalid')
  const hashed = await hashNewPassword(context, { password: input.password, email: typed.email })
  if (!hashed.ok) return hashed
  return transact<Registered, RegisterRefusal>(context, async (tx) => {
    const { now } = context
    const asked = await takeAsked(tx, hashToken(input.token), now)
    if (!asked) return refused('link-invalid')
    const { kind, uscc, personName: name, phone, email } = asked
    const organisationId = await enterApplicant(tx, asked, now)
    await nameApplicant(tx, asked.id, organisationId)
    if (kind === 'company') await startProfile(tx, organisationId, { name, phone }, now)
    const added = await addMember(tx, {
      organisationId,
      email,
      name,
      phone,
      passwordHash: hashed.value,
      role: 'owner',
      state: 'active',
      createdAt: now,
    })
    if (!added.ok) return added
    await recordEvent(tx, context, 'organisation.registered', organisationId, {
      ...(kind === 'company' ? { companyId: organisationId } : {}),
      facts: { kind },
    })
    await tellHolder(tx, context, uscc)
    return ok({ organisationId, memberId: added.value, audience: kind })
  })
}
