/**
 * Whom a product would reach, counted in SQL over `need_index`: one pass marks by which rules each open need of the class fails,
 * a bit a rule; the rest is counting. Held against the judge by `reach.db.test.ts`.
 */
import { and, sql, type SQL } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { need, needIndex, organisation } from '@/db/schema'
import { chains } from '../chain/chain'
import { districts } from '../place/place'
import { classes } from '../product/classes'
import { isSet, setFacts, type Criterion, type ProductTerms } from '../product/product'
import { stages } from '../profile/profile'
import { slots } from './bits'
import { costInSql, costTest, tenorTest, toldTestOf } from './candidate-needs'
import { loosened, type Gain, type Reach, type LoosenedBound, type Loosening } from './dry-run'
import type { Rule } from './match'

const bit = (place: number) => sql`${2 ** place}::int`

function amountHolds({ amountMinFen: min, amountMaxFen: max }: ProductTerms): SQL {
  return sql`(${needIndex.openFen} >= ${min}::bigint and ${needIndex.leastFen} <= ${max}::bigint)`
}

/** A value that its list no longer holds is nobody's. */
function withKnownValues(criterion: Criterion): Criterion {
  if (!isSet(criterion)) return criterion
  const known: readonly string[] = setFacts[criterion.fact]
  return { ...criterion, values: criterion.values.filter((value) => known.includes(value)) }
}

/** Each hard rule and when it holds, several criteria on a fact as one. */
function rulesOf(product: ProductTerms): { rule: Rule; holds: SQL }[] {
  const hard = product.criteria.filter((one) => one.hard)
  const facts = [...new Set(hard.map(({ fact }) => fact))].map((rule) => {
    const own = hard.filter(({ fact }) => fact === rule)
    const tests = own.map((one) => toldTestOf(withKnownValues(one))?.holds)
    return { rule, holds: and(sql`true`, ...tests) ?? sql`true` }
  })
  return [
    { rule: 'amount', holds: amountHolds(product) },
    { rule: 'tenor', holds: tenorTest(product).holds },
    { rule: 'cost', holds: costTest(product)?.holds ?? sql`true` },
    ...facts,
  ]
}

/** The open needs of the class, with the rules each fails; and one row a company of what is reached of it. */
function judged(product: ProductTerms, more: SQL[] = []): SQL {
  const failed = rulesOf(product).map(
    ({ holds }, place) => sql`case when ${holds} then 0 else ${bit(place)} end`,
  )
  const { column, from } = slots['white-listed']
  const { costsBp } = product
  return sql`with judged as materialized (
    select ${need.organisationId} as company, ${needIndex.singleCodes} as single, coalesce(1::bigint << ${needIndex.chainTold}::int, 0) as told,
      ${needIndex.openFen} as amount, ${needIndex.leastFen} as smallest, ${needIndex.tenorMonths} as tenor, ${needIndex.maxCostBp} as cost,
      ${costsBp === null ? sql`null::int` : costInSql({ ...product, costsBp })} as price,
      (${needIndex[column]} & ${2 ** (from + 1)}::bigint) <> 0 as white,
      ${sql.join(failed, sql` + `)} as failed${more.length > 0 ? sql`, ${sql.join(more, sql`, `)}` : sql``}
    from ${needIndex}
    join ${need} on ${need.id} = ${needIndex.needId} and ${need.state} = 'published'
    join ${organisation} on ${organisation.id} = ${need.organisationId} and ${organisation.state} = 'admitted'
    where ${needIndex.class} = ${classes.indexOf(product.class)}::smallint)`
}

/** Companies by the values of a fact, from the bits of the needs that are reached. */
function countBy(fact: 'district' | 'chain' | 'stage'): SQL {
  const { from } = slots[fact]
  const values = setFacts[fact].map(
    (_, place) => 2 ** (fact === 'chain' ? place : from + 1 + place),
  )
  const codes = fact === 'chain' ? sql`told` : sql`single`
  return sql`select ${fact}, (place - 1)::bigint, count(*) from companies
    join unnest(${sql.param(values)}::bigint[]) with ordinality as value (code, place) on (${codes} & code) <> 0
    group by place`
}

/** The outermost figures of those whom only this rule turns away. */
function edgesOf(product: ProductTerms, rules: readonly Rule[]): SQL[] {
  const { amountMinFen: least, amountMaxFen: most, tenorMinMonths, tenorMaxMonths } = product
  const edge = (bound: LoosenedBound, rule: Rule, figure: SQL, limit: number | null) => {
    if (limit === null) return []
    const up = bound.endsWith('max')
    const within = up
      ? sql`${figure} > ${limit}::bigint and ${figure} <= 2 * ${limit}::bigint`
      : sql`${figure} < ${limit}::bigint and 2 * ${figure} >= ${limit}::bigint and ${figure} > 0`
    return [
      sql`select ${bound}, 0::bigint, ${up ? sql`max` : sql`min`}(${figure})::bigint from judged
        where failed = ${bit(rules.indexOf(rule))} and ${within}`,
    ]
  }
  return [
    ...edge('amount-max', 'amount', sql`smallest`, most),
    ...edge('amount-min', 'amount', sql`amount`, least),
    ...edge('tenor-max', 'tenor', sql`tenor`, tenorMaxMonths),
    ...edge('tenor-min', 'tenor', sql`tenor`, tenorMinMonths),
    // By how much it is over the ceiling, where that is within twice of it.
    ...(product.costsBp === null
      ? []
      : [
          sql`select 'cost', 0::bigint, max(price - cost)::bigint from judged
            where failed = ${bit(rules.indexOf('cost'))} and price <= 2 * cost`,
        ]),
  ]
}

