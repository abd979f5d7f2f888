import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { organisation } from '@/db/schema'
import { newId } from '../id'
import { findHolder } from './enter-organisation'
import type { FinancierKind } from './organisation'

export type MetOrganisation = { uscc: string; name: string } & (
  { kind: 'company' } | { kind: 'financier'; financierKind: FinancierKind }
)

/**
 * Makes organisations that were met in a report or a bank file known: not admitted, their place unknown. One that registers at this
 * moment is met, not made twice; one that has only applied is not. Answers the ids of the new ones by their codes.
 */
export async function makeKnown(
  tx: Database,
  met: readonly MetOrganisation[],
  now: Date,
): Promise<Map<string, string>> {
  if (met.length === 0) return new Map()
  const values = met.map((one) => ({
    ...{ id: newId(), kind: one.kind, uscc: one.uscc, name: one.name },
    financier_kind: one.kind === 'financier' ? one.financierKind : null,
  }))
  // As one value: binding each cell of thousands takes longer than writing them.
  const { rows: added } = await tx.execute<{ id: string; uscc: string }>(sql`
    insert into ${organisation} (id, kind, uscc, name, financier_kind, state, created_at)
    select id, kind, uscc, name, financier_kind, 'known', ${now}::timestamptz
    from json_to_recordset(${JSON.stringify(values)}::json)
      as met(id uuid, kind text, uscc text, name text, financier_kind text)
    on conflict (uscc) where state not in ('applied', 'refused') do nothing
    returning id, uscc`)
  return new Map(added.map(({ id, uscc }) => [uscc, id]))
}

/** The organisation with a code, or a new one that is known from now on. */
export async function findOrMakeKnown(tx: Database, met: MetOrganisation, now: Date) {
  await makeKnown(tx, [met], now)
  const found = await findHolder(tx, met.uscc)
  if (!found) throw new Error('an organisation just written is not there')
  return found
}
