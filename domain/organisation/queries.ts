import { and, asc, desc, eq, exists, inArray, like, ne, or, sql, type SQL } from 'drizzle-orm'
import {
  application,
  event,
  member,
  need,
  organisation,
  service,
  whiteListEntry,
} from '@/db/schema'
import type { MemberActor, OfficialActor } from '../actor'
import { dayOf, dueAfter } from '../calendar/calendar'
import { WORKING_DAYS } from '../clock/clock'
import { lookAtCompany, noteLooks, noteOrganisations } from '../consent/note-looks'
import type { Context } from '../context'
import { recordEvent } from '../event/record-event'
import { readProfile } from '../profile/queries'
import { asOfficialsRead } from '../profile/sight'
import { normaliseUscc } from '../uscc/uscc'
import { nameHolds } from './name-search'
import {
  heldStates,
  organisationStates,
  type OrganisationKind,
  type OrganisationState,
} from './organisation'
import { inScope } from './scope'

export async function findOwnOrganisation({ db, actor }: Context<MemberActor>) {
  const [own] = await db
    .select()
    .from(organisation)
    .where(eq(organisation.id, actor.organisationId))
  if (!own) throw new Error('an actor without an organisation')
  return own
}

export const ORGANISATIONS_A_PAGE = 50

/** Where a page of the directory goes on: the name and id of its last row. */
export interface OrganisationCursor {
  name: string
  id: string
}

export interface OrganisationFilter {
  states: readonly OrganisationState[]
  kind?: OrganisationKind
  /** A part of the name, or the beginning of the credit code. */
  search?: string
}

const listed = {
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
}

/** Only what can begin a credit code is looked for among them: a name in Chinese never is one. */
function codeBegins(search: string): SQL | undefined {
  const code = normaliseUscc(search)
  return /^[0-9A-Z]+$/.test(code) ? like(organisation.uscc, `${code}%`) : undefined
}

function filtered(actor: OfficialActor, { states, kind, search }: OrganisationFilter) {
  return and(
    ne(organisation.kind, 'authority'),
    inArray(organisation.state, [...states]),
    kind ? eq(organisation.kind, kind) : undefined,
    search ? or(nameHolds(search), codeBegins(search)) : undefined,
    inScope(actor.scope),
  )
}

/** The directory of an official: organisations in scope by name, a page by key. */
export async function listOrganisationsInScope(
  context: Context<OfficialActor>,
  filter: OrganisationFilter,
  cursor: OrganisationCursor | null,
) {
  const { db, actor } = context
  const rows = await db
    .select(listed)
    .from(organisation)
    .where(
      and(
        filtered(actor, filter),
        cursor
          ? sql`(${organisation.name}, ${organisation.id}) > (${cursor.name}, ${cursor.id}::uuid)`
          : undefined,
      ),
    )
    .orderBy(asc(organisation.name), asc(organisation.id))
    .limit(ORGANISATIONS_A_PAGE + 1)
  await noteOrganisations(context, rows.slice(0, ORGANISATIONS_A_PAGE), ['identity', 'business'])
  return rows
}

/** How many organisations in scope a filter names, by state. */
export async function countOrganisationsInScope(
  { db, actor }: Context<OfficialActor>,
  filter: Omit<OrganisationFilter, 'states'>,
) {
  const rows = await db
    .select({ state: organisation.state, organisations: sql<number>`count(*)::int` })
    .from(organisation)
    .where(filtered(actor, { ...filter, states: organisationStates }))
    .groupBy(organisation.state)
  return new Map(rows.map((row) => [row.state, row.organisations]))
}

const APPLICANTS_AT_MOST = 200

/** How many others have an applicant's code or applied with it. */
const sameCode = sql<number>`(select count(*)::int from ${organisation} o where o.uscc = organisation.uscc and o.id <> organisation.id)`

