import { eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { organisation } from '@/db/schema'
import { newId } from '../id'
import { ok, refused, type Result } from '../result'
import type { FinancierKind } from './organisation'

export interface Applicant {
  uscc: string
  name: string
  kind: 'company' | 'financier'
  financierKind: FinancierKind | null
}

/** Lets an organisation apply: a new one, or one that was known from a report or a bank file. */
export async function enterApplicant(
  tx: Database,
  applicant: Applicant,
  now: Date,
): Promise<Result<string, 'already-registered' | 'kind-differs'>> {
  const { uscc, name, kind, financierKind } = applicant
  const [known] = await tx
    .select()
    .from(organisation)
    .where(eq(organisation.uscc, uscc))
    .for('no key update')
  if (known && known.state !== 'known') return refused('already-registered')
  if (known && known.kind !== kind) return refused('kind-differs')
  const applied = { state: 'applied' as const, name, financierKind, appliedAt: now }
  if (known) {
    await tx.update(organisation).set(applied).where(eq(organisation.id, known.id))
    return ok(known.id)
  }
  const id = newId()
  await tx.insert(organisation).values({ id, kind, uscc, createdAt: now, ...applied })
  return ok(id)
}

/** Enters an authority, admitted from the first moment. */
export async function enterAuthority(
  tx: Database,
  { uscc, name }: { uscc: string; name: string },
  now: Date,
): Promise<Result<string, 'already-registered'>> {
  const [known] = await tx
    .select({ id: organisation.id })
    .from(organisation)
    .where(eq(organisation.uscc, uscc))
  if (known) return refused('already-registered')
  const id = newId()
  await tx.insert(organisation).values({
    id,
    kind: 'authority',
    uscc,
    name,
    state: 'admitted',
    admittedAt: now,
    createdAt: now,
  })
  return ok(id)
}
