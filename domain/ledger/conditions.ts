/** The conditions under which a row of the ledger counts, now or as it was known at a past moment. */
import { and, eq, inArray, lt, lte, sql, type SQL } from 'drizzle-orm'
import { alias, type AnyPgColumn } from 'drizzle-orm/pg-core'
import { service, serviceMark } from '@/db/schema'
import { financingClasses } from '../product/classes'
import { countedStates } from './ledger'

/** Rows whose money is financing: a guarantee and a policy add none. */
export const isFinancing = inArray(service.class, [...financingClasses])

type LedgerColumns = Record<'id' | 'state' | 'recordedAt', AnyPgColumn>

/** The state of a row as it was known at a moment: its latest mark by then, or *reported*. */
export function stateAsOf(asOf: Date, row: LedgerColumns = service): SQL {
  return sql`coalesce((select ${serviceMark.state} from ${serviceMark} where ${serviceMark.serviceId} = ${row.id} and ${serviceMark.at} <= ${asOf.toISOString()} order by ${serviceMark.position} desc limit 1), 'reported')`
}

function known(asOf: Date | null, row: LedgerColumns = service): SQL | undefined {
  return asOf ? lte(row.recordedAt, asOf) : undefined
}

/** Rows that count: reported, confirmed, unconfirmed or verified. */
export function counted(asOf: Date | null, row: LedgerColumns = service): SQL | undefined {
  return asOf
    ? and(known(asOf, row), inArray(stateAsOf(asOf, row), [...countedStates]))
    : inArray(row.state, [...countedStates])
}

const earlier = alias(service, 'earlier')

/** A drawing declared as its company's first loan, with no such drawing on an earlier day: once in a life. */
export function firstInLife(asOf: Date | null): SQL | undefined {
  return and(
    eq(service.firstLoan, true),
    sql`not exists (select 1 from ${service} as ${sql.identifier('earlier')} where ${and(
      eq(earlier.companyId, service.companyId),
      eq(earlier.firstLoan, true),
      lt(earlier.happenedOn, service.happenedOn),
      counted(asOf, earlier),
    )})`,
  )
}

/** Rows that were disputed: they stand apart until decided. */
export function disputed(asOf: Date | null): SQL | undefined {
  return asOf ? and(known(asOf), eq(stateAsOf(asOf), 'disputed')) : eq(service.state, 'disputed')
}

/** A contract number, and the company's confirmation or an official's verification. */
export function evidenced(asOf: Date | null): SQL {
  const state = asOf ? stateAsOf(asOf) : sql`${service.state}`
  return sql`(${service.contractNo} is not null and ${state} in ('confirmed', 'verified'))`
}
