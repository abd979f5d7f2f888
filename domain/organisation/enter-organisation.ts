import { and, eq, inArray } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { organisation } from '@/db/schema'
import { newId } from '../id'
import { ok, refused, type Result } from '../result'
import { heldStates } from './organisation'

type Told = Pick<
  typeof organisation.$inferInsert,
  'kind' | 'financierKind' | 'uscc' | 'name' | 'district' | 'zone'
>

/** Enters an applicant as an organisation of its own, whoever holds the code: it reads nothing but its own answers. */
export async function enterApplicant(
  tx: Database,
  { kind, financierKind, uscc, name, district, zone }: Told,
  now: Date,
  refusedBecause: string | null = null,
): Promise<string> {
  const id = newId()
  await tx.insert(organisation).values({
    id,
    kind,
    financierKind,
    uscc,
    name,
    district,
    zone,
    state: refusedBecause === null ? 'applied' : 'refused',
    stateReason: refusedBecause,
    appliedAt: now,
    createdAt: now,
  })
  return id
}

/** WHERE of whatever is looked for by its code or name: an application holds neither. */
export const holdsItsCode = inArray(organisation.state, [...heldStates])

const holds = (uscc: string) => and(eq(organisation.uscc, uscc), holdsItsCode)

/** The organisation that holds a code. */
export async function findHolder(db: Database, uscc: string) {
  const [holder] = await db.select().from(organisation).where(holds(uscc))
  return holder
}

/** The same, locked. */
export async function lockHolder(tx: Database, uscc: string) {
  const [holder] = await tx.select().from(organisation).where(holds(uscc)).for('no key update')
  return holder
}

/** Enters an authority, admitted from the first moment. */
export async function enterAuthority(
  tx: Database,
  { uscc, name }: { uscc: string; name: string },
  now: Date,
): Promise<Result<string, 'already-registered'>> {
  if (await findHolder(tx, uscc)) return refused('already-registered')
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
