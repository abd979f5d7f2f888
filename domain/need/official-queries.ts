/** What officials read of needs in their places: reviews, lists and what is stuck. Never the private least. */
import { and, asc, desc, eq, inArray, isNotNull, lt, ne, or, sql } from 'drizzle-orm'
import { introduction, need, organisation } from '@/db/schema'
import type { OfficialActor } from '../actor'
import type { Context } from '../context'
import {
  introductionStates,
  liveStates,
  type IntroductionState,
} from '../introduction/introduction'
import { inScope } from '../organisation/scope'
import type { NeedState } from './need'

const shown = {
  id: need.id,
  code: need.code,
  state: need.state,
  classes: need.classes,
  amountFen: need.amountFen,
  openFen: need.openFen,
  submittedAt: need.submittedAt,
  reviewDueAt: need.reviewDueAt,
  publishedAt: need.publishedAt,
  answerDueAt: need.answerDueAt,
  firstAnswerAt: need.firstAnswerAt,
  /** Whether new words of a published need wait for a verifier. */
  wordsWait: sql<boolean>`(${need.wordsWaiting} is not null)`,
  companyId: organisation.id,
  companyName: organisation.name,
  district: organisation.district,
  zone: organisation.zone,
}

const waits = or(
  eq(need.state, 'in-review'),
  and(eq(need.state, 'published'), isNotNull(need.wordsWaiting)),
)

/** Needs that wait for a verifier in scope: new ones, and amended ones with new words. Oldest due first. */
export function listNeedsToReview({ db, actor }: Context<OfficialActor>) {
  return db
    .select(shown)
    .from(need)
    .innerJoin(organisation, eq(organisation.id, need.organisationId))
    .where(and(waits, inScope(actor.scope)))
    .orderBy(asc(need.reviewDueAt), asc(need.id))
}

export const NEEDS_A_PAGE = 50

/** Where a page of needs goes on: the moment its last row was sent in, and its id. */
export interface NeedCursor {
  at: string
  id: string
}

const furthestFirst = sql.join(
  introductionStates.map((state) => sql`${state}`),
  sql`, `,
)
/** The furthest of its introductions: the stage of a need is read, never stored twice. */
const stage = sql<IntroductionState | null>`(
  select ${introduction.state} from ${introduction}
  where ${introduction.needId} = ${need.id} and ${introduction.state} <> 'ended'
  order by array_position(array[${furthestFirst}]::text[], ${introduction.state}) desc limit 1)`
const sentAt = sql`coalesce(${need.submittedAt}, ${need.createdAt})`
const sentKey = sql<string>`to_char(${sentAt} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

/** Needs in scope in some states, newest sent first, a page by key. A draft is seen by its company alone. */
export function listNeedsInScope(
  { db, actor }: Context<OfficialActor>,
  states: readonly NeedState[],
  cursor: NeedCursor | null,
  most = NEEDS_A_PAGE,
) {
  return db
    .select({ ...shown, stage, key: sentKey })
    .from(need)
    .innerJoin(organisation, eq(organisation.id, need.organisationId))
    .where(
      and(
        ne(need.state, 'draft'),
        inArray(need.state, [...states]),
        cursor
          ? sql`(${sentAt}, ${need.id}) < (${cursor.at}::timestamptz, ${cursor.id}::uuid)`
          : undefined,
        inScope(actor.scope),
      ),
    )
    .orderBy(desc(sentAt), desc(need.id))
    .limit(most + 1)
}

/** How many needs in scope stand in each state. */
export async function countNeedsInScope({ db, actor }: Context<OfficialActor>) {
  const rows = await db
    .select({ state: need.state, needs: sql<number>`count(*)::int` })
    .from(need)
    .innerJoin(organisation, eq(organisation.id, need.organisationId))
    .where(and(ne(need.state, 'draft'), inScope(actor.scope)))
    .groupBy(need.state)
  return new Map(rows.map((row) => [row.state, row.needs]))
}

/** How many there are of all in the list, beside each row of it. */
const ofAll = sql<number>`count(*) over ()::int`

/**
 * Published needs in scope whose first answer is overdue and that nobody was given to or invited to meanwhile, longest first;
 * `ofAll` counts those not listed too.
 */
export function listUnansweredNeeds({ db, actor, now }: Context<OfficialActor>, most: number) {
  return db
    .select({ ...shown, ofAll })
    .from(need)
    .innerJoin(organisation, eq(organisation.id, need.organisationId))
    .where(
      and(
        eq(need.state, 'published'),
        sql`${need.firstAnswerAt} is null`,
        lt(need.answerDueAt, now),
        sql`${need.openFen} > 0`,
        // Such an introduction has a clock of its own, and is listed by it.
        sql`not exists (select 1 from ${introduction} where ${introduction.needId} = ${need.id} and ${inArray(introduction.state, [...liveStates])})`,
        inScope(actor.scope),
      ),
    )
    .orderBy(asc(need.answerDueAt), asc(need.id))
    .limit(most)
}

/** Live introductions in scope whose clock has run out, longest first. */
export function listOverdueIntroductions({ db, actor, now }: Context<OfficialActor>, most: number) {
  return db
    .select({
      id: introduction.id,
      state: introduction.state,
      dueAt: introduction.dueAt,
      stateAt: introduction.stateAt,
      needId: need.id,
      needCode: need.code,
      companyName: organisation.name,
      ofAll,
    })
    .from(introduction)
    .innerJoin(need, eq(need.id, introduction.needId))
    .innerJoin(organisation, eq(organisation.id, introduction.companyId))
    .where(
      and(
        inArray(introduction.state, [...liveStates]),
        lt(introduction.dueAt, now),
        inScope(actor.scope),
      ),
    )
    .orderBy(asc(introduction.dueAt), asc(introduction.id))
    .limit(most)
}
