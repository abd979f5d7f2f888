/** A ledger of any size, drawn by SQL: as many companies as 17 services each make, 60 financiers, five years of months. */
import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { organisation, service } from '@/db/schema'
import { chains } from '@/domain/chain/chain'
import { districts, zones } from '@/domain/place/place'
import { classes } from '@/domain/product/classes'
import { qualificationKinds } from '@/domain/profile/profile'

const FINANCIERS = 60
const SERVICES_A_COMPANY = 17
export const MONTHS = 60
export const FIRST_YEAR = 2021

const list = (names: readonly string[]) => sql`${sql.param([...names])}::text[]`
/** One of a list by a number that is drawn for each row. */
const oneOf = (names: readonly string[], drawn: string) =>
  sql`(${list(names)})[1 + (${sql.raw(drawn)} % ${sql.raw(String(names.length))})::int]`

/** An id that is told by a number, of companies from 1 and of financiers from 1 on the other side of nought. */
const idOf = (what: 'a' | 'f', number: string) =>
  sql.raw(`('00000000-0000-7000-8000-${what}' || lpad(to_hex(${number}::bigint), 11, '0'))::uuid`)

export async function loadOrganisations(db: Database, services: number): Promise<number> {
  const companies = Math.ceil(services / SERVICES_A_COMPANY)
  for (const [what, kind, many] of [
    ['a', 'company', companies],
    ['f', 'financier', FINANCIERS],
  ] as const)
    await db.execute(sql`
      insert into ${organisation} (id, kind, financier_kind, uscc, name, state, created_at)
      select ${idOf(what, 'n')}, ${kind}, case when ${kind} = 'financier' then 'bank' end, ${what} || lpad(n::text, 17, '0'),
        'Organisation ' || ${what} || n, 'admitted', '2021-01-01'
      from generate_series(1, ${many}::int) as n`)
  return companies
}

/** Services numbered from one on, drawn by a hash of their number: `from` and `to` included. */
export async function loadServices(
  db: Database,
  { from, to, companies }: { from: number; to: number; companies: number },
): Promise<void> {
  await db.execute(sql`
    insert into ${service} (id, organisation_id, company_id, financier_id, financier_kind, rung, class, contract_no, contract_key,
      happened_on, month, amount_fen, first_loan, district, zone, chains, qualifications, white_listed, source, recorded_at, state)
    select (lpad(to_hex(n), 8, '0') || '-0000-7000-8000-000000000000')::uuid, company, company, financier, 'bank', rung, class,
      'HT-' || n / 2, 'HT-' || n / 2, happened_on, extract(year from happened_on)::int * 100 + extract(month from happened_on)::int,
      1000000 + h2 % 900000000, h1 % 11 = 0, district, zone, chains, qualifications, h1 % 9 = 0, 'import', '2026-01-01',
      case when h2 % 20 = 0 then 'voided' when h2 % 31 = 0 then 'disputed' when h2 % 3 = 0 then 'confirmed' else 'reported' end
    from (
      select n, h1, h2, ${idOf('a', `(1 + h1 % ${companies})`)} as company, ${idOf('f', `(1 + h2 % ${FINANCIERS})`)} as financier,
        case when h1 % 10 < 6 then 6 when h1 % 10 < 9 then 5 else 4 end as rung, ${oneOf(classes, 'h2')} as class,
        date '2021-01-01' + (h3 % (${MONTHS} * 30))::int as happened_on,
        -- Places and chains are those of its company.
        ${oneOf(districts, 'h1')} as district, case when h1 % 3 > 0 then ${oneOf(zones, 'h1')} end as zone,
        case when h1 % 5 = 0 then array[]::text[] else array[${oneOf(chains, 'h1')}] end as chains,
        case when h1 % 4 = 0 then array[]::text[] else array[${oneOf(qualificationKinds, 'h1')}] end as qualifications
      from (
        select n, abs(hashint8(n)::bigint) as h1, abs(hashint8(n * 7 + 1)::bigint) as h2, abs(hashint8(n * 13 + 5)::bigint) as h3
        from generate_series(${from}::bigint, ${to}::bigint) as n) as drawn) as told`)
}
