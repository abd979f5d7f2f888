/** Everybody who might try a verb, and what the table lets each of them do. */
import type { Actor } from '../actor'
import { isMember } from '../context'
import { duties, memberRoles, type Duty } from '../member/member'
import { organisationStates, type OrganisationState } from '../organisation/organisation'
import type { Scope } from '../place/place'
import type { Who } from '../states'
import { companyActor, financierActor, officialActor, type Cast } from './cast'

export interface Role {
  name: string
  actor: Actor
  /** Acts for the company or financier of the tale; of an official, in scope. */
  isOwn: boolean
  /** The contact at the authority of the company of the tale. */
  isContact?: boolean
}

const scopes: Record<string, { scope: Scope; isOwn: boolean }> = {
  'of the city': { scope: { city: true }, isOwn: true },
  'of the district': { scope: { city: false, districts: ['yanta'], zones: [] }, isOwn: true },
  'of the zone': { scope: { city: false, districts: [], zones: ['high-tech'] }, isOwn: true },
  'of another district': {
    scope: { city: false, districts: ['beilin'], zones: ['xixian'] },
    isOwn: false,
  },
  'of nowhere': { scope: { city: false, districts: [], zones: [] }, isOwn: false },
}

const registered = organisationStates.filter((state) => state !== 'known')

/** `ownState` where the acting organisation is itself the subject. */
export function rolesOf(cast: Cast, ownState?: OrganisationState): Role[] {
  const states = ownState ? [ownState] : registered
  const members = memberRoles.flatMap((role) =>
    states.flatMap((state) => [
      {
        name: `${role} of the company, ${state}`,
        actor: companyActor(cast.company, cast.of.company[role], state),
        isOwn: true,
      },
      {
        name: `${role} of the financier, ${state}`,
        actor: financierActor(cast.financier, cast.of.financier[role], state),
        isOwn: true,
      },
    ]),
  )
  // Owners and editors, of those who may act at all.
  const strangers: Role[] = (ownState ? [] : (['applied', 'admitted'] as const)).flatMap((state) =>
    (['owner', 'editor'] as const).flatMap((role) => [
      {
        name: `${role} of another company, ${state}`,
        actor: companyActor(cast.otherCompany, cast.of.otherCompany[role], state),
        isOwn: false,
      },
      {
        name: `${role} of another financier, ${state}`,
        actor: financierActor(cast.otherFinancier, cast.of.otherFinancier[role], state),
        isOwn: false,
      },
    ]),
  )
  const official = (duty: Duty | null, place: string, role: 'owner' | 'viewer') => ({
    name: `official with ${duty ?? 'no duty'} ${place}, ${role}`,
    actor: officialActor(
      cast.authority,
      cast.of.authority[role],
      duty ? [duty] : [],
      scopes[place]?.scope,
    ),
    isOwn: scopes[place]?.isOwn ?? false,
    isContact: role === 'viewer',
  })
  const officials = [...duties, null].flatMap((duty) =>
    Object.keys(scopes).map((place) => official(duty, place, 'owner')),
  )
  return [
    ...members,
    ...strangers,
    ...officials,
    official('verifier', 'of the city', 'viewer'),
    { name: 'somebody not signed in', actor: { audience: 'public' }, isOwn: false },
    { name: 'the clock', actor: { audience: 'clock' }, isOwn: false },
  ]
}

const refusalIn: Record<Exclude<OrganisationState, 'admitted'>, string> = {
  known: 'not-admitted',
  applied: 'not-admitted',
  refused: 'organisation-refused',
  suspended: 'organisation-suspended',
}

/** What the table's *who* answers a role: null where it may act, else why not, in the order in which verbs ask. */
export function whyNot(
  who: Who,
  { actor, isOwn, isContact }: Role,
  ownsAlways: boolean,
): string | null {
  if (who.audience === 'anyone') return actor.audience === 'public' ? null : 'wrong-audience'
  if (who.audience === 'clock') return actor.audience === 'clock' ? null : 'wrong-audience'
  if (!isMember(actor)) return 'wrong-audience'
  const { role, organisationState: state } = actor
  if (who.audience === 'contact') {
    if (actor.audience !== 'official') return 'wrong-audience'
    return isContact ? null : isOwn ? 'contact-only' : 'not-found'
  }
  if (who.audience === 'owner') {
    if (role !== 'owner') return 'owner-only'
    if (state === 'suspended') return 'organisation-suspended'
    if (actor.audience === 'official' && !actor.duties.includes('administrator'))
      return 'duty-missing'
    return ownsAlways || (isOwn && actor.audience === 'company') ? null : 'not-found'
  }
  if (actor.audience !== who.audience) return 'wrong-audience'
  if (who.audience === 'official') {
    if (actor.audience !== 'official' || !actor.duties.includes(who.duty)) return 'duty-missing'
    if (who.wholeCity) return actor.scope.city ? null : 'scope-not-city'
    return isOwn ? null : 'not-found'
  }
  if (role === 'viewer') return 'viewer-only-reads'
  if (state !== 'admitted' && !who.also?.includes(state)) return refusalIn[state]
  return isOwn || ownsAlways ? null : 'not-found'
}
