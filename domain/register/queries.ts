import { and, asc, desc, eq, inArray, lt, lte, ne, or, sql, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Database } from '@/db/client'
import { event, member, registerEntry } from '@/db/schema'
import { whyNotOfCity, type OfficialActor } from '../actor'
import type { Day } from '../calendar/calendar'
import type { Context } from '../context'
import type { Article, ChainGroups, EntryState, Indicator, Register } from './register'

type Row = typeof registerEntry.$inferSelect
type Of<Body> = Omit<Row, 'body'> & { body: Body }

/** Rows of one kind of register have its body: `save-entry` writes no other, and the column is of them all. */
const as = <Body>(rows: Row[]) => rows as unknown as Of<Body>[]

export type ArticleRow = Of<Article>
export type IndicatorRow = Of<Indicator>
export type ChainGroupsRow = Of<ChainGroups>

const articles = ['news', 'policy'] as const
export const ARTICLES_A_PAGE = 20

export interface ArticleFilter {
  register?: (typeof articles)[number]
  /** Part of a title, a text or a publisher, in either language. */
  search?: string
}

/** The words of an entry, in lower case. */
const wordsOf = sql<string>`lower(concat_ws(' ', body->>'titleZh', body->>'titleEn', body->>'textZh', body->>'textEn', body->>'publisherZh', body->>'publisherEn'))`

function articlesWhere({ register, search }: ArticleFilter): SQL | undefined {
  return and(
    inArray(registerEntry.register, register ? [register] : [...articles]),
    eq(registerEntry.state, 'published'),
    // Every word that was asked for, wherever it stands.
    ...(search ?? '')
      .toLowerCase()
      .split(/\s+/)
      .filter(Boolean)
      .map((word) => sql`strpos(${wordsOf}, ${word}) > 0`),
  )
}

/** What the public reads, latest first, a page by key. */
export async function listArticles(
  db: Database,
  filter: ArticleFilter,
  after: { on: Day; id: string } | null,
  most = ARTICLES_A_PAGE,
): Promise<ArticleRow[]> {
  const rows = await db
    .select()
    .from(registerEntry)
    .where(
      and(
        articlesWhere(filter),
        after
          ? or(
              lt(registerEntry.on, after.on),
              and(eq(registerEntry.on, after.on), lt(registerEntry.id, after.id)),
            )
          : undefined,
      ),
    )
    .orderBy(desc(registerEntry.on), desc(registerEntry.id))
    .limit(most + 1)
  return as<Article>(rows)
}

export const countArticles = (db: Database, filter: ArticleFilter) =>
  db.$count(registerEntry, articlesWhere(filter))

/** One that was published, withdrawn ones too: its address lasts. */
export async function findArticle(db: Database, id: string): Promise<ArticleRow | null> {
  const rows = await db
    .select()
    .from(registerEntry)
    .where(
      and(
        eq(registerEntry.id, id),
        inArray(registerEntry.register, [...articles]),
        ne(registerEntry.state, 'draft'),
      ),
    )
  return as<Article>(rows)[0] ?? null
}

const printed = and(eq(registerEntry.register, 'indicator'), eq(registerEntry.state, 'published'))
const latestFirst = [
  sql`(body->>'year')::int desc`,
  sql`(body->>'month')::int desc`,
  desc(registerEntry.on),
  desc(registerEntry.publishedAt),
]

/** The latest figure of each series. */
export async function listIndicators(db: Database): Promise<IndicatorRow[]> {
  const rows = await db
    .selectDistinctOn([registerEntry.series])
    .from(registerEntry)
    .where(printed)
    .orderBy(asc(registerEntry.series), ...latestFirst)
  return as<Indicator>(rows)
}

/** Every figure of a series that was published, withdrawn ones marked; the latest period first, then the latest print. */
export async function listSeries(db: Database, series: string): Promise<IndicatorRow[]> {
  const rows = await db
    .select()
    .from(registerEntry)
    .where(
      and(
        eq(registerEntry.register, 'indicator'),
        eq(registerEntry.series, series),
        ne(registerEntry.state, 'draft'),
      ),
    )
    .orderBy(...latestFirst)
  return as<Indicator>(rows)
}

/** The map of chains in force on a day; null before the first. */
export async function findChainGroups(db: Database, on: Day): Promise<ChainGroupsRow | null> {
  const rows = await db
    .select()
    .from(registerEntry)
    .where(
      and(
        eq(registerEntry.register, 'chain-groups'),
        eq(registerEntry.state, 'published'),
        lte(registerEntry.on, on),
      ),
    )
    .orderBy(desc(registerEntry.on), desc(registerEntry.publishedAt))
    .limit(1)
  return as<ChainGroups>(rows)[0] ?? null
}

const saver = alias(member, 'saver')
const publisher = alias(member, 'publisher')

/** The entries of some registers as officials read them, drafts first. */
export function listEntries(
  { db }: Context<OfficialActor>,
  which: readonly Register[],
  states?: readonly EntryState[],
) {
  return db
    .select({ entry: registerEntry, savedBy: saver.name, publishedBy: publisher.name })
    .from(registerEntry)
    .innerJoin(saver, eq(saver.id, registerEntry.savedByMemberId))
    .leftJoin(publisher, eq(publisher.id, registerEntry.publishedByMemberId))
    .where(
      and(
        inArray(registerEntry.register, [...which]),
        states ? inArray(registerEntry.state, [...states]) : undefined,
      ),
    )
    .orderBy(sql`${registerEntry.state} <> 'draft'`, desc(registerEntry.on), desc(registerEntry.id))
}

/** One entry with who saved and published it, and what happened to it. */
export async function findEntry({ db }: Context<OfficialActor>, id: string) {
  const [found] = await db
    .select({ entry: registerEntry, savedBy: saver.name, publishedBy: publisher.name })
    .from(registerEntry)
    .innerJoin(saver, eq(saver.id, registerEntry.savedByMemberId))
    .leftJoin(publisher, eq(publisher.id, registerEntry.publishedByMemberId))
    .where(eq(registerEntry.id, id))
  if (!found) return null
  const events = await db
    .select({ id: event.id, type: event.type, at: event.at, by: member.name })
    .from(event)
    .leftJoin(member, eq(member.id, event.memberId))
    .where(eq(event.subjectId, id))
    .orderBy(desc(event.at), desc(event.id))
  return { ...found, events }
}

/** Drafts that wait for another publisher than who saved them; none for who may not publish. */
export function listDraftsToPublish({ db, actor }: Context<OfficialActor>) {
  return db
    .select()
    .from(registerEntry)
    .where(
      and(
        eq(registerEntry.state, 'draft'),
        ne(registerEntry.savedByMemberId, actor.memberId),
        whyNotOfCity(actor, 'publisher') ? sql`false` : undefined,
      ),
    )
    .orderBy(asc(registerEntry.savedAt))
}
