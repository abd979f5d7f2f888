/** The totals of now from the cells that each entry keeps: as many rows to read at any size of the ledger. */
import { sql, type SQL } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { ledgerCommit, totalCell, totalChange } from '@/db/schema'
import { cellDimensions, type CellDimension, type CellMeasure } from '../ledger/ledger'
import type { TotalsContext } from './reach'
import {
  monthsOf,
  type Cut,
  type CutTotals,
  type Dimension,
  type MonthTotals,
  type Question,
  type Totals,
} from './totals'

/** A part of one cut. */
interface Part {
  dimension: CellDimension
  part: string
}

const whole: Part = { dimension: 'all', part: '' }

/** The part that a context's places are; null where they are no single one, or not told in places. */
function partOfReach(context: TotalsContext): Part | null {
  if ('wholeCity' in context) return whole
  const { actor } = context
  if (actor.audience === 'financier') return { dimension: 'financier', part: actor.organisationId }
  if (actor.audience !== 'official') return null
  if (actor.scope.city) return whole
  const { districts, zones } = actor.scope
  const [district, zone] = [districts[0], zones[0]]
  if (district && districts.length === 1 && !zone) return { dimension: 'district', part: district }
  return zone && zones.length === 1 && !district ? { dimension: 'zone', part: zone } : null
}

/** The part that a cut is; null where it is several crossed. */
function partOfCut(cut: Cut = {}): Part | null {
  const { chains, qualifications, whiteListed, lacking = [], ...rest } = cut
  const parts: (Part | null)[] = []
  const add = (dimension: CellDimension, part: string | undefined) => {
    if (part !== undefined) parts.push({ dimension, part })
  }
  add('district', rest.district)
  add('zone', rest.zone)
  add('class', rest.class)
  add('financier-kind', rest.financierKind)
  add('financier', rest.financierId)
  if (whiteListed !== undefined) add('white-list', whiteListed ? 'listed' : 'not-listed')
  for (const chain of chains ?? []) add('chain', chain)
  for (const kind of qualifications ?? []) add('qualification', kind)
  for (const fact of lacking)
    if (fact === 'park') parts.push(null)
    else add(fact, '')
  if (rest.companyId || rest.park || rest.firstTime !== undefined) parts.push(null)
  return parts.length > 1 ? null : parts.length === 0 ? whole : (parts[0] ?? null)
}

/**
 * The part whose cells answer a question; null where rows have to: several cuts crossed, parks and first-time borrowers, days
 * within a month, and a definition whose money is that of the companies it counts.
 */
function heldPart(context: TotalsContext, question: Question): Part | null {
  if (question.until || question.definition.rung !== 6) return null
  const [reach, cut] = [partOfReach(context), partOfCut(question.cut)]
  if (!reach || !cut) return null
  if (reach.dimension === 'all') return cut
  return cut.dimension === 'all' ? reach : null
}

/** Nothing came after the position that is asked for, nor from this transaction itself, told by the same reading. */
const isNow = ({ asOf }: Question): SQL => sql`(
  not exists (select from ${totalChange})
  and ${asOf === null ? sql`true` : sql`(select coalesce(max(position), 0) from ${ledgerCommit}) <= ${asOf}`})`

const sumOf = (condition: SQL) => sql`coalesce(sum(n) filter (where ${condition}), 0)`
const figure = (measure: CellMeasure, rung = 6) =>
  sumOf(sql`measure = ${measure} and rung = ${rung}`)

const within = ({ from, to }: Question['period']) => sql`month between ${from} and ${to}`
/** Of who is counted once the first presence in the window; what adds up has none before. */
const once = ({ from }: Question['period']) => sql`before < ${from}`
const ofPart = ({ dimension, part }: Part) => sql`dimension = ${dimension} and part = ${part}`

