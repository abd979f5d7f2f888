import { expect, test } from 'vitest'
import { datedProfile } from '@/db/schema'
import { chains } from '../chain/chain'
import { makeCompany, makeMember, NOW, officialActor } from '../testing/cast'
import { tale, type Scene } from '../testing/tale'
import { countRegistered, listRegistered, placesOf, type RegisteredFilter } from './registered'

const { scene } = tale()
const TODAY = '2024-05-15'

async function registered(
  { db }: Scene,
  park: boolean,
  more: Partial<typeof datedProfile.$inferInsert> = {},
) {
  const company = await makeCompany(db, { admittedAt: new Date('2023-01-10T02:00:00Z') })
  await db.insert(datedProfile).values({
    ...{ organisationId: company.id, since: '2023-02-01', district: 'yanta', zone: 'high-tech' },
    ...{ park: park ? 'silk-road-science' : null, chains: ['semiconductors', 'photonics'] },
    ...more,
  })
  return company
}

test(
  'each figure is as many companies as it opens, on each day, and a whole counts each once',
  scene(async (on) => {
    const { db, cast, as } = on
    const context = as(officialActor(cast.authority, cast.of.authority.owner, []))
    const moved = await registered(on, true)
    await db.insert(datedProfile).values({
      ...{ organisationId: moved.id, since: '2024-01-01', district: 'beilin', zone: null },
      ...{ park: null, chains: ['aviation'] },
    })
    await registered(on, true)
    await registered(on, false, { zone: 'xixian', chains: [] })
    await makeCompany(db, { state: 'applied' })
    const filters: RegisteredFilter[] = [
      {},
      ...placesOf.park,
      ...placesOf.zone,
      ...placesOf.district,
    ]
    const lines = [
      null,
      [],
      ['semiconductors', 'photonics'] as const,
      ...chains.map((one) => [one]),
    ]
    for (const day of ['2022-12-31', '2023-06-01', TODAY]) {
      const figures = await countRegistered(context, day, filters, lines)
      for (const [line, some] of lines.entries())
        for (const [at, place] of filters.entries()) {
          const filter = some ? { ...place, chains: some } : place
          const rows = await listRegistered(context, day, filter, null)
          expect(rows.length, JSON.stringify([day, filter])).toBe(figures[line]?.[at])
        }
    }
    const park = { park: 'silk-road-science' as const, chains: ['semiconductors' as const] }
    expect(await listRegistered(context, '2023-06-01', park, null)).toHaveLength(2)
    expect(await listRegistered(context, TODAY, park, null)).toHaveLength(1)
    // On both chains of a group: once.
    const [[group = 0] = []] = await countRegistered(
      context,
      TODAY,
      [{}],
      [['semiconductors', 'photonics']],
    )
    const [[one = 0] = [], [other = 0] = []] = await countRegistered(
      context,
      TODAY,
      [{}],
      [['semiconductors'], ['photonics']],
    )
    expect(one + other).toBeGreaterThan(group)
  }),
)

test(
  'an official counts the companies of its places alone',
  scene(async (on) => {
    const { db, cast, as } = on
    await registered(on, true)
    const who = await makeMember(db, cast.authority.id, 'owner')
    const of = (district: 'yanta' | 'beilin') =>
      as(
        officialActor(cast.authority, who, [], { city: false, districts: [district], zones: [] }),
        NOW,
      )
    expect((await countRegistered(of('yanta'), TODAY, [{}], [null]))[0]).toEqual([1])
    expect((await countRegistered(of('beilin'), TODAY, [{}], [null]))[0]).toEqual([0])
  }),
)
