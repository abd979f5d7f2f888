/**
 * The cube of totals of now: kept in the transaction of each entry and each mark. What a change adds is the difference between
 * what its companies' and contracts' rows gave before it and what they give after it, in one statement for however many rows.
 */
import { sql, type SQL } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { service, totalCell } from '@/db/schema'
import { financingClasses, loanClasses } from '../product/classes'
import { countedStates, type ServiceState } from './ledger'

/** A row that was added, or whose state moved. */
export interface Change {
  id: string
  /** Its state before; null of a row that was not there. */
  was: ServiceState | null
}

/** More changes than these take the cells for themselves: locks of their own would be too many. */
const MOST_LOCKS = 100

const among = (names: readonly string[]) => sql`any(${sql.param([...names])}::text[])`

const changedRows = (changes: readonly Change[]) =>
  sql`jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as changed(id uuid, was text)`

/** Two changes of one company or one contract would each reckon without the other: the second waits for the first. */
async function lockCells(tx: Database, changes: readonly Change[]): Promise<void> {
  if (changes.length > MOST_LOCKS) {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('total cells', 0))`)
    return
  }
  await tx.execute(sql`select pg_advisory_xact_lock_shared(hashtextextended('total cells', 0))`)
  await tx.execute(sql`
    select pg_advisory_xact_lock(one.lock) from (
      select distinct hashtextextended(touched.key, 1) as lock
      from ${changedRows(changes)} join ${service} as s on s.id = changed.id
      cross join lateral (values (s.company_id::text), (s.financier_id || s.contract_key)) as touched(key)
      order by lock) as one`)
}

/** The parts of each cut that a row stands in. */
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

/** The cells that rows give, a side each: `rows` has the columns of the ledger, `side` (1 after, -1 before), `stood` (its state then), and whether it stands for its company and for its contract. */
export function cellsOf(rows: SQL): SQL {
  return sql`
  with rows as (${rows}),
  entry as (
    select *, stood = ${among(countedStates)} as counts,
      min(case when first_loan and by_company and stood = ${among(countedStates)} then happened_on end)
        over (partition by side, company_id) as first_on
    from rows),
  placed as (select entry.*, cut.dimension, cut.part from entry cross join lateral (${parts}) as cut),
  present as (
    select side, dimension, part, rung, one.measure, one.who, month
    from placed cross join lateral (values
      ('companies', company_id::text, by_company and counts),
      ('evidenced', company_id::text, by_company and counts and contract_no is not null and stood in ('confirmed', 'verified')),
      ('first-loans', company_id::text, by_company and counts and first_loan and happened_on = first_on),
      ('loans', financier_id || contract_key, by_contract and counts and rung = 6 and class = ${among(loanClasses)})
    ) as one(measure, who, holds)
    where holds
    group by 1, 2, 3, 4, 5, 6, 7),
  told as (
    select side, dimension, part, rung, measure, month,
      coalesce(lag(month) over (partition by side, dimension, part, rung, measure, who order by month), 0) as before, 1::bigint as n
    from present
    union all
    select side, dimension, part, rung, one.measure, month, 0, one.n
    from placed cross join lateral (values
      ('times', counts::int::bigint),
      ('disputed', (stood = 'disputed')::int::bigint),
      ('fen', case when counts and class = ${among(financingClasses)} then amount_fen else 0 end)
    ) as one(measure, n)
    where by_company)
  select dimension, part, rung, measure, month, before, sum(side * n)::bigint as n
  from told group by 1, 2, 3, 4, 5, 6 having sum(side * n) <> 0`
}

/** Adds to the cells what some changes of the ledger give. */
export async function keepCells(tx: Database, changes: readonly Change[]): Promise<void> {
  if (changes.length === 0) return
  await lockCells(tx, changes)
  const rows = sql`
    with changed as (select * from ${changedRows(changes)}),
    company as (select distinct s.company_id from changed join ${service} as s using (id)),
    contract as (
      select distinct s.financier_id, s.contract_key from changed join ${service} as s using (id)
      where s.rung = 6 and s.class = ${among(loanClasses)}),
    touched as (
      select s.id from company join ${service} as s using (company_id)
      union
      select s.id from contract join ${service} as s using (financier_id, contract_key) where s.rung = 6 and s.state <> 'voided'
      union
      select id from changed)
    select s.*, side.side, case when side.side < 0 and changed.id is not null then changed.was else s.state end as stood,
      exists (select from company where company.company_id = s.company_id) as by_company,
      exists (select from contract where contract.financier_id = s.financier_id and contract.contract_key = s.contract_key)
        as by_contract
    from touched join ${service} as s using (id)
    left join changed on changed.id = s.id
    cross join (values (1), (-1)) as side(side)
    where side.side > 0 or changed.id is null or changed.was is not null`
  await tx.execute(sql`
    insert into ${totalCell} (dimension, part, rung, measure, month, before, n) ${cellsOf(rows)}`)
}

/** Cells as making them anew from the whole ledger would give them. */
export const cellsAnew = cellsOf(
  sql`select s.*, 1 as side, s.state as stood, true as by_company, true as by_contract from ${service} as s`,
)

/** Adds up the rows of each cell: a night's work, while nobody enters anything. */
export async function mergeCells(tx: Database): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('total cells', 0))`)
  await tx.execute(sql`
    with gone as (delete from ${totalCell} returning *)
    insert into ${totalCell} (dimension, part, rung, measure, month, before, n)
    select dimension, part, rung, measure, month, before, sum(n) from gone
    group by 1, 2, 3, 4, 5, 6 having sum(n) <> 0`)
}
