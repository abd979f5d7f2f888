import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { act, event, member } from '@/db/schema'
import { companyActor, makeCompany, makeMember, NOW } from '../testing/cast'
import { expectRefusal, race, tale, value, type Scene } from '../testing/tale'
import { acceptMembership } from './accept-membership'
import { changePassword } from './change-password'
import { changeRole } from './change-role'
import { inviteMember } from './invite-member'
import { hashPassword } from './password'
import { findActor } from './queries'
import { removeMember } from './remove-member'
import { signIn } from './sign-in'

const { scene, stage } = tale()
const password = 'long enough for this'
const nobody = { audience: 'public' as const }

/** A company with two owners. */
async function twoOwners({ db }: Scene) {
  const company = await makeCompany(db)
  const [one, two] = [
    await makeMember(db, company.id, 'owner'),
    await makeMember(db, company.id, 'owner'),
  ]
  return { one, two, actors: [companyActor(company, one), companyActor(company, two)] as const }
}

describe('the last owner', () => {
  test(
    'is neither removed nor made an editor, not even by itself',
    scene(async ({ db, cast, who, as }) => {
      const { id } = cast.of.company.owner
      await expectRefusal(db, () => removeMember(as(who.company), id), 'last-owner')
      await expectRefusal(db, () => changeRole(as(who.company), id, 'editor'), 'last-owner')
      value(await changeRole(as(who.company), cast.of.company.editor.id, 'owner'))
      value(await changeRole(as(who.company), id, 'editor'))
    }),
  )

  test(
    'is not one who was only invited as owner',
    scene(async ({ db, cast, who, as }) => {
      await makeMember(db, cast.company.id, 'owner', { state: 'invited', passwordHash: null })
      const { id } = cast.of.company.owner
      await expectRefusal(db, () => removeMember(as(who.company), id), 'last-owner')
    }),
  )

  test.each(['remove', 'demote'] as const)('is left when two owners %s each other at once', (how) =>
    stage(async (on) => {
      for (let round = 0; round < 6; round++) {
        const { one, two, actors } = await twoOwners(on)
        const end = (actor: (typeof actors)[number], id: string) => () =>
          how === 'remove' ? removeMember(on.as(actor), id) : changeRole(on.as(actor), id, 'viewer')
        const outcome = await race([end(actors[0], two.id), end(actors[1], one.id)])
        expect(outcome).toEqual({ won: 1, told: ['last-owner'] })
      }
    })(),
  )
})

test(
  'a session ends when its member is removed or gets another role',
  scene(async ({ db, cast, who, as }) => {
    const { editor, viewer } = cast.of.company
    const session = (memberId: string) => findActor(db, { memberId, sessionVersion: 1 })
    expect(await session(editor.id)).toMatchObject({ audience: 'company', role: 'editor' })
    value(await changeRole(as(who.company), editor.id, 'viewer'))
    value(await removeMember(as(who.company), viewer.id))
    expect(await session(editor.id)).toBeNull()
    expect(await session(viewer.id)).toBeNull()
    expect(await findActor(db, { memberId: editor.id, sessionVersion: 2 })).toMatchObject({
      memberId: editor.id,
      role: 'viewer',
    })
  }),
)

test(
  'a colleague of somebody else is not found',
  scene(async ({ db, cast, who, as }) => {
    const { id } = cast.of.otherCompany.editor
    await expectRefusal(db, () => removeMember(as(who.company), id), 'not-found')
    await expectRefusal(db, () => changeRole(as(who.company), id, 'viewer'), 'not-found')
  }),
)