/**
 * Applicants in scope, longest waiting first, each with the moment its review is due. Whoever shows some of them notes that
 * (`noteOrganisations`).
 */
export async function listApplicantsInScope({ db, actor }: Context<OfficialActor>) {
  const rows = await db
    .select({ ...listed, others: sameCode, evidence: application.evidence })
    .from(organisation)
    .leftJoin(application, eq(application.organisationId, organisation.id))
    .where(filtered(actor, { states: ['applied'] }))
    .orderBy(asc(organisation.appliedAt), asc(organisation.id))
    .limit(APPLICANTS_AT_MOST)
  return rows.map((row) => ({
    ...row,
    dueAt: row.appliedAt ? dueAfter(row.appliedAt, WORKING_DAYS.review) : null,
  }))
}

/** One organisation in scope with its members, needs and services; every look at a company is kept. */
export async function findOrganisationInScope(
  context: Context<OfficialActor>,
  organisationId: string,
) {
  const { db, actor, now } = context
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
      id: member.id,
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
    .select({
      rows: sql<number>`count(*)::int`,
      from: sql<number | null>`min(${service.month})`,
      to: sql<number | null>`max(${service.month})`,
    })
    .from(service)
    .where(
      and(
        found.kind === 'financier'
          ? eq(service.financierId, organisationId)
          : eq(service.companyId, organisationId),
        inScope(actor.scope, { district: service.district, zone: service.zone }),
      ),
    )
  const listed = await db
    .select({ chain: whiteListEntry.chain, batchOn: whiteListEntry.batchOn })
    .from(whiteListEntry)
    .where(eq(whiteListEntry.organisationId, organisationId))
  const history = await db
    .select({ id: event.id, type: event.type, at: event.at, by: member.name })
    .from(event)
    .leftJoin(member, eq(member.id, event.memberId))
    .where(and(eq(event.subjectId, organisationId), ne(event.type, 'organisation.looked-at')))
    .orderBy(desc(event.at))
    .limit(20)
  if (found.kind === 'company') {
    await recordEvent(db, context, 'organisation.looked-at', organisationId, {
      companyId: organisationId,
    })
    await noteLooks(context, [organisationId], lookAtCompany, 'page')
  }
  const profile =
    found.kind === 'company'
      ? asOfficialsRead(await readProfile(db, organisationId), dayOf(now))
      : null
  return {
    organisation: found,
    members,
    needs,
    /** Every row of the ledger in scope that names it, and the months of the first and the last. */
    services: served ?? { rows: 0, from: null, to: null },
    listed,
    history,
    profile,
  }
}

/** The name of an organisation that an official's question of the ledger mentions: it lies in scope, or some row of it does. */
export async function findOrganisationName(
  context: Context<OfficialActor>,
  organisationId: string,
): Promise<string | null> {
  const { db, actor } = context
  const rows = db
    .select({ id: service.id })
    .from(service)
    .where(
      and(
        or(eq(service.companyId, organisationId), eq(service.financierId, organisationId)),
        inScope(actor.scope, { district: service.district, zone: service.zone }),
      ),
    )
  const [found] = await db
    .select({ id: organisation.id, kind: organisation.kind, name: organisation.name })
    .from(organisation)
    .where(
      and(
        eq(organisation.id, organisationId),
        ne(organisation.kind, 'authority'),
        inArray(organisation.state, [...heldStates]),
        or(inScope(actor.scope) ?? sql`true`, exists(rows)),
      ),
    )
  if (found) await noteOrganisations(context, [found], ['identity'])
  return found?.name ?? null
}

/** Every financier's name by its id: whose rows an official reads, its names it reads. */
export async function listFinancierNames({
  db,
}: Context<OfficialActor>): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .select({ id: organisation.id, name: organisation.name })
    .from(organisation)
    .where(and(eq(organisation.kind, 'financier'), inArray(organisation.state, [...heldStates])))
  return new Map(rows.map(({ id, name }) => [id, name]))
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
