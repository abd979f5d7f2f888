/** The conditions under which a row of the ledger counts, now or as of a position. */
import { and, eq, inArray, lt, sql, type SQL } from 'drizzle-orm'
import { alias, type AnyPgColumn } from 'drizzle-orm/pg-core'
import { doubt, doubtRow, ledgerCommit, service, serviceMark } from '@/db/schema'
import { financingClasses } from '../product/classes'
import { countedStates } from './ledger'

/** Rows whose money is financing: a guarantee and a policy add none. */
export const isFinancing = inArray(service.class, [...financingClasses])

type LedgerColumns = Record<'id' | 'state' | 'commitId', AnyPgColumn>

/** Nothing came after: then what is read is the state itself. Told by the reading's own snapshot, once for all rows. */
function isLast(asOf: number): SQL {
  return sql`(select max(position) from ${ledgerCommit}) <= ${asOf}`
}

function cameBy(commitId: AnyPgColumn | SQL, asOf: number): SQL {
  return sql`exists (select 1 from ${ledgerCommit} as came where came.id = ${commitId} and came.position <= ${asOf})`
}

/** The state of a row as of a position: its latest mark by then, or *reported*. */
export function stateAsOf(asOf: number | null, row: LedgerColumns = service): SQL {
  if (asOf === null) return sql`${row.state}`
  return sql`case when ${isLast(asOf)} then ${row.state} else coalesce((
    select said.state from ${serviceMark} as said
    where said.service_id = ${row.id} and ${cameBy(sql`said.commit_id`, asOf)}
    order by said.id desc limit 1), 'reported') end`
}

/** Rows that were in the ledger by a position. */
export function known(asOf: number | null, row: LedgerColumns = service): SQL | undefined {
  return asOf === null ? undefined : sql`(${isLast(asOf)} or ${cameBy(row.commitId, asOf)})`
}

/** Rows that count: reported, confirmed, unconfirmed or verified. */
export function counted(asOf: number | null, row: LedgerColumns = service): SQL | undefined {
  return and(known(asOf, row), inArray(stateAsOf(asOf, row), [...countedStates]))
}

const earlier = alias(service, 'earlier')

/** A drawing declared as its company's first loan, with no such drawing on an earlier day: once in a life. */
export function firstInLife(asOf: number | null): SQL | undefined {
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
export function disputed(asOf: number | null): SQL | undefined {
  return and(known(asOf), eq(stateAsOf(asOf), 'disputed'))
}

/** A contract number, and the company's confirmation or an official's verification. */
export function evidenced(asOf: number | null): SQL {
  return sql`(${service.contractNo} is not null and ${stateAsOf(asOf)} in ('confirmed', 'verified'))`
}

/** Something about it waits for a statistician's decision: it counts, marked. */
export const inDoubt = sql<boolean>`exists (select 1 from ${doubtRow} as of_it join ${doubt} as waiting
  on waiting.id = of_it.doubt_id and waiting.state = 'open' where of_it.service_id = ${service.id})`
