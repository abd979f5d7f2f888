import { getTableColumns, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { service } from '@/db/schema'
import type { ServiceRow, UnwrittenRow } from './service-row'

const names = Object.keys(getTableColumns(service)) as (keyof ServiceRow)[]
const columns = sql.raw(names.map((name) => `"${inSnakeCase(name)}"`).join(', '))

function inSnakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

/**
 * Adds many rows to the ledger at once, and answers the ids of those that were not there already. They travel as one
 * JSON value: binding each cell of tens of thousands of rows takes four times as long.
 */
export async function insertServices(
  tx: Database,
  rows: readonly UnwrittenRow[],
): Promise<string[]> {
  const json = JSON.stringify(
    rows.map((row) => Object.fromEntries(names.map((name) => [inSnakeCase(name), row[name]]))),
  )
  const { rows: inserted } = await tx.execute<{ id: string }>(sql`
    insert into ${service} (${columns})
    select ${columns} from json_populate_recordset(null::${service}, ${json}::json)
    on conflict (financier_id, contract_key, rung, happened_on, amount_fen) where state <> 'voided'
    do nothing
    returning id`)
  return inserted.map(({ id }) => id)
}
