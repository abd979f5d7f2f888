import { beforeAll, expect } from 'vitest'
import type { Database } from '@/db/client'
import { rolledBack, testDatabase } from '@/db/testing'
import type { Actor } from '../actor'
import type { Context } from '../context'
import type { Result } from '../result'
import { makeCast, mainActors, NOW, type Cast } from './cast'
import { trace } from './trace'

export interface Scene {
  db: Database
  cast: Cast
  who: ReturnType<typeof mainActors>
  as: <Who extends Actor>(actor: Who, now?: Date) => Context<Who>
}

/** A database with the cast in it. `scene` rolls back what it does; `stage` commits, for those who race. */
export function tale() {
  const database = testDatabase()
  let cast: Cast
  beforeAll(async () => {
    cast = await makeCast(database())
  })
  const sceneOn = (db: Database): Scene => ({
    db,
    cast,
    who: mainActors(cast),
    as: (actor, now = NOW) => ({ actor, now, db }),
  })
  return {
    scene: (act: (scene: Scene) => Promise<void>) => () =>
      rolledBack(database(), (db) => act(sceneOn(db))),
    stage: (act: (scene: Scene) => Promise<void>) => () => act(sceneOn(database())),
  }
}

export { value } from './value'

/** A verb says no with this sentence, and every row is as it was. */
export async function expectRefusal(
  db: Database,
  run: () => Promise<Result<unknown>>,
  refusal: string,
): Promise<void> {
  const before = await trace(db)
  expect(await run()).toMatchObject({ ok: false, refusal })
  expect(await trace(db)).toEqual(before)
}

/** How many of those who race won, and what the others were told. */
export async function race(runs: (() => Promise<Result<unknown>>)[]) {
  const results = await Promise.all(runs.map((run) => run()))
  return {
    won: results.filter(({ ok }) => ok).length,
    told: [...new Set(results.flatMap((result) => (result.ok ? [] : [result.refusal])))],
  }
}
