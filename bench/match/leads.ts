/** Product → its best leads of all open needs, beside a dynamic scan of the wide table, and now and then beside the judge. */
import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { listTopNeeds, type RankedNeed } from '@/domain/match/candidate-needs'
import { judge } from '@/domain/match/judge'
import { noRecord } from '@/domain/match/match'
import type { ProductTerms } from '@/domain/product/product'
import type { Row } from '../row'
import { idAt, needAt, productAt, TODAY } from './draw'
import { ask, askBoth, demandSame, orTimedOut, p50, p95, rowOf, type Measured } from './measure'
import { listByWideScan } from './wide'

const MOST = 50

/** Every need judged: nothing of the database. */
function judgedLeads(products: readonly ProductTerms[], needs: number): RankedNeed[][] {
  const found = products.map((): RankedNeed[] => [])
  for (let place = 0; place < needs; place++) {
    const need = needAt(place)
    products.forEach((product, at) => {
      if (!need.terms.classes.includes(product.class)) return
      const { eligible, parts } = judge(need, product, TODAY, noRecord)
      const part = parts.preference + parts.completeness
      if (eligible) found[at]?.push({ needId: idAt('need', place), part })
    })
  }
  return found.map((leads) =>
    leads.sort((a, b) => b.part - a.part || (a.needId < b.needId ? -1 : 1)).slice(0, MOST),
  )
}

export async function benchLeads(
  { db, scan }: { db: Database; scan: Database },
  count: { needs: number; products: number },
  small: boolean,
): Promise<Row[]> {
  const asked = small ? 60 : 100
  const step = Math.floor(count.products / asked)
  const products = Array.from({ length: asked }, (_, place) => productAt(place * step))
  const work = `product → its top ${MOST} leads of ${count.needs.toLocaleString('en')}`
  const byScan = orTimedOut((one: ProductTerms) => listByWideScan(scan, one, MOST))
  const [ours, wide] = await askBoth(products, (one) => listTopNeeds(db, one, MOST), byScan, 2)
  demandSame(work, 'the dynamic scan', wide.answers, ours.answers)
  // As PostgreSQL comes.
  await scan.execute(sql`set max_parallel_workers_per_gather = 2`)
  const helped = await ask(products.slice(0, 40), byScan, 2)
  demandSame(work, 'the dynamic scan with workers', helped.answers, ours.answers)
  const judged = judgedLeads(products.slice(0, small ? asked : 5), count.needs)
  demandSame(work, 'the judge', judged, ours.answers)
  const full = ours.answers.filter(({ length }) => length === MOST).length
  console.log(
    `  · ${asked} products asked, ${full} have ${MOST} leads; ${judged.length} judged whole`,
  )
  const [half, most] = [p50(wide) / p50(ours), p95(wide) / p95(ours)]
  const line = (variant: string, ratio: number, reach: number, of: Measured<unknown>) =>
    rowOf({ work, variant, unit: 'ms', ratio, reach }, of, 1, 'above')
  return [
    line('lead projection, covering index', 1, 1, ours),
    line('dynamic scan of a wide table, at p50', half, 10, wide),
    line('dynamic scan of a wide table, at p95', most, 4, wide),
    line('the same scan with parallel workers', p50(helped) / p50(ours), 1, helped),
  ]
}
