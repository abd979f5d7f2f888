import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { member, organisation } from '@/db/schema'
import type { OfficialActor } from '../actor'
import { inviteOfficial } from '../moves/invite-official'
import { listAuthorities } from '../organisation/authority-queries'
import type { Scope } from '../place/place'
import { makeMember, nextUscc, officialActor } from '../testing/cast'
import { expectRefusal, tale, value, type Scene } from '../testing/tale'
import { acceptMembership } from './accept-membership'
import { changeRole } from './change-role'
import { grantOfficial } from './grant-official'
import { inviteMember } from './invite-member'
import type { Duty, InviteOfficialInput } from './member'
import { findActor } from './queries'

const { scene } = tale()
const SECRET = 'the secret of this server, long enough'
const district: Scope = { city: false, districts: ['yanta'], zones: [] }
const official = ({ cast }: Scene, duties: Duty[], scope: Scope = { city: true }): OfficialActor =>
  officialActor(cast.authority, cast.of.authority.owner, duties, scope)
const colleague = (duties: Duty[]) => ({
  email: 'colleague@test.example',
  personName: 'Colleague',
  role: 'editor' as const,
  duties,
})
const invitation = (more: Partial<InviteOfficialInput> = {}): InviteOfficialInput => ({
  authorityId: null,
  name: 'Bureau of a district',
  uscc: nextUscc(),
  email: 'official@test.example',
  personName: 'Official',
  role: 'owner',
  duties: ['verifier'],
  wholeCity: false,
  districts: ['beilin'],
  zones: [],
  ...more,
})

describe('one grants only what one has', () => {
  test(
    'a district verifier makes no colleague, and least of all an administrator and publisher',
    scene(async (on) => {
      const { db, as } = on
      const verifier = as(official(on, ['verifier'], district))
      const invite = () => inviteMember(verifier, colleague(['administrator', 'publisher']), SECRET)
      await expectRefusal(db, invite, 'duty-missing')
      const other = await makeMember(db, on.cast.authority.id, 'viewer')
      await expectRefusal(db, () => changeRole(verifier, other.id, 'owner'), 'duty-missing')
    }),
  )

  test(
    'an administrator invites colleagues with its own duties and places, and no other',
    scene(async (on) => {
      const { db, as } = on
      const administrator = as(official(on, ['administrator', 'verifier'], district))
      const beyond = () => inviteMember(administrator, colleague(['publisher']), SECRET)
      await expectRefusal(db, beyond, 'duty-not-own')
      const { memberId } = value(await inviteMember(administrator, colleague(['verifier']), SECRET))
      const [made] = await db.select().from(member).where(eq(member.id, memberId))
      expect(made).toMatchObject({
        duties: ['verifier'],
        scopeCity: false,
        scopeDistricts: ['yanta'],
      })
    }),
  )

  test(
    'an administrator of a district neither invites to other authorities nor sees them',
    scene(async (on) => {
      const local = on.as(official(on, ['administrator', 'verifier'], district))
      const invite = () => inviteOfficial(local, invitation(), SECRET)
      await expectRefusal(on.db, invite, 'scope-not-city')
      expect(await listAuthorities(local)).toEqual([])
      expect(await listAuthorities(on.as(official(on, ['verifier'])))).toEqual([])
    }),
  )
})

describe('an administrator of the city', () => {
  test(
    'invites an official of a district to a new authority, who then acts there and nowhere else',
    scene(async (on) => {
      const { db, as } = on
      const administrator = as(official(on, ['administrator', 'verifier']))
      const beyond = invitation({ duties: ['statistician'] })
      await expectRefusal(db, () => inviteOfficial(administrator, beyond, SECRET), 'duty-not-own')
      const { memberId, token } = value(await inviteOfficial(administrator, invitation(), SECRET))
      const password = 'a sentence to remember'
      value(await acceptMembership(as({ audience: 'public' }), { token, password }))
      expect(await findActor(db, { memberId, sessionVersion: 1 })).toMatchObject({
        audience: 'official',
        organisationName: 'Bureau of a district',
        duties: ['verifier'],
        scope: { city: false, districts: ['beilin'], zones: [] },
      })
      const again = invitation({ email: 'second@test.example', uscc: on.cast.company.uscc })
      await expectRefusal(
        db,
        () => inviteOfficial(administrator, again, SECRET),
        'already-registered',
      )
      const company = invitation({ authorityId: on.cast.company.id })
      await expectRefusal(db, () => inviteOfficial(administrator, company, SECRET), 'not-found')
    }),
  )

  test(
    'sets duties and places of others, adds none that it has not, and ends their sessions',
    scene(async (on) => {
      const { db, as } = on
      const actor = official(on, ['administrator', 'verifier'])
      const other = await makeMember(db, on.cast.authority.id, 'editor', {
        duties: ['publisher'],
        scopeCity: true,
      })
      const rights = { wholeCity: false, districts: ['yanta' as const], zones: [] }
      const grant = (memberId: string, duties: Duty[]) => () =>
        grantOfficial(as(actor), { memberId, duties, ...rights })
      await expectRefusal(db, grant(other.id, ['publisher', 'statistician']), 'duty-not-own')
      await expectRefusal(db, grant(actor.memberId, ['verifier']), 'own-rights')
      await expectRefusal(db, grant(on.cast.of.company.owner.id, []), 'not-found')
      // What is there already may stay, though whoever grants has it not.
      value(await grant(other.id, ['publisher', 'verifier'])())
      expect(await findActor(db, { memberId: other.id, sessionVersion: 1 })).toBeNull()
      expect(await findActor(db, { memberId: other.id, sessionVersion: 2 })).toMatchObject({
        duties: ['publisher', 'verifier'],
        scope: { city: false, districts: ['yanta'], zones: [] },
      })
      expect(await db.$count(organisation, eq(organisation.kind, 'authority'))).toBe(1)
    }),
  )
})
