import { expect, test } from 'vitest'
import { disclosure, whiteListEntry } from '@/db/schema'
import { dayOf } from '../calendar/calendar'
import { newId } from '../id'
import { placeCommits } from '../ledger/positions'
import { makeCompany, makeMember, NOW, officialActor } from '../testing/cast'
import { makeIntroduction, makeNeed, makeProduct, makeService } from '../testing/rows'
import { tale, type Scene } from '../testing/tale'
import { defaultDefinition, type Question } from '../totals/totals'
import { listPublicWhiteList, listWhiteList } from './queries'
import { chainsOf, countStandings } from './white-list'
import { chains, type Chain } from '../chain/chain'

const { scene } = tale()
const question: Question = {
  period: { from: 202401, to: 202405 },
  definition: defaultDefinition,
  asOf: null,
}

async function listed(
  { db, cast }: Scene,
  onChains: Chain[],
  more: Partial<typeof whiteListEntry.$inferInsert> = {},
) {
  const company = await makeCompany(db)
  for (const chain of onChains)
    await db.insert(whiteListEntry).values({
      ...{ id: newId(), batchOn: '2024-03-15', organisationId: company.id, chain },
      contactMemberId: cast.of.authority.viewer.id,
      ...more,
    })
  return company
}

/** One of each standing, and one on two chains. */
async function aList(on: Scene) {
  const { db, cast } = on
  const never = await listed(on, ['hydrogen'])
  const served = await listed(on, ['aviation', 'titanium'])
  const talking = await listed(on, ['aviation'])
  const idle = await listed(on, ['sensors'])
  const ofFinancier = { financierId: cast.financier.id }
  await makeService(db, { companyId: served.id, ...ofFinancier }, 'confirmed', {
    happenedOn: '2024-05-02',
  })
  // Before the period, and voided within it.
  await makeService(db, { companyId: idle.id, ...ofFinancier }, 'confirmed', {
    happenedOn: '2023-11-02',
  })
  await makeService(db, { companyId: idle.id, ...ofFinancier }, 'voided', {
    happenedOn: '2024-05-03',
  })
  const { id: productId } = await makeProduct(db, cast.financier.id, 'live')
  const { id: needId } = await makeNeed(db, talking.id, 'published')
  await makeIntroduction(
    db,
    { needId, productId, companyId: talking.id, ...ofFinancier },
    'in-contact',
  )
  await placeCommits(db)
  return { never, served, talking, idle }
}

test(
  'each company of the list stands where its rows say, and the figures add up to the companies',
  scene(async (on) => {
    const { never, served, talking, idle } = await aList(on)
    const context = on.as(officialActor(on.cast.authority, on.cast.of.authority.owner, []))
    const list = await listWhiteList(context, question)
    const standingOf = new Map(list.map((one) => [one.id, one.standing]))
    expect(standingOf.get(never.id)).toBe('never')
    expect(standingOf.get(served.id)).toBe('served')
    expect(standingOf.get(talking.id)).toBe('in-talk')
    expect(standingOf.get(idle.id)).toBe('idle')
    const counts = countStandings(list)
    expect(counts).toEqual({ never: 1, served: 1, 'in-talk': 1, idle: 1 })
    const rows = chainsOf(list, chains)
    expect(rows[0]?.chain).toBe('hydrogen')
    // On two chains: in both rows, and once in the whole.
    expect(rows.reduce((sum, row) => sum + row.companies.length, 0)).toBe(list.length + 1)
    for (const row of rows)
      expect(Object.values(row.counts).reduce((sum, one) => sum + one, 0)).toBe(
        row.companies.length,
      )
    // What was drawn before the period, or voided, makes nobody served in it.
    const before = await listWhiteList(context, {
      ...question,
      period: { from: 202311, to: 202311 },
    })
    expect(before.find(({ id }) => id === idle.id)?.standing).toBe('served')
    expect(list.find(({ id }) => id === never.id)?.next).toEqual({ step: 'invite' })
    expect(list.find(({ id }) => id === served.id)?.next).toBeNull()
  }),
)

test(
  'a claim makes a company answered, an unanswered invitation does not',
  scene(async (on) => {
    const { db, cast } = on
    const company = await listed(on, ['hydrogen'])
    const context = on.as(officialActor(cast.authority, cast.of.authority.owner, []))
    const { id: productId } = await makeProduct(db, cast.financier.id, 'live')
    const { id: needId } = await makeNeed(db, company.id, 'published')
    const to = { needId, productId, companyId: company.id, financierId: cast.financier.id }
    const ended = { origin: 'invited' as const, ending: 'no-answer' as const }
    await makeIntroduction(db, to, 'ended', ended)
    const standing = async () => (await listWhiteList(context, question))[0]?.standing
    expect(await standing()).toBe('never')
    const other = { ...to, financierId: cast.otherFinancier.id }
    await makeIntroduction(db, other, 'ended', { origin: 'claimed' })
    expect(await standing()).toBe('idle')
  }),
)

test(
  'an official reads the companies of its places, each look is kept, and an entry that ended is gone',
  scene(async (on) => {
    const { db, cast } = on
    const here = await listed(on, ['hydrogen'])
    await listed(on, ['aviation'], { endedOn: '2024-05-14' })
    await listed(on, ['aviation'], { batchOn: '2024-05-16' })
    const who = await makeMember(db, cast.authority.id, 'owner')
    const of = (district: 'yanta' | 'beilin') =>
      on.as(
        officialActor(cast.authority, who, [], { city: false, districts: [district], zones: [] }),
      )
    expect((await listWhiteList(of('yanta'), question)).map(({ id }) => id)).toEqual([here.id])
    expect(await listWhiteList(of('beilin'), question)).toEqual([])
    expect((await db.select().from(disclosure)).map((row) => row.companyId)).toEqual([here.id])
    const open = await listPublicWhiteList(db, dayOf(NOW))
    expect(open).toEqual([{ name: here.name, chain: 'hydrogen', batchOn: '2024-03-15' }])
  }),
)
