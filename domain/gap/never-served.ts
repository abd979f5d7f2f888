import { and, asc, eq, gte, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import {
  introduction,
  match,
  need,
  organisation,
  profile,
  qualification,
  service,
  whiteListEntry,
} from '@/db/schema'
import type { OfficialActor } from '../actor'
import { dayOf } from '../calendar/calendar'
import type { Chain } from '../chain/chain'
import { noteLooks } from '../consent/note-looks'
import type { Context } from '../context'
import { counted } from '../ledger/conditions'
import { inScope } from '../organisation/scope'
import type { QualificationKind } from '../profile/profile'
import type { GapCompany } from './gap'

/** Nothing at rung 3 or above: no financier ever answered, and no row of the ledger counts. */
const neverServed = and(
  sql`not exists (select 1 from ${introduction} where ${introduction.companyId} = ${organisation.id} and (${introduction.origin} = 'claimed' or ${introduction.answeredAt} is not null))`,
  sql`not exists (select 1 from ${service} where ${service.companyId} = ${organisation.id} and ${counted(null)})`,
)

/**
 * White-listed or qualified companies that nobody ever served, and those that the ledger knows and that have not registered; in scope,
 * by name. Whoever shows some of them notes whom.
 */
export async function listGap({ db, actor, now }: Context<OfficialActor>): Promise<GapCompany[]> {
  const today = dayOf(now)
  const listed = sql<boolean>`exists (select 1 from ${whiteListEntry} where ${and(
    eq(whiteListEntry.organisationId, organisation.id),
    lte(whiteListEntry.batchOn, today),
    or(isNull(whiteListEntry.endedOn), gte(whiteListEntry.endedOn, today)),
  )})`
  const held = sql<
    QualificationKind[]
  >`array(select distinct ${qualification.kind} from ${qualification} where ${and(
    eq(qualification.organisationId, organisation.id),
    lte(qualification.validFrom, today),
    or(isNull(qualification.validTo), gte(qualification.validTo, today)),
  )} order by 1)`
  const isRegistered = inArray(organisation.state, ['admitted', 'suspended'])
  const rows = await db
    .select({
      id: organisation.id,
      name: organisation.name,
      uscc: organisation.uscc,
      district: organisation.district,
      zone: organisation.zone,
      chains: sql<Chain[]>`coalesce(${profile.chains}, '{}')`,
      isListed: listed,
      qualifications: held,
      isRegistered: sql<boolean>`${isRegistered}`,
    })
    .from(organisation)
    .leftJoin(profile, eq(profile.organisationId, organisation.id))
    .where(
      and(
        eq(organisation.kind, 'company'),
        isNull(organisation.parentId),
        inScope(actor.scope),
        or(
          eq(organisation.state, 'known'),
          and(isRegistered, neverServed, or(listed, sql`cardinality(${held}) > 0`)),
        ),
      ),
    )
    .orderBy(asc(organisation.name), asc(organisation.id))
  const needs = await db
    .select({
      id: need.id,
      companyId: need.organisationId,
      fitting: sql<number>`(select count(*)::int from ${match} where ${match.needId} = ${need.id} and ${match.eligible})`,
    })
    .from(need)
    .where(and(eq(need.state, 'published'), sql`${need.openFen} > 0`))
    .orderBy(asc(need.publishedAt), asc(need.id))
  const needOf = new Map(needs.toReversed().map(({ companyId, ...one }) => [companyId, one]))
  return rows.map((row) => ({ ...row, need: needOf.get(row.id) ?? null }))
}

/** Those of them that a page shows are looks. */
export function noteGap(context: Context<OfficialActor>, shown: readonly GapCompany[]) {
  return noteLooks(
    context,
    shown.map(({ id }) => id),
    ['identity', 'business'],
    'list',
  )
}
