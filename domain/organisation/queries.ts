import { and, asc, desc, eq, inArray, ne, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { event, member, need, organisation, service, whiteListEntry } from '@/db/schema'
import type { MemberActor, OfficialActor } from '../actor'
import type { Context } from '../context'
import { recordEvent } from '../event/record-event'
import { withoutAccounts } from '../profile/profile'
import { readProfile } from '../profile/queries'
import type { OrganisationKind, OrganisationState } from './organisation'
import { inScope } from './scope'

export async function findOwnOrganisation({ db, actor }: Context<MemberActor>) {
  const [own] = await db
    .select()
    .from(organisation)
    .where(eq(organisation.id, actor.organisationId))
  if (!own) throw new Error('an actor without an organisation')
  return own
}

/** Organisations in scope, in a state, longest waiting first, 200 at most. */
export function listOrganisationsInScope(
  { db, actor }: Context<OfficialActor>,
  filter: { states: readonly OrganisationState[]; kind?: OrganisationKind; name?: string },
) {
  return db
    .select({
      id: organisation.id,
      kind: organisation.kind,
      financierKind: organisation.financierKind,
      name: organisation.name,
      uscc: organisation.uscc,
      state: organisation.state,
      district: organisation.district,
      zone: organisation.zone,
      appliedAt: organisation.appliedAt,
      admittedAt: organisation.admittedAt,
    })
    .from(organisation)
    .where(
      and(
        ne(organisation.kind, 'authority'),
        inArray(organisation.state, [...filter.states]),
        filter.kind ? eq(organisation.kind, filter.kind) : undefined,
        filter.name
          ? sql`(${organisation.name} like ${`%${filter.name}%`} or ${organisation.uscc} like ${`${filter.name.toUpperCase()}%`})`
          : undefined,
        inScope(actor.scope),
      ),
    )
    .orderBy(asc(organisation.appliedAt), asc(organisation.id))
    .limit(200)
}

/** One organisation in scope with its members, needs and services; every look at a company is kept. */
export async function findOrganisationInScope(
  context: Context<OfficialActor>,
  organisationId: string,
) {
  const { db, actor } = context
  const [found] = await db
    .select()
    .from(organisation)
    .where(
      and(
        eq(organisation.id, organisationId),
        ne(organisation.kind, 'authority'),
        inScope(actor.scope),
      ),
    )
  if (!found) return null
  const members = await db
    .select({
      name: member.name,
      email: member.email,
      phone: member.phone,
      role: member.role,
      state: member.state,
    })
    .from(member)
    .where(and(eq(member.organisationId, organisationId), ne(member.state, 'removed')))
  const needs = await db
    .select({
      id: need.id,
      code: need.code,
      state: need.state,
      amountFen: need.amountFen,
      classes: need.classes,
      publishedAt: need.publishedAt,
    })
    .from(need)
    .where(and(eq(need.organisationId, organisationId), ne(need.state, 'draft')))
    .orderBy(desc(need.createdAt))
  const [served] = await db
    .select({ services: sql<number>`count(*)::int` })
    .from(service)
    .where(eq(service.companyId, organisationId))
  const listed = await db
    .select({ chain: whiteListEntry.chain, batchOn: whiteListEntry.batchOn })
    .from(whiteListEntry)
    .where(eq(whiteListEntry.organisationId, organisationId))
  const history = await db
    .select({ type: event.type, at: event.at })
    .from(event)
    .where(and(eq(event.subjectId, organisationId), ne(event.type, 'organisation.looked-at')))
    .orderBy(desc(event.at))
    .limit(20)
  if (found.kind === 'company') {
    await recordEvent(db, context, 'organisation.looked-at', organisationId, {
      companyId: organisationId,
    })
  }
  const profile =
    found.kind === 'company' ? withoutAccounts(await readProfile(db, organisationId)) : null
  return {
    organisation: found,
    members,
    needs,
    services: served?.services ?? 0,
    listed,
    history,
    profile,
  }
}

/** What waits for officials in scope: applicants, and needs in review. */
export async function countWaiting({ db, actor }: Context<OfficialActor>) {
  const [applicants] = await db
    .select({ waiting: sql<number>`count(*)::int` })
    .from(organisation)
    .where(and(eq(organisation.state, 'applied'), inScope(actor.scope)))
  const [needs] = await db
    .select({ waiting: sql<number>`count(*)::int` })
    .from(need)
    .innerJoin(organisation, eq(organisation.id, need.organisationId))
    .where(
      and(
        sql`(${need.state} = 'in-review' or (${need.state} = 'published' and ${need.wordsWaiting} is not null))`,
        inScope(actor.scope),
      ),
    )
  return { applicants: applicants?.waiting ?? 0, needs: needs?.waiting ?? 0 }
}

/** How many organisations are admitted, by kind: for the public page. */
export async function countAdmitted(db: Database) {
  const rows = await db
    .select({ kind: organisation.kind, admitted: sql<number>`count(*)::int` })
    .from(organisation)
    .where(eq(organisation.state, 'admitted'))
    .groupBy(organisation.kind)
  const by = (kind: OrganisationKind) => rows.find((row) => row.kind === kind)?.admitted ?? 0
  return { companies: by('company'), financiers: by('financier') }
}
