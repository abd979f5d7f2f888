import { describe, expect, test } from 'vitest'
import type { need } from '@/db/schema'
import { SEATS } from '../need/need'
import { costAt } from '../product/product-costs'
import { makeOrganisation, NOW } from '../testing/cast'
import { makeIntroduction, makeMatch, makeNeed, makeProduct } from '../testing/rows'
import { tale } from '../testing/tale'
import { countLeads, countLeadTabs, listLeads } from './queries'

const { scene } = tale()

describe('leads', () => {
  test(
    'of today have a seat left, and are new or wait for the first answer past its time',
    scene(async (on) => {
      const { db, cast } = on
      const product = await makeProduct(db, cast.financier.id, 'live')
      const hours = (more: number) => new Date(NOW.getTime() + more * 3_600_000)
      const aNeed = async (more: Partial<typeof need.$inferInsert>, taken = 0) => {
        const { id } = await makeNeed(db, cast.company.id, 'published', more)
        const to = { needId: id, productId: product.id, financierId: cast.financier.id }
        await makeMatch(db, to)
        for (let place = 0; place < taken; place += 1) {
          const rival = await makeOrganisation(db, 'financier')
          const own = await makeProduct(db, rival.id, 'draft')
          const sides = { needId: id, productId: own.id, companyId: cast.company.id }
          await makeIntroduction(db, { ...sides, financierId: rival.id }, 'requested')
        }
        return id
      }
      const old = { publishedAt: hours(-24 * 30), answerDueAt: hours(-24 * 28) }
      const answered = { firstAnswerAt: hours(-24 * 29) }
      const expected = new Set([
        await aNeed({ publishedAt: hours(-1), answerDueAt: hours(48) }),
        await aNeed({ publishedAt: hours(-24 * 3), answerDueAt: hours(48), ...answered }, 2),
        await aNeed(old),
      ])
      await aNeed({ ...old, ...answered })
      await aNeed({ ...old, answerDueAt: hours(48) })
      await aNeed(old, SEATS)
      await aNeed({ publishedAt: hours(-1), answerDueAt: hours(48) }, SEATS)
      const bank = on.as(on.who.financier)
      const listed = await listLeads(bank, { today: true }, null)
      expect(new Set(listed.map(({ needId }) => needId))).toEqual(expected)
      expect(await countLeads(bank, { today: true })).toBe(3)
      expect(await countLeadTabs(bank)).toMatchObject({ all: 7, today: 3 })
      expect(await countLeads(bank, { free: true })).toBe(5)
    }),
  )

  test(
    'say what one’s own product costs at the tenor that is asked for',
    scene(async (on) => {
      const { db, cast } = on
      const terms = { rateMinBp: 350, feeBp: 50, tenorMinMonths: 6, tenorMaxMonths: 36 }
      const product = await makeProduct(db, cast.financier.id, 'live', terms)
      const { id } = await makeNeed(db, cast.company.id, 'published', { tenorMonths: 12 })
      await makeMatch(db, { needId: id, productId: product.id, financierId: cast.financier.id })
      const [row] = await listLeads(on.as(on.who.financier), {}, null)
      expect(row?.allInBp).toBe(costAt(product, 12))
      expect(row?.allInBp).toBeGreaterThan(350)
      expect(row).not.toHaveProperty('costsBp')
    }),
  )
})
