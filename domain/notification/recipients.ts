/** Whom an event is told to, as rows: the WHERE of each kind of recipients. */
import { and, arrayContains, eq, inArray, isNotNull, or, sql, type SQL } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { introduction, member, need, organisation, product, request, service } from '@/db/schema'
import { liveStates } from '../introduction/introduction'
import type { Duty } from '../member/member'
import type { District, Zone } from '../place/place'
import type { NotificationSubject } from './notification'
import type { Recipients, SubjectState } from './told'

/** What telling has to know of a subject: whose it is, where it lies, how it stands. */
export interface Subject extends SubjectState {
  companyIds: string[]
  financierId: string | null
  /** The colleague an introduction is with; of a request the contact at the authority. */
  assignedMemberId: string | null
  district: District | null
  zone: Zone | null
}

export async function readSubject(
  tx: Database,
  about: NotificationSubject,
  id: string,
): Promise<Subject | null> {
  switch (about) {
    case 'introduction': {
      const [found] = await tx
        .select({
          state: introduction.state,
          companyId: introduction.companyId,
          financierId: introduction.financierId,
          assignedMemberId: introduction.assignedMemberId,
        })
        .from(introduction)
        .where(eq(introduction.id, id))
      return found
        ? { ...nowhere, ...found, companyIds: [found.companyId], wordsWait: false }
        : null
    }
    case 'need': {
      const [found] = await tx
        .select({
          state: need.state,
          wordsWait: sql<boolean>`${isNotNull(need.wordsWaiting)}`,
          organisationId: organisation.id,
          district: organisation.district,
          zone: organisation.zone,
        })
        .from(need)
        .innerJoin(organisation, eq(organisation.id, need.organisationId))
        .where(eq(need.id, id))
      return found ? { ...nobody, ...found, companyIds: [found.organisationId] } : null
    }
    case 'service': {
      const [found] = await tx
        .select({ service, assignedMemberId: introduction.assignedMemberId })
        .from(service)
        .leftJoin(introduction, eq(introduction.id, service.introductionId))
        .where(eq(service.id, id))
      if (!found) return null
      const { companyId, organisationId } = found.service
      return {
        ...found.service,
        assignedMemberId: found.assignedMemberId,
        companyIds: [...new Set([companyId, organisationId])],
        wordsWait: false,
      }
    }
    case 'product': {
      const [found] = await tx.select().from(product).where(eq(product.id, id))
      return found ? { ...nobody, ...nowhere, ...found, companyIds: [], wordsWait: false } : null
    }
    case 'organisation': {
      const [found] = await tx.select().from(organisation).where(eq(organisation.id, id))
      return found ? { ...nobody, ...found, companyIds: [id], wordsWait: false } : null
    }
    case 'request': {
      const [found] = await tx.select().from(request).where(eq(request.id, id))
      return found
        ? {
            ...{ ...nobody, ...nowhere, state: found.state, wordsWait: false },
            ...{ companyIds: [found.organisationId], assignedMemberId: found.contactMemberId },
          }
        : null
    }
    default:
      throw new Error(`no event is about a ${about}`)
  }
}

const nowhere = { district: null, zone: null }
const nobody = { financierId: null, assignedMemberId: null }

const acts = inArray(member.role, ['owner', 'editor'])

async function activeMembers(tx: Database, where: SQL | undefined): Promise<string[]> {
  const rows = await tx
    .select({ id: member.id })
    .from(member)
    .where(and(eq(member.state, 'active'), where))
    .orderBy(member.id)
  return rows.map(({ id }) => id)
}

/** The member who has it in hand; else, or once that one is gone, all who act for the financier. */
export async function membersInHand(
  tx: Database,
  { financierId, assignedMemberId }: Pick<Subject, 'financierId' | 'assignedMemberId'>,
): Promise<string[]> {
  if (!financierId) return []
  const own = and(eq(member.organisationId, financierId), acts)
  const inHand = assignedMemberId
    ? await activeMembers(tx, and(own, eq(member.id, assignedMemberId)))
    : []
  return inHand.length > 0 ? inHand : activeMembers(tx, own)
}

function officialsWith(tx: Database, duty: Duty, { district, zone }: Subject): Promise<string[]> {
  return activeMembers(
    tx,
    and(
      arrayContains(member.duties, [duty]),
      sql`exists (select 1 from ${organisation} where ${organisation.id} = ${member.organisationId} and ${organisation.kind} = 'authority')`,
      or(
        eq(member.scopeCity, true),
        district ? arrayContains(member.scopeDistricts, [district]) : undefined,
        zone ? arrayContains(member.scopeZones, [zone]) : undefined,
      ),
    ),
  )
}

/** The members told, all but those in talk about a need, who are told of their own introductions. */
export function membersToTell(
  tx: Database,
  to: Exclude<Recipients, 'in-talk'>,
  subject: Subject,
  handedTo: string | null,
): Promise<string[]> {
  switch (to) {
    case 'company':
      return activeMembers(tx, and(inArray(member.organisationId, subject.companyIds), acts))
    case 'members':
      return activeMembers(tx, inArray(member.organisationId, subject.companyIds))
    case 'financier':
      return membersInHand(tx, subject)
    case 'handed-to':
      return handedTo ? activeMembers(tx, eq(member.id, handedTo)) : Promise.resolve([])
    case 'contact':
      return subject.assignedMemberId
        ? activeMembers(tx, eq(member.id, subject.assignedMemberId))
        : Promise.resolve([])
    case 'city-publishers':
      return activeMembers(
        tx,
        and(arrayContains(member.duties, ['publisher']), eq(member.scopeCity, true)),
      )
    case 'verifiers':
      return officialsWith(tx, 'verifier', subject)
    case 'statisticians':
      return officialsWith(tx, 'statistician', subject)
  }
}

export function listTalks(tx: Database, needId: string) {
  return tx
    .select({
      id: introduction.id,
      financierId: introduction.financierId,
      assignedMemberId: introduction.assignedMemberId,
    })
    .from(introduction)
    .where(and(eq(introduction.needId, needId), inArray(introduction.state, [...liveStates])))
    .orderBy(introduction.id)
}
