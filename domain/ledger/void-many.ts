import { sql, type SQL } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { service, serviceMark } from '@/db/schema'
import type { Context } from '../context'
import type { LedgerKeeper } from './keep-ledger'
import { serviceStates } from './ledger'

/**
 * Marks rows voided that came about in no talk, all in two statements; those that the actor may not void any more stay.
 * `ids` is a query of their ids. Answers how many of each.
 */
export async function voidMany(
  tx: Database,
  { actor, now }: Context<LedgerKeeper>,
  ids: SQL,
  why: string,
): Promise<{ voided: number; kept: number }> {
  const from =
    actor.audience === 'financier'
      ? ['reported']
      : serviceStates.filter((state) => state !== 'voided')
  const { rowCount: voided } = await tx.execute(sql`
    with gone as (
      update ${service} set state = 'voided'
      where id in (${ids}) and introduction_id is null and state = any(${sql.param(from)}::text[])
      returning id
    )
    insert into ${serviceMark} (service_id, state, at, member_id, words)
    select id, 'voided', ${now}, ${actor.memberId}, ${why} from gone order by id`)
  const { rows } = await tx.execute<{ kept: number }>(
    sql`select count(*)::int as kept from ${service} where id in (${ids}) and state <> 'voided'`,
  )
  return { voided: voided ?? 0, kept: rows[0]?.kept ?? 0 }
}
