import { expect, test } from 'vitest'
import type { Criterion, ProductTerms } from '../product/product'
import { makeCompany } from '../testing/cast'
import { makeNeed, makeProduct, productTerms, WAN } from '../testing/rows'
import { expectRefusal, tale, value, type Scene } from '../testing/tale'
import { dryRunProduct, dryRunTerms, PROBING } from './dry-run-product'

const { scene } = tale()

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
    expect(run.companies).toEqual({ kind: 'exact', count: 6 })
    const narrow = value(await dryRunTerms(context, { ...productTerms, amountMaxFen: 450 * WAN }))
    expect(narrow.run.companies).toEqual({ kind: 'few' })
    expect(narrow.run.loosenings).toEqual([
      {
        loosening: { bound: 'amount-max', fen: 900 * WAN },
        companies: { kind: 'exact', count: 5 },
        whiteListed: { kind: 'few' },
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
    expect(run).toMatchObject({ companies: { kind: 'exact', count: 6 }, rules: [], loosenings: [] })
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
  'thresholds on confidential facts are tried so often in a day, by all of a financier; then they are left out, and it says so',
  scene(async (on) => {
    await sixCompanies(on)
    const { as, who, cast } = on
    const context = as(who.financier)
    for (let wan = 1; wan <= PROBING.most; wan++) {
      const { run, withoutProbes } = value(await dryRunTerms(context, fromRevenue(wan)))
      expect([withoutProbes, run.companies.kind]).toEqual([false, 'at-least'])
    }
    const more = value(await dryRunTerms(context, fromRevenue(9_999)))
    expect(more).toMatchObject({
      withoutProbes: true,
      run: { companies: { kind: 'exact', count: 6 } },
    })
    // Neither a second look nor a draft that was saved with it is a way around.
    expect(value(await dryRunTerms(context, fromRevenue(9_999))).withoutProbes).toBe(true)
    const criteria = fromRevenue(9_998).criteria
    const saved = await makeProduct(on.db, cast.financier.id, 'draft', { criteria })
    expect(await dryRunProduct(context, saved.id)).toMatchObject({ withoutProbes: true })
    // What was seen already may be seen again, and another financier has its own tries.
    expect(value(await dryRunTerms(context, fromRevenue(7))).withoutProbes).toBe(false)
    const other = { ...who.financier, organisationId: cast.otherFinancier.id }
    expect(value(await dryRunTerms(as(other), fromRevenue(9_999))).withoutProbes).toBe(false)
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
