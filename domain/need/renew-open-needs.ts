import { and, eq, inArray } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { need } from '@/db/schema'
import { enqueue } from '@/ports/queue'
import { dayOf } from '../calendar/calendar'
import type { Facts } from '../profile/profile'
import { readFacts } from '../profile/queries'
import { readCrowd } from './crowd'
import { keepNeedIndex } from './keep-need-index'
import { termsOf } from './need'
import { teaserOf, wideningFor } from './teaser'

const sharesPlace = (one: Facts, other: Facts) =>
  one.district === other.district && one.zone === other.zone && one.chains[0] === other.chains[0]

/** Open needs keep up with their company: a new snapshot and teaser, and they are judged again. */
export async function renewOpenNeeds(
  tx: Database,
  organisationId: string,
  now: Date,
): Promise<void> {
  const today = dayOf(now)
  const open = await tx
    .select()
    .from(need)
    .where(
      and(eq(need.organisationId, organisationId), inArray(need.state, ['published', 'in-review'])),
    )
    .for('no key update')
  if (open.length === 0) return
  const facts = await readFacts(tx, organisationId, today)
  const widening = wideningFor(facts, await readCrowd(tx, facts))
  for (const one of open) {
    // Whoever else comes or goes at its place meanwhile narrows nothing.
    const kept = one.facts && sharesPlace(one.facts, facts) ? one.teaser?.widening : undefined
    await tx
      .update(need)
      .set({ facts, teaser: teaserOf(termsOf(one), facts, kept ?? widening, today) })
      .where(eq(need.id, one.id))
    if (one.state === 'published') await enqueue(tx, 'judge-need', { needId: one.id })
  }
  await keepNeedIndex(
    tx,
    open.map(({ id }) => id),
    today,
  )
}
