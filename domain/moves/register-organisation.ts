import { transact, type Context } from '../context'
import { recordEvent } from '../event/record-event'
import { addMember } from '../member/add-member'
import { hashNewPassword, type NewPasswordRefusal } from '../member/new-password'
import { enterApplicant } from '../organisation/enter-organisation'
import type { RegisterOrganisationInput } from '../organisation/organisation'
import { startProfile } from '../profile/start-profile'
import { ok, refused, type Result } from '../result'

export type RegisterRefusal =
  'wrong-audience' | 'already-registered' | 'email-taken' | 'kind-differs' | NewPasswordRefusal

/** Registers a company or financier with its first owner, or lets a known one apply. */
export async function registerOrganisation(
  context: Context,
  input: RegisterOrganisationInput,
): Promise<Result<{ organisationId: string; memberId: string }, RegisterRefusal>> {
  if (context.actor.audience !== 'public') return refused('wrong-audience')
  const { kind, personName: name, phone, email } = input
  const hashed = await hashNewPassword(context, input)
  if (!hashed.ok) return hashed
  const passwordHash = hashed.value
  return transact<{ organisationId: string; memberId: string }, RegisterRefusal>(
    context,
    async (tx) => {
      const { now } = context
      const entered = await enterApplicant(
        tx,
        {
          ...input,
          financierKind: kind === 'financier' ? (input.financierKind ?? null) : null,
        },
        now,
      )
      if (!entered.ok) return entered
      const organisationId = entered.value
      if (kind === 'company') await startProfile(tx, organisationId, { name, phone }, now)
      const added = await addMember(tx, {
        organisationId,
        email,
        name,
        phone,
        passwordHash,
        role: 'owner',
        state: 'active',
        createdAt: now,
      })
      if (!added.ok) return added
      await recordEvent(tx, context, 'organisation.registered', organisationId, {
        ...(kind === 'company' ? { companyId: organisationId } : {}),
        facts: { kind },
      })
      return ok({ organisationId, memberId: added.value })
    },
  )
}
