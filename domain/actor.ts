/** Who acts. The audience is in the type, the duty and the role are asked of it, whose row it is stands in the WHERE. */
import type { Duty, MemberRole } from './member/member'
import type { FinancierKind, OrganisationState } from './organisation/organisation'
import type { Scope } from './place/place'

interface Membership {
  memberId: string
  organisationId: string
  organisationName: string
  personName: string
  role: MemberRole
  organisationState: OrganisationState
}

export type CompanyActor = Membership & { audience: 'company' }
export type FinancierActor = Membership & { audience: 'financier'; financierKind: FinancierKind }
export type OfficialActor = Membership & { audience: 'official'; duties: Duty[]; scope: Scope }
export type MemberActor = CompanyActor | FinancierActor | OfficialActor
export interface PublicActor {
  audience: 'public'
}
/** A job that acts on the platform's behalf. */
export interface ClockActor {
  audience: 'clock'
}
export type Actor = MemberActor | PublicActor | ClockActor

export type WhyNotAct =
  | 'wrong-audience'
  | 'viewer-only-reads'
  | 'not-admitted'
  | 'organisation-refused'
  | 'organisation-suspended'

/** Why an organisation in a state takes no part, or null. */
export function whyNotAdmitted(
  state: OrganisationState,
): 'not-admitted' | 'organisation-refused' | 'organisation-suspended' | null {
  if (state === 'admitted') return null
  if (state === 'suspended') return 'organisation-suspended'
  return state === 'refused' ? 'organisation-refused' : 'not-admitted'
}

/** Why an actor may not write for its company or financier, or null. `also` names states besides *admitted*. */
export function whyNotActAs(
  actor: Actor,
  audience: 'company' | 'financier',
  also: readonly OrganisationState[] = [],
): WhyNotAct | null {
  if (actor.audience !== audience) return 'wrong-audience'
  if (actor.role === 'viewer') return 'viewer-only-reads'
  return also.includes(actor.organisationState) ? null : whyNotAdmitted(actor.organisationState)
}

/** What time alone does is nobody's to do. */
export function whyNotClock(actor: Actor): 'wrong-audience' | null {
  return actor.audience === 'clock' ? null : 'wrong-audience'
}

export type WhyNotOfficial = 'wrong-audience' | 'duty-missing'

export function whyNotOfficial(actor: Actor, duty: Duty): WhyNotOfficial | null {
  if (actor.audience !== 'official') return 'wrong-audience'
  return actor.duties.includes(duty) ? null : 'duty-missing'
}

/** What concerns the whole city is for officials with the duty whose scope it is. */
export function whyNotOfCity(actor: Actor, duty: Duty): WhyNotOfficial | 'scope-not-city' | null {
  const no = whyNotOfficial(actor, duty)
  if (no) return no
  return actor.audience === 'official' && actor.scope.city ? null : 'scope-not-city'
}

/** One-time links that wait are read by those who look after the accounts of the whole city. */
export function isLinkReader(actor: OfficialActor): boolean {
  return actor.duties.includes('administrator') && actor.scope.city
}

/** Mails that wait or were sent are read by those who look after accounts or admit organisations. */
export function isOutboxReader(actor: OfficialActor): boolean {
  return actor.duties.includes('administrator') || actor.duties.includes('verifier')
}
