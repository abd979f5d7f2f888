import { expect, test } from 'vitest'
import type { DeclineCode } from '../introduction/introduction'
import { LONG_AGO, makeCompany, NOW, officialActor } from '../testing/cast'
import { makeIntroduction, makeNeed, makeProduct, makeService } from '../testing/rows'
import { tale, type Scene } from '../testing/tale'
import { SAMPLE_LEAST } from '../totals/percentile'
import { listTalks, readRecords, talksBehind } from './queries'
import { talkSets } from './record'

const { scene } = tale()
const question = { period: { from: 202404, to: 202405 } }

/** Each talk with a company of its own. */
async function talker({ db, cast }: Scene) {
  const { id: productId } = await makeProduct(db, cast.financier.id, 'live')
  return async (
    state: Parameters<typeof makeIntroduction>[2],
    more: Parameters<typeof makeIntroduction>[3] = {},
    place: Parameters<typeof makeCompany>[1] = {},
  ) => {
    const company = await makeCompany(db, place)
    const { id: needId } = await makeNeed(db, company.id, 'published')
    const to = { needId, productId, companyId: company.id, financierId: cast.financier.id }
    return makeIntroduction(db, to, state, { createdAt: LONG_AGO, answeredAt: null, ...more })
  }
}
const official = ({ as, cast }: Scene, scope?: Parameters<typeof officialActor>[3]) =>
  as(officialActor(cast.authority, cast.of.authority.owner, [], scope))

async function recordOf(on: Scene, scope?: Parameters<typeof officialActor>[3]) {
  const context = official(on, scope)
  const talks = await listTalks(context, question)
  const records = await readRecords(context, question, talks)
  return { talks, record: records.find(({ financierId }) => financierId === on.cast.financier.id) }
}

test(
  'a record counts who asked by name and had an answer or waited long enough, and each figure opens as many',
  scene(async (on) => {
    const talk = await talker(on)
    const day = 86_400_000
    for (let days = 1; days <= SAMPLE_LEAST; days++)
      await talk('open', {
        origin: 'invited',
        answeredAt: new Date(LONG_AGO.getTime() + day * (days % 2)),
      })
    await talk('ended', { origin: 'assigned', ending: 'no-answer', endedAt: NOW })
    await talk('invited', { createdAt: NOW })
    await talk('ended', {
      ...{ origin: 'invited', createdAt: NOW, endedAt: NOW, ending: 'ended-by-company' },
    })
    await talk('approved', { origin: 'claimed', approvedAt: NOW })
    const { talks, record } = await recordOf(on)
    expect(record?.counts).toEqual({ asked: 6, answered: 5, approved: 1, declined: 0 })
    for (const set of talkSets)
      expect(talksBehind(talks, on.cast.financier.id, set, NOW)).toHaveLength(
        record?.counts[set] ?? -1,
      )
    expect(record?.medianAnswer).toBe(1)
  }),
)

test(
  'a code of declines is told from five on, and not one sooner',
  scene(async (on) => {
    const talk = await talker(on)
    const decline = (declineCode: DeclineCode) =>
      talk('ended', {
        ...{ origin: 'claimed', ending: 'declined-by-financier', endedAt: NOW, declineCode },
      })
    for (let count = 1; count < SAMPLE_LEAST; count++) await decline('collateral')
    await decline('tenor')
    expect((await recordOf(on)).record).toMatchObject({ declines: [], counts: { declined: 5 } })
    await decline('collateral')
    expect((await recordOf(on)).record?.declines).toEqual([{ code: 'collateral', count: 5 }])
  }),
)

test(
  'confirmed is a share of the rows that somebody spoke of or had time to, in the places of whoever asks',
  scene(async (on) => {
    const { db, cast } = on
    const of = { companyId: cast.company.id, financierId: cast.financier.id }
    const states = [
      'confirmed',
      'verified',
      'unconfirmed',
      'reported',
      'disputed',
      'voided',
    ] as const
    for (const [at, state] of states.entries())
      await makeService(db, of, state, { contractKey: `HT-${at}`, district: 'yanta', zone: null })
    expect((await recordOf(on)).record).toMatchObject({ rows: 4, settled: 3, confirmed: 2 })
    const talk = await talker(on)
    await talk('open', { origin: 'invited', answeredAt: NOW }, { district: 'beilin', zone: null })
    const beilin = await recordOf(on, { city: false, districts: ['beilin'], zones: [] })
    expect(beilin.record).toMatchObject({ rows: 0, counts: { asked: 1 } })
    const yanta = await recordOf(on, { city: false, districts: ['yanta'], zones: [] })
    expect(yanta.record).toMatchObject({ rows: 4, counts: { asked: 0 } })
    expect((await recordOf(on, { city: false, districts: [], zones: [] })).record).toBeUndefined()
  }),
)
