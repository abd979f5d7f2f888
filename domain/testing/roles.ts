/** Everybody who might try a verb, and what the table lets each of them do. */
import type { Actor } from '../actor'
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
  const strangers: Role[] = ownState
    ? []
    : [
        {
          name: 'owner of another company',
          actor: companyActor(cast.otherCompany, cast.of.otherCompany.owner),
          isOwn: false,
        },
        {
          name: 'owner of another financier',
          actor: financierActor(cast.otherFinancier, cast.of.otherFinancier.owner),
          isOwn: false,
        },
      ]
  const official = (duty: Duty | null, place: string, role: 'owner' | 'viewer') => ({
    name: `official with ${duty ?? 'no duty'} ${place}, ${role}`,
    actor: officialActor(
      cast.authority,
      cast.of.authority[role],
      duty ? [duty] : [],
      scopes[place]?.scope,
    ),
    isOwn: scopes[place]?.isOwn ?? false,
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

/** Whether the table's *who* is this role. */
export function isAllowed(who: Who, { actor, isOwn }: Role, ownsAlways: boolean): boolean {
  if (who.audience === 'anyone') return actor.audience === 'public'
  if (who.audience === 'clock') return actor.audience === 'clock'
  if (actor.audience === 'public' || actor.audience === 'clock') return false
  if (who.audience === 'owner') {
    if (actor.role !== 'owner' || actor.organisationState === 'suspended') return false
    return ownsAlways || (isOwn && actor.audience === 'company')
  }
  if (actor.audience !== who.audience) return false
  if (who.audience === 'official')
    return (
      actor.audience === 'official' &&
      actor.duties.includes(who.duty) &&
      (who.wholeCity ? actor.scope.city : isOwn)
    )
  const states: readonly OrganisationState[] = ['admitted', ...(who.also ?? [])]
  return (
    actor.role !== 'viewer' && states.includes(actor.organisationState) && (isOwn || ownsAlways)
  )
}
