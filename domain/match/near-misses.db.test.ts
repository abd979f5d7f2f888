import { expect, test } from 'vitest'
import { makeIntroduction, makeNeed, makeOffer, makeProduct, WAN } from '../testing/rows'
import { tale } from '../testing/tale'
import { listNearMisses, listNearMissesInScope } from './near-miss-queries'

const { scene } = tale()

test(
  'once an offer is accepted nobody is asked to amend: the need cannot be',
  scene(async ({ db, cast, who, as }) => {
    const { company, financier, otherFinancier } = cast
    await makeProduct(db, otherFinancier.id, 'live', { name: 'Larger', amountMinFen: 180 * WAN })
    const part = { amountFen: 600 * WAN, openFen: 100 * WAN }
    const own = await makeNeed(db, company.id, 'published', part)
    const read = async () => ({
      company: (await listNearMisses(as(who.company), own)).map(({ changes }) => changes),
      official: (await listNearMissesInScope(as(who.verifier), own.id)).map((one) => one.changes),
    })
    const more = [[{ kind: 'amount', fen: 180 * WAN }]]
    expect(await read()).toEqual({ company: more, official: more })
    const { id: productId } = await makeProduct(db, financier.id, 'live', { name: 'Fitting' })
    const met = await makeIntroduction(
      db,
      { needId: own.id, productId, companyId: company.id, financierId: financier.id },
      'approved',
    )
    await makeOffer(db, { introductionId: met.id, needId: own.id }, 'accepted')
    expect(await read()).toEqual({ company: [], official: [] })
  }),
)
