import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '@/db/client'
import { rolledBack, testDatabase } from '@/db/testing'
import { dayOf } from './calendar/calendar'
import type { Context } from './context'
import { newId } from './id'
import type { OrganisationState } from './organisation/organisation'
import { statesOf, table, type Move, type StateNoun } from './states'
import type { Attempt, Subject } from './testing/attempt'
import { introductionAttempts, offerAttempts } from './testing/attempts-introduction'
import { importAttempts } from './testing/attempts-import'
import { needAttempts } from './testing/attempts-need'
import {
  matchAttempts,
  memberAttempts,
  organisationAttempts,
  productAttempts,
} from './testing/attempts-organisation'
import { reportAttempts } from './testing/attempts-report'
import { entryAttempts, letterAttempts, requestAttempts } from './testing/attempts-register'
import { doubtAttempts, serviceAttempts, waitingCodeAttempts } from './testing/attempts-service'
import { targetAttempts } from './testing/attempts-target'
import { makeCast, NOW, type Cast } from './testing/cast'
import { expectCellsKept } from './testing/cells'
import { expectLeadsKept } from './testing/leads'
import { rolesOf, whyNot, type Role } from './testing/roles'
import { eventTypes, trace } from './testing/trace'

const database = testDatabase()
let cast: Cast
beforeAll(async () => {
  cast = await makeCast(database())
})

const attempts: Record<StateNoun, Record<string, Attempt>> = {
  organisation: { ...organisationAttempts, ...letterAttempts },
  member: memberAttempts,
  product: productAttempts,
  need: needAttempts,
  match: matchAttempts,
  introduction: introductionAttempts,
  offer: offerAttempts,
  service: serviceAttempts,
  'waiting code': waitingCodeAttempts,
  doubt: doubtAttempts,
  request: requestAttempts,
  'register entry': entryAttempts,
  import: importAttempts,
  report: reportAttempts,
  'yearly target': targetAttempts,
}

async function stateOf(db: Database, noun: StateNoun, id: string): Promise<string> {
  const state =
    noun === 'match'
      ? sql`case when passed_at is null then 'fitting' else 'passed' end`
      : sql`state`
  const { rows } = await db.execute<{ state: string }>(
    sql`select ${state} as state from ${sql.identifier(noun.replace(' ', '_'))} where id = ${id}`,
  )
  return rows[0]?.state ?? 'gone'
}

/** What each of those a verb is for answers a role, in whatever state. */
const reasonsOf = (role: Role, attempt: Attempt, moves: readonly Move[]) =>
  moves.flatMap(({ by }) => by.map((who) => whyNot(who, role, attempt.ownsAlways ?? false)))

const inOtherWords = (attempt: Attempt, state: string) =>
  attempt.otherwise?.find((one) => one.in.includes(state))?.refusal

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
      (move) => move.from.includes(state) && reasonsOf(role, attempt, [move]).includes(null),
    )

  /** Whom a verb is never for hears why it is not; the others, that what stands there is in another state. */
  function refusalOf(role: Role): string {
    const reasons = reasonsOf(role, attempt, moves)
    if (reasons.includes(null)) return inOtherWords(attempt, state) ?? 'wrong-state'
    return reasons.find((reason) => reason !== 'wrong-audience') ?? 'wrong-audience'
  }

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

  test('says to everybody else why not, and leaves no trace', () =>
    tried(async ({ db, subject, roles }) => {
      const before = await trace(db)
      for (const role of roles.filter((one) => !moveOf(one))) {
        const result = await attempt.run(contextOf(db, role), subject, subject.cast ?? cast)
        expect(result, role.name).toMatchObject({ ok: false, refusal: refusalOf(role) })
        // What is a stranger's is not told from what is not there: no fact goes with it.
        if (!result.ok && result.refusal === 'not-found') expect(result).not.toHaveProperty('facts')
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
          await expectCellsKept(tx)
        })
      }
    }))
})

const named = cases.flatMap((one) =>
  one.moves.some(({ from }) => from[0] === one.state)
    ? (one.attempt.names ?? ['id']).map((name) => ({ ...one, name }))
    : [],
)

test.each(named)(
  '$verb of a $noun $state does not find a $name that there is not',
  ({ noun, state, attempt, moves, name }) =>
    rolledBack(database(), async (db) => {
      const subject = { ...(await attempt.build({ db, cast }, state)), [name]: newId() }
      const able = rolesOf(cast).filter((role) => reasonsOf(role, attempt, moves).includes(null))
      expect(able, noun).not.toEqual([])
      for (const role of able) {
        const result = await attempt.run({ actor: role.actor, now: NOW, db }, subject, cast)
        const refusal = inOtherWords(attempt, 'missing') ?? 'not-found'
        expect(result, role.name).toEqual({ ok: false, refusal })
      }
    }),
)

test('what is refused in other words is said of a state that is refused', () => {
  for (const { noun, verb, attempt, moves } of cases)
    for (const { in: states, refusal } of attempt.otherwise ?? [])
      for (const state of states.filter((one) => one !== 'missing')) {
        expect(cases, `${verb} ${refusal}`).toContainEqual(
          expect.objectContaining({ noun, verb, state }),
        )
        expect(
          moves.every(({ from }) => from.includes(state)),
          `${verb} ${state}`,
        ).toBe(false)
      }
})

test('every row of the table is tried', () => {
  for (const { noun, verb, from } of table)
    for (const state of from)
      expect(cases, `${verb} from ${noun} ${state}`).toContainEqual(
        expect.objectContaining({ noun, verb, state }),
      )
})
