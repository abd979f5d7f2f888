import { expect, test } from 'vitest'
import { rolledBack } from '@/db/testing'
import { restoreOrganisation } from '../organisation/restore-organisation'
import { suspendOrganisation } from '../organisation/suspend-organisation'
import { pauseProduct } from '../product/pause-product'
import { publishProduct } from '../product/publish-product'
import { saveProduct } from '../product/save-product'
import { need, TODAY } from '../testing/judged'
import { makeProduct, productTerms, WAN } from '../testing/rows'
import { tale, value } from '../testing/tale'
import { listCandidateProducts } from './catalogue'

const { scene } = tale()

test(
  'what this process holds follows every change of a product and of its financier',
  scene(async ({ db, cast, who, as }) => {
    const candidates = () => listCandidateProducts(db, need(), TODAY)
    const { id } = await makeProduct(db, cast.financier.id, 'draft')
    expect(await candidates()).toEqual([])
    value(await publishProduct(as(who.financier), id))
    expect(await candidates()).toEqual([id])
    const smaller = { ...productTerms, amountMaxFen: 200 * WAN }
    value(await saveProduct(as(who.financier), smaller, { id, version: 1 }))
    expect(await candidates()).toEqual([])
    value(await saveProduct(as(who.financier), productTerms, { id, version: 2 }))
    expect(await candidates()).toEqual([id])
    value(await suspendOrganisation(as(who.verifier), cast.financier.id, 'why'))
    expect(await candidates()).toEqual([])
    value(await restoreOrganisation(as(who.verifier), cast.financier.id))
    expect(await candidates()).toEqual([id])
    value(await pauseProduct(as(who.financier), id))
    expect(await candidates()).toEqual([])
  }),
)

test(
  'what was rolled back is not held',
  scene(async ({ db, cast }) => {
    const candidates = (on: typeof db) => listCandidateProducts(on, need(), TODAY)
    await rolledBack(db, async (tx) => {
      const { id } = await makeProduct(tx, cast.financier.id, 'live')
      expect(await candidates(tx)).toEqual([id])
    })
    expect(await candidates(db)).toEqual([])
  }),
)
