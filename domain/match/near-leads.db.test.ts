import { expect, test } from 'vitest'
import { addMonths, dayOf } from '../calendar/calendar'
import { quarterOf } from '../profile/profile'
import { makeCompany, NOW } from '../testing/cast'
import { makeIntroduction, makeNeed, makeProduct, WAN } from '../testing/rows'
import { tale, value } from '../testing/tale'
import { judgeNeed } from './judge-pairs'
import { listNearLeads } from './near-leads'
import { listNearMissesInScope } from './near-miss-queries'

const { scene } = tale()
const clock = { audience: 'clock' as const }
const today = dayOf(NOW)

test(
  'before consent a financier reads the rule that is missed and no figure, and of time the quarter',
  scene(async ({ db, cast, who, as }) => {
    const foundedOn = addMonths(today, -33)
    const young = await makeCompany(db, {}, { foundedOn })
    const old = await makeCompany(db)
    const { id } = await makeProduct(db, cast.financier.id, 'live', {
      amountMaxFen: 400 * WAN,
      criteria: [{ fact: 'age', min: 36, max: null, hard: true }],
    })
    const large = await makeNeed(db, old.id, 'published')
    const soon = await makeNeed(db, young.id, 'published', { amountFen: 300 * WAN })
    const both = await makeNeed(db, young.id, 'published')
    await makeNeed(db, old.id, 'published', { amountFen: 900 * WAN })
    const fits = await makeNeed(db, old.id, 'published', { amountFen: 300 * WAN })
    value(await judgeNeed(as(clock), fits.id))
    const near = await listNearLeads(as(who.financier), id)
    const wait = { kind: 'wait', quarter: quarterOf(addMonths(foundedOn, 36)) }
    const amount = { kind: 'amount', quarter: null }
    expect(Object.fromEntries(near.map((one) => [one.needId, one.changes]))).toEqual({
      [large.id]: [amount],
      [soon.id]: [wait],
      [both.id]: expect.arrayContaining([amount, wait]),
    })
    expect(near.at(-1)?.needId).toBe(both.id)
    expect(JSON.stringify(near)).not.toContain(foundedOn.slice(0, 7))
    expect(JSON.stringify(near)).not.toContain(young.name)
  }),
)

test(
  'who is met already, another’s product and one that is not on offer have no near leads',
  scene(async ({ db, cast, who, as }) => {
    const company = await makeCompany(db)
    const terms = { amountMaxFen: 400 * WAN }
    const { id } = await makeProduct(db, cast.financier.id, 'live', terms)
    const paused = await makeProduct(db, cast.financier.id, 'paused', terms)
    const large = await makeNeed(db, company.id, 'published')
    expect(await listNearLeads(as(who.financier), id)).toHaveLength(1)
    expect(await listNearLeads(as(who.financier), paused.id)).toEqual([])
    expect(await listNearLeads(as({ ...who.financier, organisationId: company.id }), id)).toEqual(
      [],
    )
    await makeIntroduction(
      db,
      { needId: large.id, productId: id, companyId: company.id, financierId: cast.financier.id },
      'invited',
    )
    expect(await listNearLeads(as(who.financier), id)).toEqual([])
  }),
)

test(
  'an official reads the change whole, and only in its own places',
  scene(async ({ db, cast, who, as }) => {
    const company = await makeCompany(db)
    const { id: productId } = await makeProduct(db, cast.financier.id, 'live', {
      amountMaxFen: 400 * WAN,
    })
    const { id } = await makeNeed(db, company.id, 'published')
    const near = await listNearMissesInScope(as(who.verifier), id)
    expect(near.map(({ product, changes }) => [product.id, changes])).toEqual([
      [productId, [{ kind: 'amount', fen: 400 * WAN }]],
    ])
    const elsewhere = {
      ...who.verifier,
      scope: { city: false, districts: [], zones: [], parks: [], chains: [] },
    }
    expect(await listNearMissesInScope(as(elsewhere), id)).toEqual([])
  }),
)
