/**
 * The needs that a product may have, found in SQL: a statement of only those criteria that the product has, over the
 * columns of `lead_reach`. A generator of candidates as `masks.ts` is one; a test that is null is unknown and never fails.
 */
import { and, sql, type SQL } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import type { Database } from '@/db/client'
import { lead } from '@/db/schema'
import { addDays, addMonths, type Day } from '../calendar/calendar'
import { classes } from '../product/classes'
import {
  isRange,
  isSet,
  setFacts,
  type Criterion,
  type ProductTerms,
  type RangeFact,
} from '../product/product'
import { comparesCost } from './judge'
import { maskOf } from './bits'

/** No company is older: what asks for more is left to the judge. */
const OLDEST_MONTHS = 12 * 1_900

/** The last founding day of a company that is at least so many months old, as `monthsBetween` counts. */
export function foundedBy(months: number, today: Day): Day {
  if (months <= 0) return 'infinity'
  const tomorrow = addDays(today, 1)
  // The last day of a month completes it for all that were founded on a later date of theirs.
  return tomorrow.endsWith('-01')
    ? addDays(addMonths(tomorrow, -months), -1)
    : addMonths(today, -months)
}

const figures: Record<Exclude<RangeFact, 'age'>, AnyPgColumn> = {
  staff: lead.staff,
  'rd-staff': lead.rdStaff,
  revenue: lead.revenueFen,
  profit: lead.profitFen,
  'rd-spend': lead.rdSpendFen,
  'debt-ratio': lead.debtRatioBp,
  patents: lead.patents,
}

const atLeast = (column: AnyPgColumn, value: number) => sql`${column} >= ${value}::bigint`
const atMost = (column: AnyPgColumn, value: number) => sql`${column} <= ${value}::bigint`

function ageTest(min: number | null, max: number | null, today: Day): SQL | undefined {
  const { foundedOn } = lead
  return and(
    min === null || min > OLDEST_MONTHS
      ? undefined
      : sql`${foundedOn} <= ${foundedBy(min, today)}::date`,
    max === null || max >= OLDEST_MONTHS
      ? undefined
      : sql`${foundedOn} > ${foundedBy(max + 1, today)}::date`,
  )
}

/** One criterion as true, false or null; undefined where only the judge can say. */
function testOf(criterion: Criterion, today: Day): SQL | undefined {
  if (isRange(criterion)) {
    const { fact, min, max } = criterion
    if (fact === 'age') return ageTest(min, max, today)
    return and(
      min === null ? undefined : atLeast(figures[fact], min),
      max === null ? undefined : atMost(figures[fact], max),
    )
  }
  if (isSet(criterion)) {
    const mask = maskOf(setFacts[criterion.fact], criterion.values)
    if (mask === null) return undefined
    const both = sql`(${lead[criterion.fact]} & ${mask}::int)`
    if (criterion.quantifier === 'any') return sql`${both} <> 0`
    return criterion.quantifier === 'all' ? sql`${both} = ${mask}::int` : sql`${both} = 0`
  }
  return criterion.fact === 'white-listed' ? sql`${lead.whiteListed}` : sql`${lead.profitFen} > 0`
}

/** The tests beside class, amount and cost: those that decide and those that rank. */
function testsOf(product: ProductTerms, today: Day): { hard: (SQL | undefined)[]; soft: SQL[] } {
  const { tenorMinMonths: min, tenorMaxMonths: max } = product
  const tenor = and(
    min === null ? undefined : atLeast(lead.tenorMonths, min),
    max === null ? undefined : atMost(lead.tenorMonths, max),
  )
  const criteria = (hard: boolean) =>
    product.criteria.filter((one) => one.hard === hard).map((one) => testOf(one, today))
  return {
    hard: [...(product.class === 'equity' || !tenor ? [] : [tenor]), ...criteria(true)],
    soft: criteria(false).map((test) => test ?? sql`null::boolean`),
  }
}

/** Whether a need's highest cost is compared at all: one that names none is not unknown, it does not ask. */
function asksCost(product: ProductTerms): product is ProductTerms & { rateMinBp: number } {
  return product.rateMinBp !== null && comparesCost(product.class)
}

const sum = (terms: SQL[]) => (terms.length === 0 ? sql`0` : sql.join(terms, sql` + `))

/** The parts of the fit that need no record, as `judge.ts` adds them up: preference and completeness. */
function fitWithoutRecord(product: ProductTerms, today: Day): SQL {
  const { amountMinFen: min, amountMaxFen: max } = product
  const { hard, soft } = testsOf(product, today)
  const points = soft.map(
    (test) => sql`case when ${test} then 2 when (${test}) is null then 1 else 0 end`,
  )
  const fromSoft =
    soft.length === 0 ? sql`14` : sql`20 * (${sum(points)}) / ${2 * soft.length}::int`
  const amount = sql`least(greatest(${lead.openFen}, ${min}::bigint), ${max}::bigint)`
  const fromAmount =
    min === max
      ? sql`20`
      : sql`20 - 12 * abs(2 * ${amount} - ${min + max}::bigint) / ${max - min}::bigint`
  const rules = asksCost(product)
    ? sql`(${2 + hard.length}::int + (${lead.maxCostBp} is not null)::int)`
    : sql`${2 + hard.length}::int`
  const unknown = hard.flatMap((test) => (test ? [sql`((${test}) is null)::int`] : []))
  return sql`(${fromSoft} + ${fromAmount} + 20 * (${rules} - (${sum(unknown)})) / ${rules})::int`
}

/** Open needs of a product's class and amount that fail none of its tests: two ranges of the index, whole and in parts. */
function reached(product: ProductTerms, today: Day, part: SQL | undefined): SQL {
  const { amountMinFen: min, amountMaxFen: max } = product
  const { hard } = testsOf(product, today)
  const cost = asksCost(product) ? [atLeast(lead.maxCostBp, product.rateMinBp)] : []
  const rest = and(...[...hard, ...cost].map((test) => test && sql`(${test}) is not false`))
  const branch = (inParts: boolean, amount: SQL | undefined) => sql`
    select ${lead.needId} as id${part ? sql`, ${part} as part` : sql``} from ${lead}
    where ${and(
      sql`${lead.class} = ${classes.indexOf(product.class)}::smallint`,
      sql`${lead.inParts} = ${inParts}`,
      atLeast(lead.openFen, min),
      amount,
      rest,
    )}`
  return sql`${branch(false, atMost(lead.openFen, max))} union all ${branch(true, atMost(lead.leastFen, max))}`
}

/** The needs that a live product may have on a day, by id; the judge has the last word. Leads due must be renewed before. */
export async function listCandidateNeeds(
  tx: Database,
  product: ProductTerms,
  today: Day,
): Promise<string[]> {
  const { rows } = await tx.execute<{ id: string }>(
    sql`${reached(product, today, undefined)} order by id`,
  )
  return rows.map(({ id }) => id)
}

export interface RankedLead {
  needId: string
  /** The fit without the record. */
  part: number
}

/** The best of them by the fit without the record: the page that shows them ranks them anew with it. */
export async function listTopLeads(
  db: Database,
  product: ProductTerms,
  today: Day,
  most: number,
): Promise<RankedLead[]> {
  const { rows } = await db.execute<{ id: string; part: number }>(
    sql`${reached(product, today, fitWithoutRecord(product, today))} order by part desc, id limit ${most}`,
  )
  return rows.map(({ id, part }) => ({ needId: id, part }))
}
