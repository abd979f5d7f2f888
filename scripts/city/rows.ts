import { getTableName, sql, type Table } from 'drizzle-orm'
import type { Database } from '@/db/client'
import * as schema from '@/db/schema'

type Row<Of extends { $inferInsert: object }> = Required<Of['$inferInsert']>

/** What is drawn and written in bulk, in an order that every foreign key can follow. The ledger has a way of its own. */
const tables = {
  organisation: schema.organisation,
  member: schema.member,
  savedQuestion: schema.savedQuestion,
  application: schema.application,
  profile: schema.profile,
  datedProfile: schema.datedProfile,
  profileYear: schema.profileYear,
  qualification: schema.qualification,
  whiteListEntry: schema.whiteListEntry,
  product: schema.product,
  productVersion: schema.productVersion,
  need: schema.need,
  match: schema.match,
  introduction: schema.introduction,
  consent: schema.consent,
  disclosure: schema.disclosure,
  contact: schema.contact,
  offer: schema.offer,
  request: schema.request,
  registerEntry: schema.registerEntry,
  yearlyTarget: schema.yearlyTarget,
  event: schema.event,
  waitingCode: schema.waitingCode,
  waitingRow: schema.waitingRow,
} as const
type Tables = typeof tables
export type Rows = { [Name in keyof Tables]: Row<Tables[Name]>[] }

export function noRows(): Rows {
  return Object.fromEntries(Object.keys(tables).map((name) => [name, []])) as unknown as Rows
}

const AT_ONCE = 1_000
const inSnakeCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** Writes one table in batches: PostgreSQL reads the rows from JSON by the table's own types. */
export async function writeTable(tx: Database, table: Table, rows: readonly object[]) {
  const names = sql.raw(
    Object.keys(rows[0] ?? {})
      .map((name) => `"${inSnakeCase(name)}"`)
      .join(', '),
  )
  for (let start = 0; start < rows.length; start += AT_ONCE) {
    const batch = rows
      .slice(start, start + AT_ONCE)
      .map((row) =>
        Object.fromEntries(Object.entries(row).map(([key, value]) => [inSnakeCase(key), value])),
      )
    await tx.execute(
      sql`insert into ${table} (${names}) select ${names} from json_populate_recordset(null::${table}, ${JSON.stringify(batch)}::json)`,
    )
  }
}

export type Say = (line: string) => void

export async function writeRows(tx: Database, rows: Rows, say: Say): Promise<void> {
  for (const [name, table] of Object.entries(tables)) {
    const list = rows[name as keyof Rows]
    if (list.length === 0) continue
    await writeTable(tx, table, list)
    say(`${String(list.length).padStart(6)}  ${getTableName(table).replaceAll('_', ' ')}`)
  }
}
