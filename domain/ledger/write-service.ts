import { eq, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { organisation, service } from '@/db/schema'
import { dueAfter, monthOf, type Day } from '../calendar/calendar'
import { isMember, type Context } from '../context'
import { newId } from '../id'
import type { FinancingClass } from '../product/classes'
import { validQualifications } from '../profile/profile'
import { readFacts } from '../profile/queries'
import { ok, refused, type Result } from '../result'
import type { LedgerRung, ServiceSource } from './ledger'

export const CONFIRM_WORKING_DAYS = 10

export interface NewService {
  organisationId: string
  financierId: string
  rung: LedgerRung
  class: FinancingClass
  contractNo: string | null
  /** The contract, or the introduction's code while there is none. */
  contractKey: string
  happenedOn: Day
  amountFen: number
  rateBp?: number | null
  tenorMonths?: number | null
  secures?: string | null
  firstLoan?: boolean | null
  source: ServiceSource
  introductionId?: string
  offerId?: string
  correctsId?: string
  /** A row entered anew stands where the row it corrects stood that day. */
  asWere?: AsWere
}
type AsWere = Pick<
  typeof service.$inferSelect,
  'district' | 'zone' | 'chains' | 'qualifications' | 'whiteListed'
>

async function readAsWere(tx: Database, companyId: string, on: Day): Promise<AsWere> {
  const facts = await readFacts(tx, companyId, on)
  return {
    district: facts.district,
    zone: facts.zone,
    chains: facts.chains,
    qualifications: [...new Set(validQualifications(facts, on).map(({ kind }) => kind))],
    whiteListed: facts.whiteListed.length > 0,
  }
}

/** Adds one row to the ledger, with place, chains, certificates and white-list standing as they were that day. */
export async function writeService(
  tx: Database,
  context: Context,
  { asWere, ...input }: NewService,
): Promise<Result<string, 'already-there'>> {
  const { actor, now } = context
  const [company] = await tx
    .select()
    .from(organisation)
    .where(eq(organisation.id, input.organisationId))
  const [financier] = await tx
    .select()
    .from(organisation)
    .where(eq(organisation.id, input.financierId))
  if (!company || !financier?.financierKind)
    throw new Error('a service needs a company and a financier')
  const [written] = await tx
    .insert(service)
    .values({
      ...input,
      id: newId(),
      companyId: company.parentId ?? company.id,
      financierKind: financier.financierKind,
      month: monthOf(input.happenedOn),
      ...(asWere ?? (await readAsWere(tx, company.id, input.happenedOn))),
      recordedAt: now,
      recordedByMemberId: isMember(actor) ? actor.memberId : null,
      state: 'reported',
      confirmDueAt: dueAfter(now, CONFIRM_WORKING_DAYS),
    })
    .onConflictDoNothing({
      target: [
        service.financierId,
        service.contractKey,
        service.rung,
        service.happenedOn,
        service.amountFen,
      ],
      where: sql`state <> 'voided'`,
    })
    .returning({ id: service.id })
  return written ? ok(written.id) : refused('already-there')
}
