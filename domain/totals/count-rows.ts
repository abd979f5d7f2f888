/** Every total from the rows of the ledger, by the same conditions: of any question, and what the cells are held against. */
import { and, asc, inArray, sql, type SQL } from 'drizzle-orm'
import { service } from '@/db/schema'
import { counted, disputed, evidenced, firstInLife, isFinancing } from '../ledger/conditions'
import { loanClasses } from '../product/classes'
import { rowsAsked, rowsCounted, rowsOfMoney, rowsRated } from './question'
import type { TotalsContext } from './reach'
import {
  monthsOf,
  type CrossTotals,
  type Crossing,
  type CutTotals,
  type Dimension,
  type MonthTotals,
  type Question,
  type Totals,
} from './totals'

const isLoan = inArray(service.class, [...loanClasses])
const sumOf = sql`sum(${service.amountFen})`
const companies = sql`count(distinct ${service.companyId})`
const loans = sql`count(distinct (${service.financierId}, ${service.contractKey}))`

/**
 * The totals of a question, in one reading. Loans and money are drawn (rung 6) or granted (rung 5) whatever rung makes
 * *served*, and of the companies that are.
 */
export async function countTotals(context: TotalsContext, question: Question): Promise<Totals> {
  const { asOf } = question
  const { rung } = question.definition
  const served = sql`${service.rung} = ${rung} and (${counted(asOf)})`
  const drawn = sql`(${rowsOfMoney(context, question, 6)})`
  const granted = sql`(${rowsOfMoney(context, question, 5)})`
  const { rows } = await context.db.execute<Record<keyof Totals, string>>(sql`
    select ${companies} filter (where ${served}) as companies,
      count(*) filter (where ${served}) as "companyTimes",
      ${companies} filter (where ${served} and ${evidenced(asOf)}) as evidenced,
      ${companies} filter (where ${served} and ${firstInLife(asOf)}) as "firstLoans",
      ${loans} filter (where ${drawn} and ${isLoan}) as loans,
      ${sumOf} filter (where ${drawn} and ${isFinancing}) as "drawnFen",
      ${sumOf} filter (where ${granted} and ${isFinancing}) as "grantedFen",
      count(*) filter (where ${service.rung} = ${rung} and (${disputed(asOf)})) as disputed
    from ${service}
    where ${and(sql`${service.rung} in (${rung}, 5, 6)`, rowsAsked(context, question))}`)
  const figure = (name: keyof Totals) => Number(rows[0]?.[name] ?? 0)
  return {
    companies: figure('companies'),
    companyTimes: figure('companyTimes'),
    loans: figure('loans'),
    drawnFen: figure('drawnFen'),
    grantedFen: figure('grantedFen'),
    evidenced: figure('evidenced'),
    declared: figure('companies') - figure('evidenced'),
    firstLoans: figure('firstLoans'),
    disputed: figure('disputed'),
  }
}

const RATE_LOANS_LEAST = 5
const RATE_FINANCIERS_LEAST = 3

/** Mean rate in bp weighted by amount over new drawings; null below 5 loans or 3 institutions. */
export async function meanRate(context: TotalsContext, question: Question): Promise<number | null> {
  const [row] = await context.db
    .select({
      bp: sql<number>`round(sum(${service.rateBp}::numeric * ${service.amountFen}) / nullif(sum(${service.amountFen}), 0))`.mapWith(
        Number,
      ),
      loans: sql<number>`${loans}::int`,
      financiers: sql<number>`count(distinct ${service.financierId})::int`,
    })
    .from(service)
    .where(rowsRated(context, question))
  if (!row || row.loans < RATE_LOANS_LEAST || row.financiers < RATE_FINANCIERS_LEAST) return null
  return row.bp
}

/** Every month of the period, with the running count of distinct companies. */
export async function countByMonth(
  context: TotalsContext,
  question: Question,
): Promise<MonthTotals[]> {
  const { db } = context
  const counts = rowsCounted(context, question)
  const readMonths = db
    .select({
      month: service.month,
      companies: sql<number>`${companies}::int`,
      companyTimes: sql<number>`count(*)::int`,
    })
    .from(service)
    .where(counts)
    .groupBy(service.month)
    .orderBy(asc(service.month))
  const part = rowsOfPart(context, question, sql`${service.month}`)
  const readMoney = db.execute<{ key: number; drawn: string }>(
    sql`select key, sum(fen) as drawn from ${part} where pays and served group by 1`,
  )
  const readFirsts = db
    .select({ companyId: service.companyId, month: sql<number>`min(${service.month})::int` })
    .from(service)
    .where(counts)
    .groupBy(service.companyId)
  const [months, money, firsts] = await Promise.all([readMonths, readMoney, readFirsts])
  const rowBy = new Map(months.map((row) => [row.month, row]))
  const drawnBy = new Map(money.rows.map(({ key, drawn }) => [key, Number(drawn)]))
  const firstBy = new Map<number, number>()
  for (const { month } of firsts) firstBy.set(month, (firstBy.get(month) ?? 0) + 1)
  let companiesSoFar = 0
  return monthsOf(question.period).map((month) => {
    companiesSoFar += firstBy.get(month) ?? 0
    const row = rowBy.get(month) ?? { companies: 0, companyTimes: 0 }
    return { ...row, month, drawnFen: drawnBy.get(month) ?? 0, companiesSoFar }
  })
}

