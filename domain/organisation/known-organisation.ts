import { eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { organisation } from '@/db/schema'
import { newId } from '../id'
import type { FinancierKind } from './organisation'

/** The organisation with a code, or a new one met in a report: known, not admitted, its place unknown. */
export async function findOrMakeKnown(
  tx: Database,
  met: { uscc: string; name: string; now: Date } & (
    { kind: 'company' } | { kind: 'financier'; financierKind: FinancierKind }
  ),
) {
  await tx
    .insert(organisation)
    .values({
      id: newId(),
      kind: met.kind,
      financierKind: met.kind === 'financier' ? met.financierKind : null,
      uscc: met.uscc,
      name: met.name,
      state: 'known',
      createdAt: met.now,
    })
    .onConflictDoNothing({ target: organisation.uscc })
  const [found] = await tx.select().from(organisation).where(eq(organisation.uscc, met.uscc))
  if (!found) throw new Error('an organisation just written is not there')
  return found
}
