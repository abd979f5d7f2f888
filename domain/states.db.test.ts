import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '@/db/client'
import { rolledBack, testDatabase } from '@/db/testing'
import { dayOf } from './calendar/calendar'
import type { Context } from './context'
import type { OrganisationState } from './organisation/organisation'
import { statesOf, table, type StateNoun } from './states'
import type { Attempt, Subject } from './testing/attempt'
import { introductionAttempts, offerAttempts } from './testing/attempts-introduction'
import { needAttempts } from './testing/attempts-need'
import {
  matchAttempts,
  memberAttempts,
  organisationAttempts,
  productAttempts,
} from './testing/attempts-organisation'
import { serviceAttempts } from './testing/attempts-service'
import { makeCast, NOW, type Cast } from './testing/cast'
import { expectLeadsKept } from './testing/leads'
import { isAllowed, rolesOf, type Role } from './testing/roles'
import { eventTypes, trace } from './testing/trace'

const database = testDatabase()
let cast: Cast
beforeAll(async () => {
  cast = await makeCast(database())
})

const attempts: Record<StateNoun, Record<string, Attempt>> = {
  organisation: organisationAttempts,
  member: memberAttempts,
  product: productAttempts,
  need: needAttempts,
  match: matchAttempts,
  introduction: introductionAttempts,
  offer: offerAttempts,
  service: serviceAttempts,
}

async function stateOf(db: Database, noun: StateNoun, id: string): Promise<string> {
  const state =
    noun === 'match'
      ? sql`case when passed_at is null then 'fitting' else 'passed' end`
      : sql`state`
  const { rows } = await db.execute<{ state: string }>(
    sql`select ${state} as state from ${sql.identifier(noun)} where id = ${id}`,
  )
  return rows[0]?.state ?? 'gone'
}

const cases = (Object.keys(attempts) as StateNoun[]).flatMap((noun) =>
  Object.entries(attempts[noun]).flatMap(([name, attempt]) => {
    const verb = name.split(' ')[0] ?? name
    const moves = table.filter((move) => move.noun === noun && move.verb === verb)
    const everyState = moves.some(({ from }) => from.includes('none'))
      ? ['none', ...statesOf[noun]]
      : statesOf[noun]
    return (attempt.tried ?? everyState).map((state) => ({ noun, verb, state, attempt, moves }))
  }),
)

describe.each(cases)('$verb from $noun $state', ({ noun, state, attempt, moves }) => {
  const moveOf = (role: Role) =>
    moves.find(
      ({ from, by }) =>
        from.includes(state) && by.some((who) => isAllowed(who, role, attempt.ownsAlways ?? false)),
    )

  const tried = (
    run: (stage: { db: Database; subject: Subject; roles: Role[] }) => Promise<void>,
  ) =>
    rolledBack(database(), async (db) => {
      const subject = await attempt.build({ db, cast }, state)
      const roles = rolesOf(
        subject.cast ?? cast,
        attempt.isSelf ? (state as OrganisationState) : undefined,
      )
      await run({ db, subject, roles })
    })

  const contextOf = (db: Database, role: Role): Context => ({ actor: role.actor, now: NOW, db })

  test('is refused to everybody else, and leaves no trace', () =>
    tried(async ({ db, subject, roles }) => {
      const before = await trace(db)
      for (const role of roles.filter((one) => !moveOf(one))) {
        const result = await attempt.run(contextOf(db, role), subject, subject.cast ?? cast)
        expect(result, role.name).toMatchObject({ ok: false, refusal: expect.any(String) })
      }
      expect(await trace(db)).toEqual(before)
    }))

  test('does what the table says for those it names', () =>
    tried(async ({ db, subject, roles }) => {
      for (const role of roles) {
        const move = moveOf(role)
        if (!move) continue
        await rolledBack(db, async (tx) => {
          const events = await eventTypes(tx)
          const result = await attempt.run(contextOf(tx, role), subject, subject.cast ?? cast)
          expect(result, role.name).toMatchObject({ ok: true })
          const value = result.ok ? result.value : null
          const id = attempt.result ? await attempt.result(value, tx, subject) : subject.id
          const entered = move.to === 'same' ? state : move.to
          expect(await stateOf(tx, noun, id), role.name).toBe(entered)
          expect((await eventTypes(tx)).slice(events.length), role.name).toEqual(move.events)
          await expectLeadsKept(tx, dayOf(NOW))
        })
      }
    }))
})

test('every row of the table is tried', () => {
  for (const { noun, verb, from } of table)
    for (const state of from)
      expect(cases, `${verb} from ${noun} ${state}`).toContainEqual(
        expect.objectContaining({ noun, verb, state }),
      )
})
