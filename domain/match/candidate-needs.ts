/**
 * The needs that a product may have, found in SQL: a statement of only those criteria that the product has, over the
 * columns of `need_index_reach`. A generator of candidates as `masks.ts` is one.
 */
import { and, sql, type SQL } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import type { Database } from '@/db/client'
import { needIndex } from '@/db/schema'
import { addDays, addMonths, type Day } from '../calendar/calendar'
import { TENOR_MOST_MONTHS } from '../need/need'
import { classes } from '../product/classes'
import {
  isRange,
  isSet,
  setFacts,
  type Criterion,
  type ProductTerms,
  type Quantifier,
  type RangeFact,
  type SetFact,
} from '../product/product'
import { chains } from '../chain/chain'
import { maskOf, slots } from './bits'

/** No company is older: what asks for more is left to the judge. */
export const OLDEST_MONTHS = 12 * 1_900

/** The last founding day of a company that is at least so many months old, as `monthsBetween` counts. */
export function foundedBy(months: number, today: Day): Day {
  if (months <= 0) return 'infinity'
  const tomorrow = addDays(today, 1)
  // The last day of a month completes it for all that were founded on a later date of theirs.
  return tomorrow.endsWith('-01')
    ? addDays(addMonths(tomorrow, -months), -1)
    : addMonths(today, -months)
}

/** The least and the most that a figure may be: one column where it is known exactly. */
const figures: Record<RangeFact, [low: AnyPgColumn, high: AnyPgColumn]> = {
  age: [needIndex.ageLow, needIndex.ageHigh],
  staff: [needIndex.staffLow, needIndex.staffHigh],
  'rd-staff': [needIndex.rdStaff, needIndex.rdStaff],
  revenue: [needIndex.revenueFen, needIndex.revenueFen],
  profit: [needIndex.profitFen, needIndex.profitFen],
  'rd-spend': [needIndex.rdSpendFen, needIndex.rdSpendFen],
  'debt-ratio': [needIndex.debtRatioBp, needIndex.debtRatioBp],
  patents: [needIndex.patentsLow, needIndex.patentsHigh],
}

const atLeast = (column: AnyPgColumn, value: number) => sql`${column} >= ${value}::bigint`
const atMost = (column: AnyPgColumn, value: number) => sql`${column} <= ${value}::bigint`

/** A rule in SQL: true where it holds or is unknown, and when it is unknown, which for some is never. */
export interface Test {
  holds: SQL
  unknown: SQL | null
}

/** True where a comparison with what is unknown is no answer. */
const notFalse = (comparisons: (SQL | undefined)[]) => sql`(${and(...comparisons)}) is not false`

function rangeTest(fact: RangeFact, min: number | null, max: number | null): Test {
  const [low, high] = figures[fact]
  const holds = notFalse([
    min === null ? undefined : atLeast(high, min),
    max === null ? undefined : atMost(low, max),
  ])
  if (low === high) return { holds, unknown: sql`${low} is null` }
  const passes = and(
    min === null ? undefined : atLeast(low, min),
    max === null ? undefined : atMost(high, max),
  )
  return { holds, unknown: sql`(${holds} and (${passes}) is not true)` }
}

const anyBit = (column: AnyPgColumn, bits: number) => sql`(${column} & ${bits}::bigint) <> 0`

function setTest(
  fact: SetFact,
  quantifier: Quantifier,
  values: readonly string[],
): Test | undefined {
  const mask = maskOf(setFacts[fact], values)
  if (mask === null) return undefined
  const { column: name, from } = slots[fact]
  const column = needIndex[name]
  const [flag, wanted] = [2 ** from, 2 ** (from + 1) * mask]
  const unknown = anyBit(column, flag)
  const holds = {
    any: anyBit(column, flag + wanted),
    all: sql`(${unknown} or (${column} & ${wanted}::bigint) = ${wanted}::bigint)`,
    none: sql`(${column} & ${wanted}::bigint) = 0`,
  }
  return { holds: holds[quantifier], unknown }
}

/** One criterion; undefined where only the judge can say. */
function testOf(criterion: Criterion): Test | undefined {
  // Whom a further chain bars by facts is still told by its main one.
  if (isSet(criterion) && criterion.fact === 'chain' && criterion.quantifier === 'none')
    return toldTestOf(criterion)
  if (isSet(criterion)) return setTest(criterion.fact, criterion.quantifier, criterion.values)
  if (isRange(criterion)) return rangeTest(criterion.fact, criterion.min, criterion.max)
  if (criterion.fact === 'profitable') return rangeTest('profit', 1, null)
  const { column: name, from } = slots['white-listed']
  const column = needIndex[name]
  return { holds: anyBit(column, 2 ** from + 2 ** (from + 1)), unknown: anyBit(column, 2 ** from) }
}

/** The same by the teaser alone, for counts: only of chains does the index hold more than it says. */
export function toldTestOf(criterion: Criterion): Test | undefined {
  if (!isSet(criterion) || criterion.fact !== 'chain') return testOf(criterion)
  const { quantifier, values } = criterion
  const places = values.map((value) => (chains as readonly string[]).indexOf(value))
  const unknown = sql`${needIndex.chainTold} is null`
  const among = sql`${needIndex.chainTold} = any(${sql.param(places)}::smallint[])`
  const holds = {
    any: sql`(${unknown} or ${among})`,
    all: values.length === 1 ? sql`(${unknown} or ${among})` : unknown,
    none: sql`(${unknown} or not ${among})`,
  }
  return { holds: holds[quantifier], unknown }
}

