import { and, asc, desc, eq, lt, or, sql, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { event, member, organisation, request } from '@/db/schema'
import { whyNotOfCity, type CompanyActor, type OfficialActor } from '../actor'
import { noteLooks } from '../consent/note-looks'
import type { Context } from '../context'
import { inScope } from '../organisation/scope'

const contact = alias(member, 'contact')
const authority = alias(organisation, 'authority')

function selectRequests(db: Context['db'], where: SQL | undefined) {
  return db
    .select({
      request,
      companyId: organisation.id,
      companyName: organisation.name,
      contactName: contact.name,
      authorityName: authority.name,
    })
    .from(request)
    .innerJoin(organisation, eq(organisation.id, request.organisationId))
    .innerJoin(contact, eq(contact.id, request.contactMemberId))
    .innerJoin(authority, eq(authority.id, contact.organisationId))
    .where(where)
}

export type RequestRow = Awaited<ReturnType<typeof selectRequests>>[number]

/** Those that wait stand first, the earliest due before the others. */
const inOrder = [sql`${request.state} <> 'asked'`, asc(request.dueAt), desc(request.id)]

/** A company's own, with who answers. */
export function listOwnRequests({ db, actor }: Context<CompanyActor>) {
  return selectRequests(db, eq(request.organisationId, actor.organisationId)).orderBy(...inOrder)
}

/** What an official sees: of the companies in scope, and those that it is the contact of. */
const isSeenBy = (actor: OfficialActor) =>
  or(inScope(actor.scope) ?? sql`true`, eq(request.contactMemberId, actor.memberId))

const REQUESTS_LISTED = 200

export async function listRequestsInScope(context: Context<OfficialActor>) {
  const rows = await selectRequests(context.db, isSeenBy(context.actor))
    .orderBy(...inOrder)
    .limit(REQUESTS_LISTED)
  await noteLooks(
    context,
    rows.map(({ companyId }) => companyId),
    ['identity'],
    'list',
  )
  return rows
}

/** One of them with what happened to it; null where it is not the official's to see. */
export async function findRequestInScope(context: Context<OfficialActor>, id: string) {
  const { db, actor } = context
  const [found] = await selectRequests(db, and(eq(request.id, id), isSeenBy(actor)))
  if (!found) return null
  await noteLooks(context, [found.companyId], ['identity'], 'page')
  const events = await db
    .select({ id: event.id, type: event.type, at: event.at, by: member.name })
    .from(event)
    .leftJoin(member, eq(member.id, event.memberId))
    .where(eq(event.subjectId, id))
    .orderBy(desc(event.at), desc(event.id))
  return { ...found, events }
}

/** What of the requests that wait calls an official: those asked of it and, as publisher of the city, the overdue ones. */
function callsFor({ actor, now }: Context<OfficialActor>): SQL | undefined {
  const overdue = whyNotOfCity(actor, 'publisher') ? undefined : lt(request.dueAt, now)
  return and(eq(request.state, 'asked'), or(eq(request.contactMemberId, actor.memberId), overdue))
}

export function listRequestsToAnswer(context: Context<OfficialActor>) {
  return selectRequests(context.db, callsFor(context)).orderBy(...inOrder)
}

/** Overdue requests in sight. Whoever shows some of them notes whom. */
export function listOverdueRequests({ db, actor, now }: Context<OfficialActor>) {
  return selectRequests(
    db,
    and(eq(request.state, 'asked'), lt(request.dueAt, now), isSeenBy(actor)),
  ).orderBy(asc(request.dueAt))
}

/** How many requests in sight wait, and how many of them call the official itself. */
export async function countRequests(context: Context<OfficialActor>) {
  const { db, actor } = context
  const [row] = await db
    .select({
      waiting: sql<number>`count(*)::int`,
      own: sql<number>`count(*) filter (where ${callsFor(context)})::int`,
    })
    .from(request)
    .innerJoin(organisation, eq(organisation.id, request.organisationId))
    .where(and(eq(request.state, 'asked'), isSeenBy(actor)))
  return row ?? { waiting: 0, own: 0 }
}
