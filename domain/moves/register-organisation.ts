import { and, eq, ne } from 'drizzle-orm'
import { member, organisation, profile } from '@/db/schema'
import { transact, type Context } from '../context'
import { recordEvent } from '../event/record-event'
import { newId } from '../id'
import { hashPassword } from '../member/password'
import type { RegisterOrganisationInput } from '../organisation/organisation'
import { emptyProfile } from '../profile/profile'
import { ok, refused, type Result } from '../result'

export type RegisterRefusal =
  'wrong-audience' | 'already-registered' | 'email-taken' | 'kind-differs'

/** Registers a company or financier with its first owner, or lets a known one apply. */
export async function registerOrganisation(
  context: Context,
  input: RegisterOrganisationInput,
): Promise<Result<{ organisationId: string; memberId: string }, RegisterRefusal>> {
  if (context.actor.audience !== 'public') return refused('wrong-audience')
  const passwordHash = await hashPassword(input.password)
  return transact(context, async (tx) => {
    const { now } = context
    const [known] = await tx
      .select()
      .from(organisation)
      .where(eq(organisation.uscc, input.uscc))
      .for('no key update')
    if (known && known.state !== 'known') return refused('already-registered')
    if (known && known.kind !== input.kind) return refused('kind-differs')
    const [taken] = await tx
      .select({ id: member.id })
      .from(member)
      .where(and(eq(member.email, input.email), ne(member.state, 'removed')))
    if (taken) return refused('email-taken')
    const organisationId = known?.id ?? newId()
    const applied = {
      state: 'applied' as const,
      name: input.name,
      financierKind: input.kind === 'financier' ? (input.financierKind ?? null) : null,
      appliedAt: now,
    }
    if (known) await tx.update(organisation).set(applied).where(eq(organisation.id, known.id))
    else {
      await tx.insert(organisation).values({
        id: organisationId,
        kind: input.kind,
        uscc: input.uscc,
        createdAt: now,
        ...applied,
      })
    }
    if (input.kind === 'company') {
      const {
        years: _years,
        qualifications: _certificates,
        district: _d,
        zone: _z,
        ...columns
      } = emptyProfile
      await tx
        .insert(profile)
        .values({
          ...columns,
          organisationId,
          contactName: input.personName,
          contactPhone: input.phone,
          savedAt: now,
        })
        .onConflictDoNothing()
    }
    const memberId = newId()
    await tx.insert(member).values({
      id: memberId,
      organisationId,
      email: input.email,
      name: input.personName,
      phone: input.phone,
      passwordHash,
      role: 'owner',
      state: 'active',
      createdAt: now,
    })
    await recordEvent(tx, context, 'organisation.registered', organisationId, {
      ...(input.kind === 'company' ? { companyId: organisationId } : {}),
      facts: { kind: input.kind },
    })
    return ok({ organisationId, memberId })
  })
}
