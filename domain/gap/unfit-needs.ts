import { and, asc, eq, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { event, match, need, organisation } from '@/db/schema'
import type { OfficialActor } from '../actor'
import { dayOf, type Day } from '../calendar/calendar'
import type { Context } from '../context'
import { rulesIn } from '../match/bits'
import { readCatalogue } from '../match/catalogue'
import { judgedNeed } from '../match/match'
import { CLASS, scanFailed } from '../match/scan'
import type { NeedRow } from '../need/lock-need'
import { inScope } from '../organisation/scope'
import { blockingRule, type UnfitNeed } from './gap'

type Blocked = Pick<UnfitNeed, 'rule' | 'alone'>

/** Which rule stands in the way of a need, and the products that fail it by that one alone; null where one fits. */
export async function findBlocked(db: Database, row: NeedRow, today: Day): Promise<Blocked | null> {
  const { products, masks } = await readCatalogue(db)
  const failed = scanFailed(masks, judgedNeed(row), today)
  const places = [...failed.keys()].filter((place) => failed[place] !== CLASS)
  if (places.some((place) => failed[place] === 0)) return null
  const found = blockingRule(places.map((place) => rulesIn(failed[place] ?? 0)))
  const own = (found?.alone ?? []).flatMap((at) => products[places[at] ?? -1] ?? [])
  return {
    rule: found?.rule ?? null,
    alone: {
      products: own.map(({ id }) => id),
      financiers: new Set(own.map(({ financierId }) => financierId)).size,
    },
  }
}

/** Open needs in scope that no product on offer fits, longest waiting first, each with the rule in its way. */
export async function listUnfitNeeds({
  db,
  actor,
  now,
}: Context<OfficialActor>): Promise<UnfitNeed[]> {
  const today = dayOf(now)
  const rows = await db
    .select({
      need,
      companyName: organisation.name,
      toldOn:
        sql<Date | null>`(select max(${event.at}) from ${event} where ${event.subjectId} = ${need.id} and ${event.type} = 'need.told')`.mapWith(
          event.at,
        ),
    })
    .from(need)
    .innerJoin(organisation, eq(organisation.id, need.organisationId))
    .where(
      and(
        eq(need.state, 'published'),
        sql`${need.openFen} > 0`,
        sql`not exists (select 1 from ${match} where ${match.needId} = ${need.id} and ${match.eligible})`,
        inScope(actor.scope),
      ),
    )
    .orderBy(asc(need.publishedAt), asc(need.id))
  const found: UnfitNeed[] = []
  for (const { need: row, companyName, toldOn } of rows) {
    // A product that came on offer a moment ago may fit before the need is judged anew.
    const blocked = await findBlocked(db, row, today)
    if (blocked)
      found.push({
        ...{ id: row.id, code: row.code, companyId: row.organisationId, companyName },
        ...{ openFen: row.openFen, publishedAt: row.publishedAt },
        ...blocked,
        toldOn: toldOn && dayOf(toldOn),
      })
  }
  return found
}
