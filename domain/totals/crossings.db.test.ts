import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { testDatabase } from '@/db/testing'
import type { LedgerRung } from '../ledger/ledger'
import { NOW } from '../testing/cast'
import { writeLedger } from '../testing/ledger'
import { byHand, isInPart, type Ledger } from '../testing/totals-by-hand'
import { countBy, countCross, countTotals } from './count'
import { inWholeCity } from './reach'
import type { Crossing, Dimension, Question } from './totals'

const database = testDatabase()
let ledger: Ledger
beforeAll(async () => {
  ledger = await writeLedger(database(), 20240515, 420)
})

const city = () => inWholeCity({ actor: { audience: 'public' }, now: NOW, db: database() })
const question = ({
  rung = 6,
  ...more
}: Partial<Question> & { rung?: LedgerRung } = {}): Question => ({
  period: { from: 202401, to: 202405 },
  definition: { code: `rung ${rung}`, rung, since: '2023-01-01' },
  asOf: null,
  ...more,
})

const crossings: Crossing[] = [
  ['chain', 'district'],
  ['chain', 'qualification'],
  ['qualification', 'chain'],
  ['zone', 'financier-kind'],
  ['park', 'class'],
  ['financier', 'white-list'],
  ['first-time', 'chain'],
]
test.each(crossings)('by %s and %s are each what a count by hand gives', async (...crossing) => {
  for (const rung of [4, 6] as const) {
    const asked = question({ rung, period: { from: 202301, to: 202405 } })
    const cells = await countCross(city(), asked, crossing)
    const [down, across] = crossing
    const keys = (name: Dimension) =>
      countBy(city(), asked, name).then((parts) => parts.map(({ key }) => key))
    const [rows, columns] = [await keys(down), await keys(across)]
    let found = 0
    for (const key of rows)
      for (const other of columns) {
        const { companies, companyTimes, drawnFen } = byHand(
          ledger,
          asked,
          (row) => isInPart[down](row, key, ledger) && isInPart[across](row, other, ledger),
        )
        const cell = cells.find((one) => one.key === key && one.across === other)
        expect([key, other, cell ?? null]).toEqual([
          key,
          other,
          companies + drawnFen === 0
            ? null
            : { key, across: other, companies, companyTimes, drawnFen },
        ])
        if (cell) found++
      }
    expect(found).toBe(cells.length)
  }
})

test('of two cuts crossed are what COUNT(DISTINCT) says, and add up to neither row nor column', async () => {
  const { rows } = await database().execute<{ chain: string; district: string; n: number }>(sql`
    select chain, district, count(distinct company_id)::int as n
    from service, unnest(chains) as chain
    where rung = 6 and district is not null and happened_on between '2024-01-01' and '2024-05-31'
      and state not in ('disputed', 'voided')
    group by 1, 2 order by 1, 2`)
  const cells = await countCross(city(), question(), ['chain', 'district'])
  const named = cells
    .filter(({ key, across }) => key !== null && across !== null)
    .map(({ key, across, companies }) => ({ chain: key, district: across, n: companies }))
  const inOrder = (one: { chain: string | null; district: string | null }) =>
    `${one.chain} ${one.district}`
  expect(named.toSorted((a, b) => (inOrder(a) < inOrder(b) ? -1 : 1))).toEqual(
    rows.toSorted((a, b) => (inOrder(a) < inOrder(b) ? -1 : 1)),
  )
  const { companies } = await countTotals(city(), question())
  expect(cells.reduce((sum, cell) => sum + cell.companies, 0)).toBeGreaterThan(companies)
})
