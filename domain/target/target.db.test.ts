import { expect, test } from 'vitest'
import { officialActor } from '../testing/cast'
import { aTarget } from '../testing/attempts-target'
import { tale, value } from '../testing/tale'
import { endTarget } from './end-target'
import { findCompaniesTarget, listTargets } from './queries'
import { setTarget } from './set-target'

const { scene } = tale()

test(
  'one target is in force for a year, places and figure; what was before stays, with who and why',
  scene(async ({ as, cast }) => {
    const context = as(officialActor(cast.authority, cast.of.authority.owner, ['statistician']))
    const first = value(await setTarget(context, aTarget))
    const second = value(await setTarget(context, { ...aTarget, value: 900 }))
    value(await setTarget(context, { ...aTarget, measure: 'drawn', value: 4e11 }))
    value(await setTarget(context, { ...aTarget, year: 2025 }))
    const inForce = async () =>
      (await listTargets(context, 2024)).filter(({ state }) => state === 'in-force')
    expect((await inForce()).map((one) => one.value).toSorted((a, b) => a - b)).toEqual([900, 4e11])
    const history = await listTargets(context, 2024)
    expect(history.find(({ id }) => id === first)).toMatchObject({
      ...{ value: 800, state: 'ended', reason: null, setBy: cast.of.authority.owner.name },
    })
    value(await endTarget(context, second, 'The plan was changed'))
    expect((await inForce()).map(({ measure }) => measure)).toEqual(['drawn'])
    expect((await listTargets(context, 2024)).find(({ id }) => id === second)?.reason).toBe(
      'The plan was changed',
    )
  }),
)

test(
  'an official reads the targets of its places alone',
  scene(async ({ as, cast }) => {
    const who = cast.of.authority.owner
    const context = as(officialActor(cast.authority, who, ['statistician']))
    for (const place of ['city', 'yanta', 'high-tech'] as const)
      value(await setTarget(context, { ...aTarget, place }))
    const read = async (scope: Parameters<typeof officialActor>[3]) =>
      (await listTargets(as(officialActor(cast.authority, who, [], scope)), 2024)).map(
        ({ place }) => place,
      )
    expect(await read({ city: true })).toEqual(['city', 'yanta', 'high-tech'])
    expect(await read({ city: false, districts: ['yanta'], zones: [] })).toEqual(['yanta'])
    expect(await read({ city: false, districts: [], zones: [] })).toEqual([])
  }),
)

test(
  'a line in a chart of the past is the target that was known then',
  scene(async ({ as, cast }) => {
    const actor = officialActor(cast.authority, cast.of.authority.owner, ['statistician'])
    const at = (day: string) => as(actor, new Date(`${day}T02:00:00Z`))
    value(await setTarget(at('2024-01-10'), aTarget))
    const second = value(await setTarget(at('2024-03-10'), { ...aTarget, value: 900 }))
    value(await endTarget(at('2024-05-10'), second, 'The plan was changed'))
    const known = (day: string) =>
      findCompaniesTarget(at('2024-05-15'), 2024, new Date(`${day}T02:00:00Z`))
    const days = ['2024-01-09', '2024-01-11', '2024-03-09', '2024-03-11', '2024-05-11']
    expect(await Promise.all(days.map(known))).toEqual([null, 800, 800, 900, null])
  }),
)
