import type { need } from '@/db/schema'
import { termsOf } from '../need/terms'
import type { JudgedNeed } from './match'

/** What the judge reads of a published need. */
export function judgedNeed(row: typeof need.$inferSelect): JudgedNeed {
  if (!row.facts) throw new Error(`need ${row.id} was published without a snapshot`)
  return { terms: termsOf(row), facts: row.facts, openFen: row.openFen }
}