/** The totals of a question from the cells; null where these do not hold it. */
export async function readTotals(
  context: TotalsContext,
  question: Question,
): Promise<Totals | null> {
  const part = heldPart(context, question)
  if (!part) return null
  const { rows } = await context.db.execute<Record<keyof Totals, string> & { now: boolean }>(sql`
    select ${isNow(question)} as now, ${figure('companies')} as companies, ${figure('evidenced')} as evidenced,
      ${figure('first-loans')} as "firstLoans", ${figure('loans')} as loans, ${figure('times')} as "companyTimes",
      ${figure('disputed')} as disputed, ${figure('fen')} as "drawnFen", ${figure('fen', 5)} as "grantedFen"
    from ${totalCell}
    where ${ofPart(part)} and ${within(question.period)} and ${once(question.period)}
      and (rung = 6 or rung = 5 and measure = 'fen')`)
  const [row] = rows
  if (!row?.now) return null
  return {
    companies: Number(row.companies),
    companyTimes: Number(row.companyTimes),
    loans: Number(row.loans),
    drawnFen: Number(row.drawnFen),
    grantedFen: Number(row.grantedFen),
    evidenced: Number(row.evidenced),
    declared: Number(row.companies) - Number(row.evidenced),
    firstLoans: Number(row.firstLoans),
    disputed: Number(row.disputed),
  }
}

/** The months of a question from the cells; null where these do not hold it. */
export async function readMonths(
  context: TotalsContext,
  question: Question,
): Promise<MonthTotals[] | null> {
  const part = heldPart(context, question)
  if (!part) return null
  const found = await readCells<{
    month: number
    companies: string
    times: string
    fen: string
    fresh: string
  }>(
    context.db,
    question,
    sql`
    select month, ${sumOf(sql`measure = 'companies'`)} as companies, ${figure('times')} as times, ${figure('fen')} as fen,
      ${sumOf(sql`measure = 'companies' and ${once(question.period)}`)} as fresh
    from ${totalCell} where ${ofPart(part)} and ${within(question.period)} and rung = 6 group by month`,
  )
  if (!found) return null
  const rowBy = new Map(found.map((row) => [row.month, row]))
  let companiesSoFar = 0
  return monthsOf(question.period).map((month) => {
    const row = rowBy.get(month)
    companiesSoFar += Number(row?.fresh ?? 0)
    return {
      month,
      companies: Number(row?.companies ?? 0),
      companyTimes: Number(row?.times ?? 0),
      drawnFen: Number(row?.fen ?? 0),
      companiesSoFar,
    }
  })
}

/** One cut of the whole city from the cells, in no order; null where these do not hold it. */
export async function readCut(
  context: TotalsContext,
  question: Question,
  dimension: Dimension,
): Promise<CutTotals[] | null> {
  if (!cellDimensions.some((one) => one === dimension)) return null
  if (heldPart(context, question)?.dimension !== 'all') return null
  const found = await readCells<{ part: string; companies: string; times: string; fen: string }>(
    context.db,
    question,
    sql`
    select part, ${figure('companies')} as companies, ${figure('times')} as times, ${figure('fen')} as fen
    from ${totalCell}
    where dimension = ${dimension} and ${within(question.period)} and ${once(question.period)} and rung = 6 group by part`,
  )
  return (
    found &&
    found.map(({ part, companies, times, fen }) => ({
      key: part === '' ? null : part,
      companies: Number(companies),
      companyTimes: Number(times),
      drawnFen: Number(fen),
    }))
  )
}

/** Rows of cells, beside whether they are of the position that is asked for. */
async function readCells<Row extends Record<string, unknown>>(
  db: Database,
  question: Question,
  cells: SQL,
): Promise<Row[] | null> {
  // Of a row that is not there all columns are null: it goes.
  const { rows } = await db.execute<Row & { now: boolean; there: boolean | null }>(sql`
    select asked.now, found.* from (select ${isNow(question)} as now) as asked
    left join (select true as there, * from (${cells}) as cell) as found on true`)
  if (!rows[0]?.now) return null
  return rows.filter(({ there }) => there) as Row[]
}
