import { and, asc, eq, gte, inArray, lt, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { introduction, need, organisation, profile, service } from '@/db/schema'
import { addMonths, dayOf } from '../calendar/calendar'
import { countedStates } from '../ledger/ledger'
import type { Contract } from './city'
import type { KnownFinancier } from './ranking'

/** How far back deals tell anything; within, they fade by half in three years. */
const MONTHS = 36

/** The contracts drawn on in the 36 months before a moment, as far as the ledger knew them then. */
export async function readContracts(db: Database, asOf: Date): Promise<Contract[]> {
  return db
    .selectDistinctOn([service.financierId, service.contractKey], {
      id: service.id,
      companyId: service.companyId,
      financierId: service.financierId,
      class: service.class,
      happenedOn: service.happenedOn,
      amountFen: service.amountFen,
      tenorMonths: service.tenorMonths,
      contractNo: service.contractNo,
      secures: service.secures,
      district: service.district,
      zone: service.zone,
      chains: service.chains,
      qualifications: service.qualifications,
      whiteListed: service.whiteListed,
      stage: sql<string | null>`${need.facts}->>'stage'`,
      foundedOn: profile.foundedOn,
    })
    .from(service)
    .leftJoin(profile, eq(profile.organisationId, service.organisationId))
    .leftJoin(introduction, eq(introduction.id, service.introductionId))
    .leftJoin(need, eq(need.id, introduction.needId))
    .where(
      and(
        sql`${service.rung} = 6`,
        inArray(service.state, [...countedStates]),
        gte(service.happenedOn, addMonths(dayOf(asOf), -MONTHS)),
        lt(service.recordedAt, asOf),
      ),
    )
    .orderBy(
      asc(service.financierId),
      asc(service.contractKey),
      asc(service.happenedOn),
      asc(service.id),
    )
}

export async function listFinancierHomes(db: Database): Promise<KnownFinancier[]> {
  return db
    .select({ id: organisation.id, home: organisation.district })
    .from(organisation)
    .where(eq(organisation.kind, 'financier'))
    .orderBy(organisation.id)
}
