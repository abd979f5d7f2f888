import { randomInt } from 'node:crypto'
import { v7, validate } from 'uuid'

/** What ids and codes are drawn from. */
export interface Draws {
  id: () => string
  /** A whole number from 0 to under this one. */
  below: (end: number) => number
}
const chance: Draws = { id: () => v7(), below: randomInt }
let draws = chance

/** A demonstration city has draws of its own, so that the same seed gives the same rows; null goes back to chance. */
export function drawFrom(own: Draws | null): void {
  draws = own ?? chance
}

/** A UUIDv7: unique, ordered by time, no sequence that leaks a volume. */
export function newId(): string {
  return draws.id()
}

const codePrefixes = {
  need: 'XQ',
  product: 'CP',
  introduction: 'DJ',
  offer: 'FA',
  request: 'SQ',
} as const

/** A code for people, such as XQ-2024-518306: two letters, year in Asia/Shanghai, six random digits. */
export function newCode(noun: keyof typeof codePrefixes, now: Date): string {
  const year = new Date(now.getTime() + 8 * 3_600_000).getUTCFullYear()
  return `${codePrefixes[noun]}-${year}-${String(draws.below(1_000_000)).padStart(6, '0')}`
}

/** Whether a text from an address can be an id at all: any other is of nothing, and would be an error in SQL. */
export function isId(text: string): boolean {
  return validate(text)
}
