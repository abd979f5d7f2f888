/** Column shapes that every table shares. */
import { sql, type SQL } from 'drizzle-orm'
import { bigint, check, date, text, timestamp, uuid, type AnyPgColumn } from 'drizzle-orm/pg-core'

export const id = () => uuid().primaryKey()
/** Money in fen. */
export const fen = () => bigint({ mode: 'number' })
/** Codes of lists as bits, at most 53 of them. */
export const bits = () => bigint({ mode: 'number' })
/** A moment, kept in UTC. */
export const moment = () => timestamp({ withTimezone: true, mode: 'date' })
/** A day in Asia/Shanghai, 'YYYY-MM-DD'. */
export const day = () => date({ mode: 'string' })
/** Codes of a list, as an array. */
export const codes = <Code extends string>() =>
  text()
    .array()
    .$type<Code[]>()
    .notNull()
    .default(sql`'{}'`)

function listed(values: readonly string[]): SQL {
  return sql.raw(values.map((value) => `'${value}'`).join(', '))
}

/** CHECK that a column holds one of a noun's codes (or null). */
export function oneOf(name: string, column: AnyPgColumn, values: readonly string[]) {
  return check(name, sql`${column} in (${listed(values)})`)
}

/** CHECK that an array column holds only a noun's codes. */
export function onlyOf(name: string, column: AnyPgColumn, values: readonly string[]) {
  return check(name, sql`${column} <@ array[${listed(values)}]::text[]`)
}
