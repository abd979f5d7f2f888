import { dayOf, endOf } from '@/domain/calendar/calendar'
import type { Rows } from './rows'

type Consent = Rows['consent'][number]

/** One consent serves all talks of the two: what is in force is not given again, and ends with the last talk of the two. */
export function servingAllTalks(given: readonly Consent[]): Consent[] {
  const kept: Consent[] = []
  const latest = new Map<string, Consent>()
  /** Of two who have a drawn talk no other talk's end ends a consent. */
  const drawn = new Set<string>()
  for (const row of given.toSorted((a, b) => Number(a.givenAt) - Number(b.givenAt))) {
    const two = `${row.companyId} ${row.financierId}`
    if (row.endedAt === null) drawn.add(two)
    const key = `${two} ${row.fieldGroup}`
    const before = latest.get(key)
    const goesOn = before && (!before.endedAt || before.endedAt > row.givenAt)
    if (goesOn && before.until >= dayOf(row.givenAt)) {
      before.endedAt =
        drawn.has(two) || !before.endedAt || !row.endedAt
          ? null
          : new Date(Math.max(Number(before.endedAt), Number(row.endedAt)))
      continue
    }
    if (goesOn) before.endedAt = endOf(before.until)
    if (drawn.has(two)) row.endedAt = null
    latest.set(key, row)
    kept.push(row)
  }
  return kept
}
