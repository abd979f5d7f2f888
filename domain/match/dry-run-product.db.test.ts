import { expect, test } from 'vitest'
import type { Criterion, ProductTerms } from '../product/product'
import { saveProduct } from '../product/save-product'
import { makeCompany, NOW } from '../testing/cast'
import { makeNeed, makeProduct, productTerms, WAN } from '../testing/rows'
import { expectRefusal, tale, value, type Scene } from '../testing/tale'
import { dryRunProduct, dryRunTerms } from './dry-run-product'

const { scene, stage } = tale()

async function sixCompanies({ db }: Scene) {
  for (let place = 0; place < 6; place++)
    await makeNeed(db, (await makeCompany(db)).id, 'published', {
      amountFen: (place + 4) * 100 * WAN,
    })
}

const fromRevenue = (wan: number): ProductTerms => ({
  ...productTerms,
  criteria: [{ fact: 'revenue', min: wan * WAN, max: null, hard: true } satisfies Criterion],
})

test(
  'typed terms are counted over the open needs of today, and nothing is written of the product',
  scene(async (on) => {
    await sixCompanies(on)
    const context = on.as(on.who.financier)
    const { run } = value(await dryRunTerms(context, productTerms))
    expect(run.companies).toBe('from5')
    const narrow = value(await dryRunTerms(context, { ...productTerms, amountMaxFen: 450 * WAN }))
    expect(narrow.run.companies).toBe('few')
    expect(narrow.run.loosenings).toEqual([
      {
        loosening: { bound: 'amount-max', fen: 900 * WAN },
        companies: 'from5',
      },
    ])
    expect(await dryRunProduct(context, crypto.randomUUID())).toBeNull()
  }),
)

test(
  'limits that are still empty limit nothing',
  scene(async (on) => {
    await sixCompanies(on)
    const open = { amountMinFen: 1, amountMaxFen: 1e14, tenorMinMonths: null, tenorMaxMonths: null }
    const terms = { ...productTerms, ...open, rateMinBp: null }
    const { run } = value(await dryRunTerms(on.as(on.who.financier), terms))
    expect(run).toMatchObject({ companies: 'from5', rules: [], loosenings: [] })
  }),
)

test(
  'a product counts as it was saved; one of somebody else is not found',
  scene(async (on) => {
    await sixCompanies(on)
    const context = on.as(on.who.financier)
    const own = await makeProduct(on.db, on.cast.financier.id, 'draft')
    const foreign = await makeProduct(on.db, on.cast.otherFinancier.id, 'draft')
    expect(await dryRunProduct(context, own.id)).toEqual(
      value(await dryRunTerms(context, productTerms)),
    )
    expect(await dryRunProduct(context, foreign.id)).toBeNull()
  }),
)

test(
  'who may only read, and who is not admitted, tries nothing out',
  scene(async ({ db, as, who }) => {
    const reader = { ...who.financier, role: 'viewer' as const }
    const pending = { ...who.financier, organisationState: 'applied' as const }
    await expectRefusal(db, () => dryRunTerms(as(reader), productTerms), 'viewer-only-reads')
    await expectRefusal(db, () => dryRunTerms(as(pending), productTerms), 'not-admitted')
  }),
)

test(
  'three thresholds on a confidential fact are tried in thirty days, over reach and products; then it is left out, and it says so',
  scene(async (on) => {
    await sixCompanies(on)
    const { as, who, cast } = on
    const context = as(who.financier)
    for (const wan of [1, 2, 3])
      expect(value(await dryRunTerms(context, fromRevenue(wan))).aside).toEqual([])
    const more = value(await dryRunTerms(context, fromRevenue(9_999)))
    expect(more).toMatchObject({ aside: ['revenue'], run: { companies: 'from5' } })
    // Neither a second look, nor a draft that was saved with it, nor a product on offer that moves to it is a way around.
    expect(value(await dryRunTerms(context, fromRevenue(9_999))).aside).toEqual(['revenue'])
    const { criteria } = fromRevenue(9_998)
    const draft = await makeProduct(on.db, cast.financier.id, 'draft', { criteria })
    expect(await dryRunProduct(context, draft.id)).toMatchObject({ aside: ['revenue'] })
    const live = await makeProduct(on.db, cast.financier.id, 'live')
    const moved = () =>
      saveProduct(context, { ...productTerms, criteria }, { id: live.id, version: 1 })
    await expectRefusal(on.db, moved, 'hidden-threshold-too-often')
    // What was seen already may be seen again, another fact has its own three, and another financier its own.
    expect(value(await dryRunTerms(context, fromRevenue(2))).aside).toEqual([])
    const ratio = { fact: 'debt-ratio' as const, min: null, max: 7_000, hard: true }
    const both = { ...fromRevenue(9_999), criteria: [...fromRevenue(9_999).criteria, ratio] }
    expect(value(await dryRunTerms(context, both)).aside).toEqual(['revenue'])
    const other = { ...who.financier, organisationId: cast.otherFinancier.id }
    expect(value(await dryRunTerms(as(other), fromRevenue(9_999))).aside).toEqual([])
    // And thirty days later it has three again.
    const later = as(who.financier, new Date(NOW.getTime() + 31 * 86_400_000))
    expect(value(await dryRunTerms(later, fromRevenue(9_999))).aside).toEqual([])
  }),
)

test(
  'a form that asks faster than anybody types is told to wait',
  scene(async ({ as, who }) => {
    const context = as(who.financier)
    let done = await dryRunTerms(context, productTerms)
    for (let asked = 1; asked < 300; asked++) done = await dryRunTerms(context, productTerms)
    expect(done.ok).toBe(true)
    expect(await dryRunTerms(context, productTerms)).toMatchObject({
      refusal: 'too-many-attempts',
      facts: { minutes: 15 },
    })
  }),
)

test(
  'what stands in a product on offer is asked by without counting, and of two forms at once one asks for the last change',
  stage(async (on) => {
    const { as, who, cast } = on
    const { criteria } = fromRevenue(500)
    await makeProduct(on.db, cast.financier.id, 'live', { criteria })
    const context = as(who.financier)
    for (const wan of [500, 1, 2])
      expect(value(await dryRunTerms(context, fromRevenue(wan))).aside).toEqual([])
    const asides = await Promise.all(
      [3, 4, 5].map(async (wan) => value(await dryRunTerms(context, fromRevenue(wan))).aside),
    )
    expect(asides.filter((aside) => aside.length === 0)).toHaveLength(1)
  }),
)