/** A list and no range, so that the index goes on to the amount behind it. */
export function tenorTest({
  tenorMinMonths: min,
  tenorMaxMonths: max,
  ...product
}: ProductTerms): Test {
  const most = TENOR_MOST_MONTHS
  const [from, to] = [Math.min(min ?? 1, most), Math.min(max ?? most, most)]
  const months = Array.from({ length: Math.max(0, to - from + 1) }, (_, more) => from + more)
  const asked = product.class === 'equity' ? [0] : [0, ...months]
  return {
    holds: sql`${needIndex.tenorMonths} = any(${sql.param(asked)}::int[])`,
    unknown: sql`${needIndex.tenorMonths} = 0`,
  }
}

const asksTenor = (product: ProductTerms) =>
  product.class !== 'equity' && (product.tenorMinMonths !== null || product.tenorMaxMonths !== null)

/** The criteria that decide, or that rank. */
function testsOf(product: ProductTerms, hard: boolean): (Test | undefined)[] {
  return product.criteria.filter((one) => one.hard === hard).map(testOf)
}

/** Whether a need's highest cost is compared at all: one that names none is not unknown, it does not ask. */
function asksCost(product: ProductTerms): product is ProductTerms & { costsBp: number[] } {
  return product.costsBp !== null
}

/** What the product costs at the tenor of each need, as `costAt` reads it. */
export function costInSql({ tenorMinMonths, costsBp }: ProductTerms & { costsBp: number[] }): SQL {
  const lowest = Math.min(...costsBp)
  if (Math.max(...costsBp) === lowest) return sql`${lowest}::int`
  const place = sql`least(greatest(${needIndex.tenorMonths} - ${tenorMinMonths ?? 1}::int, 0), ${costsBp.length - 1}::int) + 1`
  return sql`case when ${needIndex.tenorMonths} = 0 then ${lowest}::int else (${sql.param(costsBp)}::int[])[${place}] end`
}

export function costTest(product: ProductTerms): Test | undefined {
  return asksCost(product)
    ? {
        holds: notFalse([sql`${needIndex.maxCostBp} >= ${costInSql(product)}`]),
        unknown: sql`${needIndex.maxCostBp} is null`,
      }
    : undefined
}

const sum = (terms: SQL[]) => (terms.length === 0 ? sql`0` : sql.join(terms, sql` + `))

/** The parts of the fit that need no record, as `judge.ts` adds them up: preference and completeness. */
function fitWithoutRecord(product: ProductTerms): SQL {
  const { amountMinFen: min, amountMaxFen: max } = product
  const soft = testsOf(product, false)
  const hard = [...(asksTenor(product) ? [tenorTest(product)] : []), ...testsOf(product, true)]
  const points = soft.map((test) =>
    test === undefined
      ? sql`1`
      : sql`case when ${test.unknown ?? sql`false`} then 1 when ${test.holds} then 2 else 0 end`,
  )
  const fromSoft =
    soft.length === 0 ? sql`14` : sql`20 * (${sum(points)}) / ${2 * soft.length}::int`
  const amount = sql`least(greatest(${needIndex.openFen}, ${min}::bigint), ${max}::bigint)`
  const fromAmount =
    min === max
      ? sql`20`
      : sql`20 - 12 * abs(2 * ${amount} - ${min + max}::bigint) / ${max - min}::bigint`
  const rules = asksCost(product)
    ? sql`(${2 + hard.length}::int + (${needIndex.maxCostBp} is not null)::int)`
    : sql`${2 + hard.length}::int`
  const unknown = hard.flatMap((test) => (test?.unknown ? [sql`(${test.unknown})::int`] : []))
  return sql`(${fromSoft} + ${fromAmount} + 20 * (${rules} - (${sum(unknown)})) / ${rules})::int`
}

/** Open needs of a product's class and amount that fail none of its tests: two ranges of the index, whole and in parts. */
function reached(product: ProductTerms, part: SQL | undefined): SQL {
  const { amountMinFen: min, amountMaxFen: max } = product
  const tests = [tenorTest(product), costTest(product), ...testsOf(product, true)]
  const rest = and(...tests.map((test) => test?.holds))
  const branch = (inParts: boolean, amount: SQL | undefined) => sql`
    select ${needIndex.needId} as id${part ? sql`, ${part} as part` : sql``} from ${needIndex}
    where ${and(
      sql`${needIndex.class} = ${classes.indexOf(product.class)}::smallint`,
      sql`${needIndex.inParts} = ${inParts}`,
      atLeast(needIndex.openFen, min),
      amount,
      rest,
    )}`
  return sql`${branch(false, atMost(needIndex.openFen, max))} union all ${branch(true, atMost(needIndex.leastFen, max))}`
}

/**
 * The needs that a live product may have, by its teaser or by its facts, by id; the judge has the last word. Rows due must
 * be renewed before.
 */
export async function listCandidateNeeds(tx: Database, product: ProductTerms): Promise<string[]> {
  const { rows } = await tx.execute<{ id: string }>(sql`${reached(product, undefined)} order by id`)
  return rows.map(({ id }) => id)
}

export interface RankedNeed {
  needId: string
  /** The fit without the record. */
  part: number
}

/** The best of them by the fit without the record: the page that shows them ranks them anew with it. */
export async function listTopNeeds(
  db: Database,
  product: ProductTerms,
  most: number,
): Promise<RankedNeed[]> {
  const { rows } = await db.execute<{ id: string; part: number }>(
    sql`${reached(product, fitWithoutRecord(product))} order by part desc, id limit ${most}`,
  )
  return rows.map(({ id, part }) => ({ needId: id, part }))
}
