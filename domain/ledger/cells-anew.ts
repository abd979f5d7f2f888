/** The cells of the ledger as one statement reckons them from all its rows: what the triggers keep is held against it. */
import { sql } from 'drizzle-orm'
import { service } from '@/db/schema'
import { financingClasses, loanClasses } from '../product/classes'
import { countedStates } from './ledger'

const among = (names: readonly string[]) => sql`any(${sql.param([...names])}::text[])`

export const cellsAnew = sql`
  with placed as (
    select s.*, cut.*, state = ${among(countedStates)} as counts
    from ${service} as s cross join lateral (values
      ('all', ''), ('district', coalesce(district, '')), ('zone', coalesce(zone, '')), ('class', class),
      ('financier-kind', financier_kind), ('financier', financier_id::text),
      ('white-list', case when white_listed then 'listed' else 'not-listed' end)) as cut(dimension, part)
    union all
    select s.*, 'chain', chain, state = ${among(countedStates)}
    from ${service} as s, unnest(coalesce(nullif(chains, '{}'), array[''])) as chain
    union all
    select s.*, 'qualification', kind, state = ${among(countedStates)}
    from ${service} as s, unnest(coalesce(nullif(qualifications, '{}'), array[''])) as kind),
  present as (
    select distinct dimension, part, rung, 'companies' as measure, company_id::text as who, month from placed where counts
    union
    select dimension, part, rung, 'evidenced', company_id::text, month from placed
    where counts and contract_no is not null and state in ('confirmed', 'verified')
    union
    select dimension, part, rung, 'first-loans', company_id::text, month from placed
    where counts and first_loan and not exists (
      select from ${service} as earlier where earlier.company_id = placed.company_id and earlier.first_loan
        and earlier.happened_on < placed.happened_on and earlier.state = ${among(countedStates)})
    union
    select dimension, part, rung, 'loans', financier_id || contract_key, month from placed
    where counts and rung = 6 and class = ${among(loanClasses)})
  select dimension, part, rung, measure, month, before, count(*) as n from (
    select *, coalesce(lag(month) over (partition by dimension, part, rung, measure, who order by month), 0) as before
    from present) as once group by 1, 2, 3, 4, 5, 6
  union all
  select dimension, part, rung, measure, month, 0, sum(n)::bigint from placed, lateral (values
    ('times', counts::int::bigint), ('disputed', (state = 'disputed')::int),
    ('fen', case when counts and class = ${among(financingClasses)} then amount_fen else 0 end)) as added(measure, n)
  group by 1, 2, 3, 4, 5 having sum(n) <> 0`