describe('an invitation', () => {
  const input = { email: 'invited@test.example', personName: 'Invited', role: 'editor' as const }
  const SECRET = 'the secret of this server, long enough'
  const days = (count: number) => new Date(NOW.getTime() + count * 86_400_000)

  test(
    'works once, and its token is kept only as a hash',
    scene(async ({ db, who, as }) => {
      const sent = { ...as(who.company), once: { key: 'form', acts: 0 } }
      const { token } = value(await inviteMember(sent, input, SECRET))
      for (const kept of [member, event, act])
        expect(JSON.stringify(await db.select().from(kept))).not.toContain(token)
      value(await acceptMembership(as(nobody), { token, password }))
      const again = () => acceptMembership(as(nobody), { token, password })
      await expectRefusal(db, again, 'invitation-invalid')
      value(await signIn(as(nobody), { email: input.email, password }))
    }),
  )

  test(
    'sent twice by one form is one colleague, and both answers have the same address',
    scene(async ({ db, who, as }) => {
      const sent = () => ({ ...as(who.company), once: { key: 'form', acts: 0 } })
      const first = value(await inviteMember(sent(), input, SECRET))
      expect(value(await inviteMember(sent(), input, SECRET))).toEqual(first)
      const invited = await db.select().from(member).where(eq(member.email, input.email))
      expect(invited).toHaveLength(1)
      const another = () => inviteMember(as(who.company), input, SECRET)
      await expectRefusal(db, another, 'email-taken')
    }),
  )

  test(
    'ends after two weeks',
    scene(async ({ db, who, as }) => {
      const { token } = value(await inviteMember(as(who.company), input, SECRET))
      const late = () => acceptMembership(as(nobody, days(15)), { token, password })
      await expectRefusal(db, late, 'invitation-invalid')
      value(await acceptMembership(as(nobody, days(14)), { token, password }))
    }),
  )

  test(
    'to an address that is taken is refused; one that was removed is free again',
    scene(async ({ db, cast, who, as }) => {
      const { email, id } = cast.of.company.viewer
      const invite = () => inviteMember(as(who.company), { ...input, email }, SECRET)
      await expectRefusal(db, invite, 'email-taken')
      value(await removeMember(as(who.company), id))
      value(await invite())
    }),
  )

  test(
    'to one address by two owners at once reaches it once',
    stage(async (on) => {
      const { actors } = await twoOwners(on)
      const both = actors.map((actor) => () => inviteMember(on.as(actor), input, SECRET))
      expect(await race(both)).toEqual({ won: 1, told: ['email-taken'] })
    }),
  )
})

describe('signing in', () => {
  const email = 'person@test.example'
  const person = async ({ db, cast }: Scene, more = {}) =>
    makeMember(db, cast.company.id, 'editor', {
      email,
      passwordHash: await hashPassword(password),
      ...more,
    })

  test(
    'wants the right password of an active member',
    scene(async (on) => {
      const { id } = await person(on)
      const signed = value(await signIn(on.as(nobody), { email, password }))
      expect(signed).toEqual({ memberId: id, sessionVersion: 1, audience: 'company' })
      for (const wrong of [
        { email, password: 'another password' },
        { email: 'nobody@test.example', password },
      ])
        expect(await signIn(on.as(nobody), wrong)).toMatchObject({ refusal: 'sign-in-wrong' })
      value(await removeMember(on.as(on.who.company), id))
      expect(await signIn(on.as(nobody), { email, password })).toMatchObject({
        refusal: 'sign-in-wrong',
      })
    }),
  )

  test(
    'takes as long for an address that nobody has',
    scene(async (on) => {
      await person(on)
      const timeOf = async (who: string) => {
        const since = performance.now()
        await signIn(on.as(nobody), { email: who, password: 'a wrong password' })
        return performance.now() - since
      }
      const times: { known: number[]; unknown: number[] } = { known: [], unknown: [] }
      for (let round = 0; round < 15; round++) {
        times.known.push(await timeOf(email))
        times.unknown.push(await timeOf('nobody@test.example'))
      }
      const median = (of: number[]) => of.sort((one, other) => one - other)[7] ?? 0
      const ratio = median(times.unknown) / median(times.known)
      expect(ratio).toBeGreaterThan(0.7)
      expect(ratio).toBeLessThan(1.4)
    }),
  )

  test(
    'a new password needs the old one and ends every session',
    scene(async (on) => {
      const made = await person(on)
      const actor = companyActor(on.cast.company, made)
      const change = (currentPassword: string) =>
        changePassword(on.as(actor), { currentPassword, password: 'another long one' })
      await expectRefusal(on.db, () => change('a wrong password'), 'password-wrong')
      expect(value(await change(password))).toBe(2)
      expect(await findActor(on.db, { memberId: made.id, sessionVersion: 1 })).toBeNull()
    }),
  )
})
