/**
 * A product's best leads by a scan of the wide table: a statement of only those criteria that apply, written without a
 * thought of masks, projections or indexes. What it ranks by is spelt out a second time here, so that two hands agree.
 */
import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import type { RankedNeed } from '@/domain/match/candidate-needs'
import { isRange, isSet, type Criterion, type ProductTerms } from '@/domain/product/product'
import { TODAY } from './draw'

const columns = {
  staff: 'staff',
  'rd-staff': 'rd_staff',
  revenue: 'revenue_fen',
  profit: 'profit_fen',
  'rd-spend': 'rd_spend_fen',
  'debt-ratio': 'debt_ratio_bp',
  patents: 'patents',
  district: 'array[district]',
  // A company in a district and no zone is known to be in none.
  zone: 'array[zone]',
  chain: 'chains',
  stage: 'array[stage]',
  qualification: 'qualifications',
  collateral: 'collateral',
  use: 'array[use_kind]',
} as const
const holders = { district: 'district', stage: 'stage', use: 'use_kind' } as const

const age = `(extract(year from age(date '${TODAY}', founded_on)) * 12 + extract(month from age(date '${TODAY}', founded_on)))`

const between = (value: string, min: number | null, max: number | null) =>
  [
    ...(min === null ? [] : [`${value} >= ${min}`]),
    ...(max === null ? [] : [`${value} <= ${max}`]),
  ].join(' and ')

/** The fact, whether it is known, and the test on it. */
function testOf(criterion: Criterion): { known: string; passes: string } {
  if (isRange(criterion)) {
    const { fact, min, max } = criterion
    if (fact === 'age') return { known: 'founded_on is not null', passes: between(age, min, max) }
    return { known: `${columns[fact]} is not null`, passes: between(columns[fact], min, max) }
  }
  if (isSet(criterion)) {
    const { fact, quantifier } = criterion
    const held = columns[fact]
    const wanted = `array[${criterion.values.map((value) => `'${value}'`).join(', ')}]::text[]`
    const passes =
      quantifier === 'any'
        ? `${held} && ${wanted}`
        : quantifier === 'all'
          ? `${held} @> ${wanted}`
          : `not (${held} && ${wanted})`
    if (fact === 'zone') return { known: '(district is not null or zone is not null)', passes }
    const holder = fact in holders ? holders[fact as keyof typeof holders] : held
    return { known: `${holder} is not null`, passes }
  }
  return criterion.fact === 'white-listed'
    ? { known: 'true', passes: 'white_listed' }
    : { known: 'profit_fen is not null', passes: 'profit_fen > 0' }
}

function termTests(product: ProductTerms): { known: string; passes: string }[] {
  const { tenorMinMonths: min, tenorMaxMonths: max } = product
  if (product.class === 'equity' || (min === null && max === null)) return []
  return [{ known: 'tenor_months is not null', passes: between('tenor_months', min, max) }]
}

const sum = (terms: string[]) => (terms.length === 0 ? '0' : terms.join(' + '))

function wideStatement(product: ProductTerms, most: number): string {
  const { amountMinFen: min, amountMaxFen: max } = product
  const cost = product.costsBp?.[0] ?? null
  const tests = (hard: boolean) => product.criteria.filter((one) => one.hard === hard).map(testOf)
  const hard = [...termTests(product), ...tests(true)]
  const soft = tests(false)
  const where = [
    `'${product.class}' = any(classes)`,
    `open_fen >= ${min}`,
    `case when in_parts and part_fen is not null then least(part_fen, open_fen) else open_fen end <= ${max}`,
    ...(cost === null ? [] : [`(max_cost_bp is null or max_cost_bp >= ${cost})`]),
    ...hard.map(({ known, passes }) => `(not (${known}) or (${passes}))`),
  ]
  const points = soft.map(
    ({ known, passes }) => `case when not (${known}) then 1 when ${passes} then 2 else 0 end`,
  )
  const preferred = soft.length === 0 ? '14' : `(20 * (${sum(points)})) / ${2 * soft.length}`
  const amount = `least(greatest(open_fen, ${min}), ${max})`
  const near = min === max ? '20' : `20 - (12 * abs(2 * ${amount} - ${min + max})) / ${max - min}`
  const rules =
    cost === null
      ? `${hard.length + 2}`
      : `(${hard.length + 2} + case when max_cost_bp is null then 0 else 1 end)`
  const unknown = hard.map(({ known }) => `case when ${known} then 0 else 1 end`)
  return `select id, ((${preferred}) + (${near}) + (20 * (${rules} - (${sum(unknown)}))) / ${rules})::int as part
    from wide where ${where.join(' and ')} order by part desc, id limit ${most}`
}

export async function listByWideScan(
  db: Database,
  product: ProductTerms,
  most: number,
): Promise<RankedNeed[]> {
  const { rows } = await db.execute<{ id: string; part: number }>(
    sql.raw(wideStatement(product, most)),
  )
  return rows.map(({ id, part }) => ({ needId: id, part }))
}
