import { termsOf } from '@/domain/need/need'
import { needIndexRowsOf } from '@/domain/need/need-index'
import type { World } from './world'

/** The open needs as matching reads them. */
export function addLeads({ rows, today }: World): void {
  for (const need of rows.need) {
    const { facts, openFen } = need
    if (need.state !== 'published' || !facts || openFen === undefined) continue
    rows.needIndex.push(
      ...needIndexRowsOf(need.id, { terms: termsOf(need), facts, openFen }, today),
    )
  }
}
