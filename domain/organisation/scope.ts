import { inArray, or, sql, type SQL } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import { organisation } from '@/db/schema'
import type { Scope } from '../place/place'

/** WHERE that keeps an official's reading and writing inside its places; the city has no limit. */
export function inScope(
  scope: Scope,
  place: { district: AnyPgColumn; zone: AnyPgColumn } = organisation,
): SQL | undefined {
  if (scope.city) return undefined
  const clauses = [
    ...(scope.districts.length > 0 ? [inArray(place.district, scope.districts)] : []),
    ...(scope.zones.length > 0 ? [inArray(place.zone, scope.zones)] : []),
  ]
  return clauses.length > 0 ? or(...clauses) : sql`false`
}
