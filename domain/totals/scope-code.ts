/** How a scope stands in an address: *city*, the codes of its places between dots, or *none*. */
import { districts, zones, type Scope } from '../place/place'

export function scopeCode(scope: Scope): string {
  if (scope.city) return 'city'
  const places = [
    ...districts.filter((one) => scope.districts.includes(one)),
    ...zones.filter((one) => scope.zones.includes(one)),
  ]
  return places.length === 0 ? 'none' : places.join('.')
}

/** The scope that a code names, or null where it is none. */
export function readScope(code: string): Scope | null {
  if (code === 'city') return { city: true }
  const parts = code === 'none' ? [] : code.split('.')
  const scope = {
    city: false as const,
    districts: districts.filter((one) => parts.includes(one)),
    zones: zones.filter((one) => parts.includes(one)),
  }
  return scope.districts.length + scope.zones.length === parts.length ? scope : null
}

/** Whether all that one scope holds is held by another. */
export function isWithin(scope: Scope, own: Scope): boolean {
  if (own.city) return true
  if (scope.city) return false
  return (
    scope.districts.every((one) => own.districts.includes(one)) &&
    scope.zones.every((one) => own.zones.includes(one))
  )
}