/**
 * The rows of a question with the part of a cut that each is of, and of another that crosses it: which count, which pay, and whether
 * its company counts there.
 */
function rowsOfPart(
  context: TotalsContext,
  question: Question,
  key: SQL,
  { spread = sql``, across = sql`null::text` }: { spread?: SQL; across?: SQL } = {},
): SQL {
  const counts = rowsCounted(context, question)
  const drawn = rowsCounted(context, question, 6)
  const served =
    question.definition.rung === 6
      ? sql`true`
      : sql`bool_or(${counts}) over (partition by ${key}, ${across}, ${service.companyId})`
  return sql`(
    select ${key} as key, ${across} as across, ${service.companyId} as company, ${service.amountFen} as fen, (${counts}) as counts,
      (${drawn} and ${isFinancing}) as pays, ${served} as served
    from ${service} ${spread} where (${counts}) or (${drawn})) as part`
}

/** The part of a cut that a row is of. What a row has several of is spread first, a row a part, under a name of its own. */
function partOf(
  dimension: Dimension,
  asOf: number | null,
  name: 'cut' | 'other',
): { key: SQL; spread: SQL } {
  const spread = (list: SQL) =>
    sql`left join lateral unnest(${list}) as ${sql.identifier(name)}(key) on true`
  const plain = (key: SQL) => ({ key, spread: sql`` })
  const { chains, district, zone, park, financierKind, financierId, qualifications } = service
  switch (dimension) {
    case 'chain':
      return { key: sql`${sql.identifier(name)}.key`, spread: spread(sql`${chains}`) }
    case 'qualification':
      return { key: sql`${sql.identifier(name)}.key`, spread: spread(sql`${qualifications}`) }
    case 'district':
      return plain(sql`${district}`)
    case 'zone':
      return plain(sql`${zone}`)
    case 'park':
      return plain(sql`${park}`)
    case 'class':
      return plain(sql`${service.class}`)
    case 'financier-kind':
      return plain(sql`${financierKind}`)
    case 'financier':
      return plain(sql`${financierId}::text`)
    case 'white-list':
      return plain(sql`case when ${service.whiteListed} then 'listed' else 'not-listed' end`)
    case 'first-time':
      return plain(sql`case when ${firstInLife(asOf)} then 'first' else 'not-first' end`)
  }
}

const figuresOfPart = sql`count(distinct company) filter (where counts)::int as companies,
  count(*) filter (where counts)::int as times, coalesce(sum(fen) filter (where pays and served), 0)::text as drawn`

/** One cut of a question, in no order; parts with nothing may stand among them. */
export async function countBy(
  context: TotalsContext,
  question: Question,
  dimension: Dimension,
): Promise<CutTotals[]> {
  const { key, spread } = partOf(dimension, question.asOf, 'cut')
  const { rows } = await context.db.execute<{
    key: string | null
    companies: number
    times: number
    drawn: string
  }>(sql`
    select key, ${figuresOfPart} from ${rowsOfPart(context, question, key, { spread })} group by 1`)
  return rows.map((row) => ({
    key: row.key,
    companies: row.companies,
    companyTimes: row.times,
    drawnFen: Number(row.drawn),
  }))
}

/** Two cuts of a question crossed, in no order; what has nothing may be left out or not. */
export async function countCross(
  context: TotalsContext,
  question: Question,
  [down, across]: Crossing,
): Promise<CrossTotals[]> {
  const [one, other] = [partOf(down, question.asOf, 'cut'), partOf(across, question.asOf, 'other')]
  const part = rowsOfPart(context, question, one.key, {
    spread: sql`${one.spread} ${other.spread}`,
    across: other.key,
  })
  const { rows } = await context.db.execute<{
    key: string | null
    across: string | null
    companies: number
    times: number
    drawn: string
  }>(sql`select key, across, ${figuresOfPart} from ${part} group by 1, 2`)
  return rows.map((row) => ({
    key: row.key,
    across: row.across,
    companies: row.companies,
    companyTimes: row.times,
    drawnFen: Number(row.drawn),
  }))
}
