/**
 * One search a kind: what looks inflated among rows of which at least one is new. `fresh` names the new rows; each search answers
 * what its rows have in common, and their ids. Rows that are taken out are nobody's doubt but of who took them out.
 */
import { sql, type SQL } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { service } from '@/db/schema'
import { monthOf } from '../calendar/calendar'
import { financingClasses, loanClasses } from '../product/classes'
import { median } from '../totals/percentile'
import { DOUBTFUL, workingDaysOf, type DoubtKind } from './doubt'

export interface Found {
  kind: DoubtKind
  key: string
  serviceIds: string[]
}

const isFresh = (alias: string) =>
  sql`${sql.identifier(alias)}.id in (select id from fresh_service)`
const stands = (alias: string) => sql`${sql.identifier(alias)}.state <> 'voided'`
const codes = (values: readonly string[]) => sql`${sql.param(values)}::text[]`

/** A contract number without what spellings differ by: width, case, blanks and signs. */
const core = (alias: string) =>
  sql`upper(regexp_replace(normalize(${sql.identifier(alias)}.contract_no, NFKC), '[^[:alnum:]]', '', 'g'))`

const sameContract = sql`
  select concat_ws('|', ${core('a')}, a.happened_on, a.amount_fen, a.rung) as key,
    array_agg(distinct b.id) || array_agg(distinct a.id) as ids
  from ${service} a join ${service} b
    on b.happened_on = a.happened_on and b.amount_fen = a.amount_fen and b.rung = a.rung and b.id <> a.id
  where ${isFresh('a')} and a.rung > 4 and b.rung > 4 and a.amount_fen > 0 and ${stands('a')} and ${stands('b')}
    and ${core('a')} = ${core('b')} and ${core('a')} <> ''
    and (a.financier_id, a.contract_key, a.company_id) is distinct from (b.financier_id, b.contract_key, b.company_id)
  group by 1`

const guaranteeAlone = sql`
  select g.id::text as key, array[g.id] || array_agg(l.id) as ids
  from ${service} g join ${service} l
    on l.company_id = g.company_id and l.rung = g.rung and l.amount_fen = g.amount_fen
    and l.happened_on between g.happened_on - ${DOUBTFUL.guaranteeDays}::int and g.happened_on + ${DOUBTFUL.guaranteeDays}::int
  where (${isFresh('g')} or ${isFresh('l')}) and g.rung > 4 and g.secures is null and g.amount_fen > 0
    and g.class <> all(${codes(financingClasses)}) and l.class = any(${codes(loanClasses)})
    and ${stands('g')} and ${stands('l')}
  group by g.id`

const beforeContact = sql`
  select r.id::text as key, array[r.id, (array_agg(c.id order by c.happened_on, c.id))[1]] as ids
  from ${service} r join ${service} c on c.introduction_id = r.introduction_id and c.rung = 4
  where (${isFresh('r')} or ${isFresh('c')}) and r.rung > 4 and ${stands('r')} and ${stands('c')}
  group by r.id, r.happened_on having min(c.happened_on) > r.happened_on`

const beforeGrant = sql`
  select d.id::text as key, array[d.id, (array_agg(g.id order by g.happened_on, g.id))[1]] as ids
  from ${service} d join ${service} g
    on g.financier_id = d.financier_id and g.contract_key = d.contract_key and g.rung = 5
  where (${isFresh('d')} or ${isFresh('g')}) and d.rung = 6 and ${stands('d')} and ${stands('g')}
  group by d.id, d.happened_on having min(g.happened_on) > d.happened_on`

const manyContacts = sql`
  select concat_ws('|', c.recorded_by_member_id, c.happened_on) as key, array_agg(c.id) as ids
  from ${service} c
  where c.rung = 4 and ${stands('c')} and (c.recorded_by_member_id, c.financier_id, c.happened_on) in (
    select recorded_by_member_id, financier_id, happened_on from ${service} f where ${isFresh('f')} and rung = 4)
  group by c.recorded_by_member_id, c.happened_on having count(*) >= ${DOUBTFUL.contactsADay}`

/** The correction of a row, or the same contract and amount entered once it was taken out. */
const movedMonth = sql`
  select concat_ws('|', v.id, w.id) as key, array[v.id, w.id] as ids
  from ${service} v join ${service} w
    on w.company_id = v.company_id and w.financier_id = v.financier_id and w.rung = v.rung and w.month <> v.month
  where (${isFresh('v')} or ${isFresh('w')}) and v.state = 'voided' and ${stands('w')} and w.recorded_at >= v.recorded_at
    and (w.corrects_id = v.id or (w.contract_no is not null and w.contract_key = v.contract_key and w.amount_fen = v.amount_fen))`

const inOneStatement = {
  'same-contract': sameContract,
  'guarantee-alone': guaranteeAlone,
  'before-contact': beforeContact,
  'before-grant': beforeGrant,
  'many-contacts': manyContacts,
  'moved-month': movedMonth,
} as const satisfies Partial<Record<DoubtKind, SQL>>

/** Rows of one financier on the last working day of a month, entered together: so many, and so many times an ordinary day. */
async function findMonthEnds(tx: Database): Promise<Found[]> {
  const { rows: months } = await tx.execute<{ month: number }>(
    sql`select distinct month from ${service} f where ${isFresh('f')}`,
  )
  const lastDays = months.flatMap(({ month }) => workingDaysOf(month).at(-1) ?? [])
  const { rows: batches } = await tx.execute<{
    financier: string
    on: string
    commit: string
    ids: string[]
  }>(sql`
    select f.financier_id as financier, f.happened_on::text as on, f.commit_id as commit, array_agg(f.id) as ids
    from ${service} f
    where ${isFresh('f')} and ${stands('f')} and f.happened_on = any(${sql.param(lastDays)}::date[])
    group by f.financier_id, f.happened_on, f.commit_id having count(*) >= ${DOUBTFUL.monthEndRows}`)
  const found: Found[] = []
  for (const { financier, on, commit, ids } of batches) {
    const days = workingDaysOf(monthOf(on))
    const { rows } = await tx.execute<{ on: string; count: number }>(sql`
      select happened_on::text as on, count(*)::int as count from ${service} f
      where financier_id = ${financier} and ${stands('f')} and happened_on = any(${sql.param(days)}::date[])
      group by happened_on`)
    const counts = new Map(rows.map((row) => [row.on, row.count]))
    const ordinary = median(days.map((day) => counts.get(day) ?? 0))
    if (ids.length < DOUBTFUL.monthEndTimes * ordinary) continue
    found.push({ kind: 'month-end', key: `${financier}|${on}|${commit}`, serviceIds: ids })
  }
  return found
}

/** All that is found; the table `fresh_service` of new rows has to be there. */
export async function search(tx: Database): Promise<Found[]> {
  const found = await findMonthEnds(tx)
  for (const [kind, statement] of Object.entries(inOneStatement)) {
    const { rows } = await tx.execute<{ key: string; ids: string[] }>(statement)
    for (const { key, ids } of rows)
      found.push({ kind: kind as DoubtKind, key, serviceIds: [...new Set(ids)] })
  }
  return found
}
