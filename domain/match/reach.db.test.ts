import { eq, sql } from 'drizzle-orm'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { need, needIndex, organisation } from '@/db/schema'
import { rolledBack } from '@/db/testing'
import { newId } from '../id'
import { keepNeedIndex } from '../need/keep-need-index'
import { makeCompany } from '../testing/cast'
import { TODAY } from '../testing/judged'
import { anyToldNeed, anyProduct } from '../testing/pairs'
import { gainsByJudge, reachByJudge, type OpenNeed } from '../testing/reach'
import { makeNeed, productTerms } from '../testing/rows'
import { tale } from '../testing/tale'
import { looseningsTo, type Reach } from './dry-run'
import { countGains, countReach } from './reach-queries'

const { scene } = tale()
const COMPANIES = 60

const sorted = ({ rules, ...reach }: Reach) => ({
  ...reach,
  rules: rules.toSorted((a, b) => (a.rule < b.rule ? -1 : 1)),
  byDistrict: reach.byDistrict.toSorted((a, b) => (a.value < b.value ? -1 : 1)),
  byChain: reach.byChain.toSorted((a, b) => (a.value < b.value ? -1 : 1)),
  byStage: reach.byStage.toSorted((a, b) => (a.value < b.value ? -1 : 1)),
})

test(
  'SQL counts whom a product reaches, what turns needs away and what looser limits bring as the judge does, need by need',
  scene(async ({ db: all, cast }) => {
    const list = { minLength: 120, maxLength: 120 }
    const seen = { loosenings: 0, gained: 0, white: 0, rules: 0 }
    const companies = [cast.company.id]
    for (let more = 1; more < COMPANIES; more++) companies.push((await makeCompany(all)).id)
    await fc.assert(
      fc.asyncProperty(fc.array(anyToldNeed, list), fc.array(anyProduct, list), (needs, products) =>
        rolledBack(all, async (db) => {
          const like = await makeNeed(db, cast.company.id, 'published')
          const rows = needs.map(({ terms, facts, teaser, openFen }, place) => ({
            ...like,
            ...terms,
            facts,
            teaser,
            openFen,
            organisationId: companies[place % COMPANIES] ?? '',
            id: newId(),
            code: newId(),
          }))
          await db.insert(need).values(rows)
          const ids = rows.map(({ id }) => id)
          await keepNeedIndex(db, ids, TODAY)
          await db
            .delete(needIndex)
            .where(sql`${needIndex.needId} <> all(${sql.param(ids)}::uuid[])`)
          const open: OpenNeed[] = needs.map((one, place) => ({
            ...one,
            companyId: companies[place % COMPANIES] ?? '',
          }))
          for (const product of products) {
            const about = JSON.stringify(product)
            const reach = await countReach(db, product)
            expect(sorted(reach), about).toEqual(sorted(reachByJudge(product, open, TODAY)))
            const loosenings = looseningsTo(reach.edges, product)
            const gains = await countGains(db, product, loosenings)
            expect(gains, about).toEqual(gainsByJudge(product, loosenings, open, TODAY))
            seen.loosenings += gains.length
            seen.gained += gains.filter((one) => one.companies > 0).length
            seen.white += Number(reach.whiteListedExcluded > 0)
            seen.rules += reach.rules.length
          }
        }),
      ),
      { numRuns: 4, endOnFailure: true },
    )
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(20)
  }),
)

test(
  'needs that are not open, and those of a company that was suspended, are not counted',
  scene(async ({ db, cast }) => {
    await makeNeed(db, cast.company.id, 'published')
    await makeNeed(db, cast.otherCompany.id, 'published')
    await makeNeed(db, cast.otherCompany.id, 'in-review')
    expect(await countReach(db, productTerms)).toMatchObject({ needs: 2, companies: 2 })
    await db
      .update(organisation)
      .set({ state: 'suspended' })
      .where(eq(organisation.id, cast.otherCompany.id))
    expect(await countReach(db, productTerms)).toMatchObject({ needs: 1, companies: 1 })
  }),
)
