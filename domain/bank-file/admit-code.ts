import { eq } from 'drizzle-orm'
import { organisation, waitingRow } from '@/db/schema'
import type { OfficialActor } from '../actor'
import type { Context } from '../context'
import { newId } from '../id'
import type { ServiceSource } from '../ledger/ledger'
import type { Parties } from '../ledger/service-row'
import { tellImported } from '../notification/tell-imported'
import { findOrMakeKnown } from '../organisation/known-organisation'
import { refused } from '../result'
import type { BankRow } from './bank-file'
import { enterRows, keepEntries } from './enter-rows'
import { moveCode } from './move-code'

/**
 * A verifier says on evidence that a code which fails its check, or that nobody has met, is a company's: its company becomes known, its rows count from
 * now on, and later ones come in like any other.
 */
export function admitCode(context: Context<OfficialActor>, codeId: string, words: string) {
  return moveCode<'not-a-company'>(context, codeId, {
    ...{ from: ['waiting', 'refused'], to: 'admitted', words },
    run: async (tx, { uscc, companyName: name }) => {
      const company = await findOrMakeKnown(tx, { kind: 'company', uscc, name }, context.now)
      if (company.kind !== 'company') return refused('not-a-company')
      const waiting = await tx
        .select({
          facts: waitingRow.facts,
          source: waitingRow.source,
          importId: waitingRow.importId,
          financier: { id: organisation.id, kind: organisation.financierKind },
        })
        .from(waitingRow)
        .innerJoin(organisation, eq(organisation.id, waitingRow.financierId))
        .where(eq(waitingRow.codeId, codeId))
        .orderBy(waitingRow.key)
      const parties = new Map<BankRow, Parties>()
      const grants = new Map<string, BankRow>()
      /** By the import that brought them, or none. */
      const brought = new Map<string | null, { source: ServiceSource; rows: Set<BankRow> }>()
      for (const { facts, financier, source, importId } of waiting) {
        if (!financier.kind) continue
        parties.set(facts, { company, financier: { ...financier, kind: financier.kind } })
        const grant = JSON.stringify([financier.id, facts.contractNo, facts.granted])
        if (facts.granted && !grants.has(grant)) grants.set(grant, facts)
        const rows = brought.get(importId)?.rows ?? new Set()
        brought.set(importId, { source, rows: rows.add(facts) })
      }
      const of = (row: BankRow): Parties => {
        const found = parties.get(row)
        if (!found) throw new Error('a row that waits has no parties')
        return found
      }
      const all: string[] = []
      for (const [importId, { source, rows }] of brought) {
        const drawn = [...rows].filter((row) => row.drawn)
        const granted = [...grants.values()].filter((row) => rows.has(row))
        const { serviceIds } = await enterRows(tx, context, { granted, drawn }, of, { source })
        if (importId) await keepEntries(tx, importId, serviceIds)
        all.push(...serviceIds)
      }
      await tellImported(tx, { importId: newId(), at: context.now, serviceIds: all })
      return undefined
    },
  })
}
