import type { Duty, MemberRole } from '@/domain/member/member'
import type { District, Zone } from '@/domain/place/place'
import type { Random } from './random'
import { charactersOf } from './tables'
import type { Member, World } from './world'

const surnames = charactersOf('surname')
const givenNames = charactersOf('given-name')

export function personName(random: Random): string {
  const given = random.chance(0.55)
    ? `${random.pick(givenNames)}${random.pick(givenNames)}`
    : random.pick(givenNames)
  return `${random.pick(surnames)}${given}`
}

/** Eleven digits in a range that no operator gives out. */
export function phoneNumber(random: Random): string {
  return `12${random.int(100, 999)}${String(random.int(0, 999_999)).padStart(6, '0')}`
}

export function addMember(
  world: World,
  random: Random,
  organisationId: string,
  given: {
    email: string
    at: Date
    role?: MemberRole
    name?: string
    duties?: Duty[]
    scope?: { districts: District[]; zones: Zone[] } | 'city'
  },
): Member {
  const { scope } = given
  const places = scope === undefined || scope === 'city' ? { districts: [], zones: [] } : scope
  const row: Member = {
    id: random.id(given.at),
    organisationId,
    email: given.email,
    name: given.name ?? personName(random),
    phone: phoneNumber(random),
    passwordHash: world.passwordHash,
    role: given.role ?? 'owner',
    state: 'active',
    duties: given.duties ?? [],
    scopeCity: scope === 'city',
    scopeDistricts: places.districts,
    scopeZones: places.zones,
    sessionVersion: 1,
    invitationHash: null,
    invitedUntil: null,
    createdAt: given.at,
    removedAt: null,
  }
  world.rows.member.push(row)
  return row
}
