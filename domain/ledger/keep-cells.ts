/**
 * The cube of totals of now: kept in the transaction of each entry and each mark. What a change adds is the difference between
 * what its companies' and contracts' rows gave before it and what they give after it, in one statement for however many rows.
 */
import { sql, type SQL } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { service, totalCell, totalOwner } from '@/db/schema'
import { financingClasses, loanClasses } from '../product/classes'
import { countedStates, type ServiceState } from './ledger'

/** A row that was added, or whose state moved. */
export interface Change {
  id: string
  /** Its state before; null of a row that was not there. */
  was: ServiceState | null
}

const among = (names: readonly string[]) => sql`any(${sql.param([...names])}::text[])`

const changedRows = (changes: readonly Change[]) =>
  sql`jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as changed(id uuid, was text)`

/** Two changes of one company, or of one financier's contracts, would each reckon without the other: the second waits for the first. */
async function lockCells(tx: Database, changes: readonly Change[]): Promise<void> {
  const owners = sql`
    select distinct owner.id from ${changedRows(changes)} join ${service} as s on s.id = changed.id
    cross join lateral (values (s.company_id), (s.financier_id)) as owner(id)`
  await tx.execute(sql`insert into ${totalOwner} (id) ${owners} order by 1 on conflict do nothing`)
  await tx.execute(
    sql`select from ${totalOwner} where id in (${owners}) order by id for no key update`,
  )
}

/** The parts of each cut that an `entry` stands in. */
const parts = sql`
  select 'all' as dimension, '' as part
  union all select 'district', coalesce(entry.district, '')
  union all select 'zone', coalesce(entry.zone, '')
  union all select 'class', entry.class
  union all select 'financier-kind', entry.financier_kind
  union all select 'financier', entry.financier_id::text
  union all select 'white-list', case when entry.white_listed then 'listed' else 'not-listed' end
  union all select 'chain', unnest(case when entry.chains = '{}' then array[''] else entry.chains end)
  union all select 'qualification', unnest(case when entry.qualifications = '{}' then array[''] else entry.qualifications end)`

/** Rows of the ledger with `side`, 1 as they are and -1 as they were before, and `stood`, their state then. */
interface Rows {
  /** Whose figures are added up. */
  moved: SQL
  /** All that count, of their companies. */
  standing: SQL
  /** The drawings of loans that count, of their contracts. */
  loans: SQL
}

/** The cells that rows give. */
function cellsOf({ moved, standing, loans }: Rows): SQL {
  return sql`
  with moved as (${moved}),
  standing as (
    select entry.*, min(case when first_loan then happened_on end) over (partition by side, company_id) as first_on
    from (${standing}) as entry),
  present as (
    select side, dimension, part, rung, one.measure, company_id::text as who, month
    from standing as entry cross join lateral (${parts}) as cut cross join lateral (values
      ('companies', true),
      ('evidenced', contract_no is not null and stood in ('confirmed', 'verified')),
      ('first-loans', first_loan and happened_on = first_on)) as one(measure, holds)
    where holds
    union
    select side, dimension, part, rung, 'loans', financier_id || contract_key, month
    from (${loans}) as entry cross join lateral (${parts}) as cut),
  told as (
    select side, dimension, part, rung, measure, month,
      coalesce(lag(month) over (partition by side, dimension, part, rung, measure, who order by month), 0) as before, 1::bigint as n
    from present
    union all
    select side, dimension, part, rung, one.measure, month, 0, one.n
    from moved as entry cross join lateral (${parts}) as cut cross join lateral (values
      ('times', (stood = ${among(countedStates)})::int::bigint),
      ('disputed', (stood = 'disputed')::int::bigint),
      ('fen', case when stood = ${among(countedStates)} and class = ${among(financingClasses)} then amount_fen else 0 end)
    ) as one(measure, n))
  select dimension, part, rung, measure, month, before, sum(side * n)::bigint as n
  from told group by 1, 2, 3, 4, 5, 6 having sum(side * n) <> 0`
}

/** Adds to the cells what some changes of the ledger give. */
export async function keepCells(tx: Database, changes: readonly Change[]): Promise<void> {
  if (changes.length === 0) return
  await lockCells(tx, changes)
  const sides = sql`(values (1), (-1)) as sides(side)`
  const counts = sql`= ${among(countedStates)}`
  const moved = sql`
    select s.*, side, case when side > 0 then s.state else changed.was end as stood
    from ${changedRows(changes)} join ${service} as s using (id) cross join ${sides}
    where side > 0 or changed.was is not null`
  const others = sql`s.state ${counts} and s.id not in (select id from moved)`
  const isLoan = sql`rung = 6 and class = ${among(loanClasses)}`
  const cells = cellsOf({
    moved,
    standing: sql`
      select * from moved where stood ${counts}
      union all
      select s.*, side, s.state from ${service} as s cross join ${sides}
      where s.company_id in (select company_id from moved) and ${others}`,
    loans: sql`
      select * from moved where stood ${counts} and ${isLoan}
      union all
      select s.*, side, s.state
      from (select distinct financier_id, contract_key from moved where ${isLoan}) as touched
      join ${service} as s using (financier_id, contract_key) cross join ${sides}
      where s.state <> 'voided' and ${isLoan} and ${others}`,
  })
  await tx.execute(
    sql`insert into ${totalCell} (dimension, part, rung, measure, month, before, n) ${cells}`,
  )
}

const whole = sql`select s.*, 1 as side, s.state as stood from ${service} as s`
const counting = sql`${whole} where state = ${among(countedStates)}`

/** The cells as making them anew from the whole ledger gives them. */
export const cellsAnew = cellsOf({
  moved: whole,
  standing: counting,
  loans: sql`${counting} and rung = 6 and class = ${among(loanClasses)}`,
})

/** Adds up the differences of each cell: a night's work. What others add meanwhile stays beside. */
export async function mergeCells(db: Database): Promise<void> {
  await db.execute(sql`
    with gone as (delete from ${totalCell} returning *)
    insert into ${totalCell} (dimension, part, rung, measure, month, before, n)
    select dimension, part, rung, measure, month, before, sum(n) from gone
    group by 1, 2, 3, 4, 5, 6 having sum(n) <> 0`)
}
