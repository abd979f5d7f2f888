/**
 * An id out of an address or a form may be any text, or no text at all. Where it is no id it is the id of nothing: found nowhere,
 * in every statement, where PostgreSQL would break off.
 */
import { PgUUID } from 'drizzle-orm/pg-core'

const id = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i
const NOTHING = '00000000-0000-0000-0000-000000000000'

PgUUID.prototype.mapToDriverValue = (value: unknown) =>
  typeof value === 'string' && id.test(value) ? value : NOTHING
