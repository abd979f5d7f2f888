import { eq } from 'drizzle-orm'
import { organisation, waitingRow } from '@/db/schema'
import type { OfficialActor } from '../actor'
import type { Context } from '../context'
import { newId } from '../id'
import type { Parties } from '../ledger/service-row'
import { tellImported } from '../notification/tell-imported'
import { findOrMakeKnown } from '../organisation/known-organisation'
import { refused } from '../result'
import type { BankRow } from './bank-file'
import { enterRows } from './enter-rows'
import { moveCode } from './move-code'

/**
 * A verifier says on evidence that a code which fails its check is a company's: its company becomes known, its rows count from
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
          financier: { id: organisation.id, kind: organisation.financierKind },
        })
        .from(waitingRow)
        .innerJoin(organisation, eq(organisation.id, waitingRow.financierId))
        .where(eq(waitingRow.codeId, codeId))
        .orderBy(waitingRow.key)
      const parties = new Map<BankRow, Parties>()
      const grants = new Map<string, BankRow>()
      for (const { facts, financier } of waiting) {
        if (!financier.kind) continue
        parties.set(facts, { company, financier: { ...financier, kind: financier.kind } })
        const grant = JSON.stringify([financier.id, facts.contractNo, facts.granted])
        if (facts.granted && !grants.has(grant)) grants.set(grant, facts)
      }
      const of = (row: BankRow): Parties => {
        const found = parties.get(row)
        if (!found) throw new Error('a row that waits has no parties')
        return found
      }
      const drawn = [...parties.keys()].filter((row) => row.drawn)
      const settled = { granted: [...grants.values()], drawn }
      const { serviceIds } = await enterRows(tx, context, settled, of)
      await tellImported(tx, { importId: newId(), at: context.now, serviceIds })
      return undefined
    },
  })
}
