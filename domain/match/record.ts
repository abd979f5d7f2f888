import { and, gte, inArray, isNotNull, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { introduction, need, service } from '@/db/schema'
import type { FinancierActor } from '../actor'
import { addMonths, dayOf } from '../calendar/calendar'
import type { Chain } from '../chain/chain'
import type { Context } from '../context'
import type { FinancingClass } from '../product/classes'
import { countedStates } from '../service/service'
import { noRecord, type TrackRecord } from './match'

const MONTHS = 24
const ANSWERS_LEAST = 5

/** What the ledger and the introductions know of some financiers, over two years. */
export interface Records {
  of(financierId: string, name: FinancingClass, chains: readonly Chain[]): TrackRecord
}

/** Reads the records of the financiers named, as they stand now. */
export async function readRecords(
  db: Database,
  financierIds: readonly string[],
  now: Date,
): Promise<Records> {
  if (financierIds.length === 0) return { of: () => noRecord }
  const ids = [...new Set(financierIds)]
  const since = addMonths(dayOf(now), -MONTHS)
  const recent = and(
    inArray(service.financierId, ids),
    sql`${service.rung} = 6`,
    gte(service.happenedOn, since),
    inArray(service.state, [...countedStates]),
  )
  const chain = sql<Chain>`chain.name`
  const similar = await db
    .select({
      financierId: service.financierId,
      class: service.class,
      chain,
      companies: sql<number>`count(distinct ${service.companyId})::int`,
    })
    .from(service)
    .innerJoin(sql`lateral unnest(${service.chains}) as chain(name)`, sql`true`)
    .where(recent)
    .groupBy(service.financierId, service.class, chain)
  const served = await db
    .select({
      financierId: service.financierId,
      companies: sql<number>`count(distinct ${service.companyId})::int`,
    })
    .from(service)
    .where(recent)
    .groupBy(service.financierId)
  const answers = await db
    .select({
      financierId: introduction.financierId,
      hours: sql<number>`percentile_cont(0.5) within group (order by extract(epoch from coalesce(${introduction.answeredAt}, ${introduction.requestedAt}) - greatest(${introduction.createdAt}, ${need.publishedAt})) / 3600)::int`,
      asked: sql<number>`count(*)::int`,
    })
    .from(introduction)
    .innerJoin(need, sql`${need.id} = ${introduction.needId}`)
    .where(
      and(
        inArray(introduction.financierId, ids),
        gte(introduction.createdAt, new Date(Date.parse(since))),
        isNotNull(sql`coalesce(${introduction.answeredAt}, ${introduction.requestedAt})`),
      ),
    )
    .groupBy(introduction.financierId)
  const key = (...parts: string[]) => parts.join(' ')
  const similarBy = new Map(
    similar.map((row) => [key(row.financierId, row.class, row.chain), row.companies]),
  )
  const servedBy = new Map(served.map((row) => [row.financierId, row.companies]))
  const hoursBy = new Map(
    answers
      .filter(({ asked }) => asked >= ANSWERS_LEAST)
      .map((row) => [row.financierId, row.hours]),
  )
  return {
    of: (financierId, name, chains) => ({
      served: servedBy.get(financierId) ?? 0,
      similar: Math.max(0, ...chains.map((one) => similarBy.get(key(financierId, name, one)) ?? 0)),
      medianAnswerHours: hoursBy.get(financierId) ?? null,
    }),
  }
}

/** One's own record, beside a lead: by its class and the chain that its teaser names. */
export async function readOwnRecord({ db, actor, now }: Context<FinancierActor>) {
  const records = await readRecords(db, [actor.organisationId], now)
  return (name: FinancingClass, chain: Chain | null) =>
    records.of(actor.organisationId, name, chain ? [chain] : [])
}
