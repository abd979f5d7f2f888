/** All open needs, newest first, as officials page through them: by key, beside the same by OFFSET. */
import type { OfficialActor } from '@/domain/actor'
import type { Context } from '@/domain/context'
import type { Database } from '@/db/client'
import { selectNeedsInScope, type NeedCursor } from '@/domain/need/official-queries'
import type { Row } from '../row'
import { idAt } from './draw'
import { sentAt } from './load'
import { ask, demandSame, orTimedOut, p50, rowOf } from './measure'

const A_PAGE = 20

export async function benchPages(db: Database, needs: number, small: boolean): Promise<Row[]> {
  const official = { audience: 'official', scope: { city: true } } as OfficialActor
  const context: Context<OfficialActor> = { actor: official, now: new Date(), db }
  const list = (cursor: NeedCursor | null) =>
    selectNeedsInScope(context, ['published'], cursor, A_PAGE)
  const pages = small ? [1, 10, 100, 250] : [1, 100, 1_000, 10_000, 50_000]
  const work = `all ${needs.toLocaleString('en')} open needs, newest first, ${A_PAGE} a page`
  const times = small ? 5 : 200
  const rows: Row[] = []
  let first = 0
  for (const page of pages) {
    const offset = (page - 1) * A_PAGE
    // The last row of the page before, wherever the reader came from. Known as it was drawn: asking would be an OFFSET too.
    const before = needs - offset
    const cursor = page === 1 ? null : { at: sentAt(before), id: idAt('need', before) }
    const byKey = await ask(Array.from({ length: times }), () => list(cursor), 20)
    const byOffset = await ask(
      Array.from({ length: small ? 1 : 5 }),
      orTimedOut(() => list(null).offset(offset)),
      1,
    )
    demandSame(`${work}, page ${page}`, 'OFFSET', byOffset.answers, byKey.answers)
    if (page === 1) first = p50(byKey)
    const named = page.toLocaleString('en')
    const ratio = p50(byKey) / first
    rows.push(
      rowOf(
        { work, variant: `by key, page ${named}`, unit: 'ms', ratio, reach: 2 },
        byKey,
        1,
        'below',
      ),
    )
    if (page === 1) continue
    const gain = p50(byOffset) / p50(byKey)
    rows.push(
      rowOf(
        { work, variant: `OFFSET, page ${named}`, unit: 'ms', ratio: gain, reach: 1 },
        byOffset,
        1,
        'above',
      ),
    )
  }
  return rows
}
