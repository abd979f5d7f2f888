import { describe, expect, test } from 'vitest'
import { session } from '@/db/schema'
import { SESSION } from '../clock/clock'
import { makeMember, NOW } from '../testing/cast'
import { tale, value, type Scene } from '../testing/tale'
import { changeRole } from './change-role'
import { findSession } from './queries'
import { clearSessions, endSession, keepSession, startSession } from './sessions'

const { scene } = tale()
const after = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)

/** A session of an editor of each audience. */
async function begin({ db, cast }: Scene, audience: 'company' | 'financier' | 'official') {
  const organisation = audience === 'official' ? cast.authority : cast[audience]
  const { id: memberId } = await makeMember(db, organisation.id, 'editor')
  const sessionId = await startSession(db, memberId, NOW)
  const claims = { memberId, sessionVersion: 1, sessionId }
  return { claims, at: (minutes: number) => findSession(db, claims, after(minutes)) }
}

describe('a session', () => {
  test(
    'ends with sign-out, whoever has a copy of its cookie; another of the same member goes on',
    scene(async (on) => {
      const { claims, at } = await begin(on, 'company')
      const other = await startSession(on.db, claims.memberId, NOW)
      expect(await at(1)).toMatchObject({ actor: { memberId: claims.memberId }, seenAt: NOW })
      await endSession(on.db, claims.sessionId)
      expect(await at(1)).toBeNull()
      expect(await findSession(on.db, { ...claims, sessionId: other }, NOW)).not.toBeNull()
    }),
  )

  test.each(['company', 'financier', 'official'] as const)(
    'of a member of a %s ends when nobody uses it, and goes on while somebody does',
    (audience) =>
      scene(async (on) => {
        const { claims, at } = await begin(on, audience)
        const idle = SESSION.idle[audience]
        expect(await at(idle - 0.1)).not.toBeNull()
        expect(await at(idle)).toBeNull()
        await keepSession(on.db, { id: claims.sessionId, seenAt: NOW }, after(idle - 1))
        expect(await at(2 * idle - 1.1)).not.toBeNull()
        expect(await at(2 * idle - 1)).toBeNull()
      })(),
  )

  test(
    'reads on for a wall until it ends by its hours, and opens nothing else for that',
    scene(async (on) => {
      const { claims, at } = await begin(on, 'official')
      const onWall = (minutes: number) => findSession(on.db, claims, after(minutes), true)
      const most = SESSION.longestHours * 60
      expect(await onWall(most - 0.1)).not.toBeNull()
      expect(await at(SESSION.idle.official)).toBeNull()
      expect(await onWall(most)).toBeNull()
      await endSession(on.db, claims.sessionId)
      expect(await onWall(1)).toBeNull()
    }),
  )

  test(
    'is nobody else’s, and none where its id is none',
    scene(async (on) => {
      const [one, other] = [await begin(on, 'company'), await begin(on, 'financier')]
      for (const sessionId of [other.claims.sessionId, 'x', ''])
        expect(await findSession(on.db, { ...one.claims, sessionId }, NOW)).toBeNull()
    }),
  )

  test(
    'ends when its member gets another role',
    scene(async (on) => {
      const { claims, at } = await begin(on, 'company')
      value(await changeRole(on.as(on.who.company), claims.memberId, 'viewer'))
      expect(await at(1)).toBeNull()
    }),
  )

  test(
    'is written once a minute at most, and cleared when it is over',
    scene(async (on) => {
      const { claims } = await begin(on, 'company')
      await keepSession(on.db, { id: claims.sessionId, seenAt: NOW }, after(0.9))
      expect(await on.db.select().from(session)).toMatchObject([{ seenAt: NOW }])
      expect(await clearSessions(on.db, NOW)).toBe(0)
      expect(await clearSessions(on.db, after(1))).toBe(1)
    }),
  )
})
