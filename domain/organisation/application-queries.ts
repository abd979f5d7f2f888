import { and, asc, eq, gt, inArray, ne, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { application, member, organisation, service } from '@/db/schema'
import type { OfficialActor, PublicActor } from '../actor'
import { noteOrganisations } from '../consent/note-looks'
import type { Context } from '../context'
import { hashToken } from '../member/one-time-link'
import { findByEmail } from '../member/add-member'
import { isApplication } from './organisation'
import type { Scope } from '../place/place'

/** What was typed with a one-time link, and whether its address has an account by now; null once it was used, or is too old. */
export async function findAsked({ db, now }: Context<PublicActor>, token: string) {
  const [found] = await db
    .select({
      kind: application.kind,
      financierKind: application.financierKind,
      uscc: application.uscc,
      name: application.name,
      personName: application.personName,
      email: application.email,
      phone: application.phone,
    })
    .from(application)
    .where(and(eq(application.linkHash, hashToken(token)), gt(application.linkUntil, now)))
  if (!found) return null
  return { ...found, isTaken: (await findByEmail(db, found.email)) !== null }
}

const sideOf = {
  id: organisation.id,
  kind: organisation.kind,
  name: organisation.name,
  state: organisation.state,
  district: organisation.district,
  zone: organisation.zone,
  appliedAt: organisation.appliedAt,
  admittedAt: organisation.admittedAt,
}

/** Whether a place is among an official's; what is only known has none, and whoever applies with its code decides where it is. */
function mayCompare(
  scope: Scope,
  { district, zone }: Pick<typeof organisation.$inferSelect, 'district' | 'zone'>,
): boolean {
  if (scope.city || (!district && !zone)) return true
  return (
    (district !== null && scope.districts.includes(district)) ||
    (zone !== null && scope.zones.includes(zone))
  )
}

/** Who else has a code, or applied with it: whoever holds it first, then by when they applied. */
async function listSides(db: Database, uscc: string, besides: string) {
  const sides = await db
    .select(sideOf)
    .from(organisation)
    .where(and(eq(organisation.uscc, uscc), ne(organisation.id, besides)))
    .orderBy(
      sql`${organisation.state} in ('applied', 'refused')`,
      asc(organisation.appliedAt),
      asc(organisation.id),
    )
  const ids = sides.map(({ id }) => id)
  const people = await db
    .select({
      organisationId: member.organisationId,
      name: member.name,
      email: member.email,
      phone: member.phone,
    })
    .from(member)
    .where(and(inArray(member.organisationId, ids), ne(member.state, 'removed')))
    .orderBy(asc(member.createdAt))
  const evidence = await db
    .select({ organisationId: application.organisationId, evidence: application.evidence })
    .from(application)
    .where(inArray(application.organisationId, ids))
  return sides.map((side) => ({
    ...side,
    people: people.filter(({ organisationId }) => organisationId === side.id),
    evidence: evidence.find(({ organisationId }) => organisationId === side.id)?.evidence ?? null,
  }))
}

/**
 * What a verifier decides by: how the applicant says that it can be verified, and beside it everybody else with the same code.
 * Of sides outside the official's places it learns only that they are there.
 */
export async function findEvidence(
  context: Context<OfficialActor>,
  { id, uscc }: Pick<typeof organisation.$inferSelect, 'id' | 'uscc'>,
) {
  const { db, actor } = context
  const [typed] = await db
    .select({ evidence: application.evidence })
    .from(application)
    .where(eq(application.organisationId, id))
  const all = await listSides(db, uscc, id)
  const sides = all.filter((side) => mayCompare(actor.scope, side))
  await noteOrganisations(context, sides, ['identity', 'contact'])
  const holder = sides.find((side) => !isApplication(side.state))
  const [ledger] = holder
    ? await db
        .select({ rows: sql<number>`count(*)::int` })
        .from(service)
        .where(
          holder.kind === 'financier'
            ? eq(service.financierId, holder.id)
            : eq(service.companyId, holder.id),
        )
    : []
  return {
    evidence: typed?.evidence ?? null,
    sides,
    isElsewhere: all.length > sides.length,
    ledgerRows: ledger?.rows ?? 0,
  }
}