/** What today's open needs give, by their teasers; what is due to be renewed today is still yesterday's. */
export async function countReach(db: Database, product: ProductTerms): Promise<Reach> {
  const rules = rulesOf(product).map(({ rule }) => rule)
  const alone = rules.map((_, place) => 2 ** place)
  const { rows } = await db.execute<{ kind: string; place: string; figure: string | null }>(sql`
    ${judged(product)}, companies as (
      select company, count(*) as needs, bit_or(single) as single, bit_or(told) as told
      from judged where failed = 0 group by company)
    select 'needs' as kind, 0::bigint as place, coalesce(sum(needs), 0)::bigint as figure from companies
    union all select 'companies', 0::bigint, count(*) from companies
    union all select 'white', 0::bigint, count(distinct company) from judged where white and failed <> 0
    union all ${countBy('district')}
    union all ${countBy('chain')}
    union all ${countBy('stage')}
    union all select 'rule', failed::bigint, count(*) from judged where failed = any(${sql.param(alone)}::int[]) group by failed
    union all ${sql.join(edgesOf(product, rules), sql` union all `)}`)
  const all = (kind: string) =>
    rows
      .filter((row) => row.kind === kind)
      .flatMap(({ place, figure }) =>
        figure === null ? [] : [{ place: Number(place), figure: Number(figure) }],
      )
  const one = (kind: string) => all(kind)[0]?.figure ?? 0
  const by = <Value>(kind: string, values: readonly Value[]) =>
    all(kind).flatMap(({ place, figure }) => {
      const value = values[place]
      return value === undefined ? [] : [{ value, companies: figure }]
    })
  const bounds: LoosenedBound[] = ['amount-max', 'amount-min', 'tenor-max', 'tenor-min', 'cost']
  return {
    needs: one('needs'),
    companies: one('companies'),
    byDistrict: by('district', districts),
    byChain: by('chain', chains),
    byStage: by('stage', stages),
    whiteListedExcluded: one('white'),
    rules: all('rule').flatMap(({ place, figure }) => {
      const rule = rules[Math.log2(place)]
      return rule === undefined ? [] : [{ rule, needs: figure }]
    }),
    edges: Object.fromEntries(
      bounds.flatMap((bound) => all(bound).map(({ figure }) => [bound, figure])),
    ),
  }
}

/** The rules that a loosening moves, as bits by their places, and when they hold with the looser limit. */
function looserTest(product: ProductTerms, loosening: Loosening): { moves: number; holds: SQL } {
  const looser = loosened(product, loosening)
  if ('fen' in loosening) return { moves: 1, holds: amountHolds(looser) }
  const cost = costTest(looser)?.holds
  // Another tenor has another cost.
  return 'months' in loosening
    ? { moves: 2 + 4, holds: and(tenorTest(looser).holds, cost) ?? sql`true` }
    : { moves: 4, holds: cost ?? sql`true` }
}

/** What each looser limit would bring. */
export async function countGains(
  db: Database,
  product: ProductTerms,
  loosenings: readonly Loosening[],
): Promise<Gain[]> {
  if (loosenings.length === 0) return []
  const tests = loosenings.map((loosening) => looserTest(product, loosening))
  const holds = tests.map(
    (test, index) => sql`${test.holds} as ${sql.identifier(`looser${index}`)}`,
  )
  const gained = tests.map(
    ({ moves }, index) =>
      sql`bool_or((failed & ~${moves}::int) = 0 and ${sql.identifier(`looser${index}`)}) as ${sql.identifier(`gain${index}`)}`,
  )
  const counts = tests.map((_, index) => {
    const gain = sql.identifier(`gain${index}`)
    return sql`select ${index}::int as place, count(*) filter (where ${gain}) as companies from companies where not reached`
  })
  const { rows } = await db.execute<{ place: number; companies: string }>(sql`
    ${judged(product, holds)}, companies as (
      select company, bool_or(failed = 0) as reached, ${sql.join(gained, sql`, `)}
      from judged group by company)
    ${sql.join(counts, sql` union all `)}`)
  return loosenings.flatMap((loosening, index) => {
    const row = rows.find(({ place }) => place === index)
    return row ? [{ loosening, companies: Number(row.companies) }] : []
  })
}
