/** What publishes a month: the figures that give nothing away, stored as they stand at a position. Reports are sealed by it. */
import { and, asc, desc, eq, gte, inArray, isNotNull, lte } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { ledgerCommit, publication, publicationRevision, service } from '@/db/schema'
import { monthOf } from '../calendar/calendar'
import { counted, evidenced } from '../ledger/conditions'
import { ledgerFirstDay } from '../ledger/ledger'
import { addToMonth, defaultDefinition, monthsOf } from '../totals/totals'
import { YearOfFigures, type PublishedRow } from './judge-figures'
import { dueAt, type PublishedWindow } from './publication'

/** A row of the ledger that counted at a position. */
export type KnownRow = PublishedRow & { id: string }

/** The rows of a month that counted at a position. */
async function readMonth(tx: Database, month: number, position: number): Promise<KnownRow[]> {
  const rows = await tx
    .select({
      id: service.id,
      rung: service.rung,
      month: service.month,
      companyId: service.companyId,
      financierId: service.financierId,
      financierKind: service.financierKind,
      class: service.class,
      contractKey: service.contractKey,
      amountFen: service.amountFen,
      district: service.district,
      zone: service.zone,
      chains: service.chains,
      isEvidenced: evidenced(position).mapWith(Boolean),
    })
    .from(service)
    .where(and(eq(service.month, month), inArray(service.rung, [5, 6]), counted(position)))
    .orderBy(asc(service.happenedOn), asc(service.id))
  return rows as KnownRow[]
}

/** The year of a month as it was published so far, with its revisions; `take` is given each set of rows that is public. */
export async function readYear(
  tx: Database,
  of: number,
  take: (rows: readonly KnownRow[]) => void = () => {},
): Promise<YearOfFigures> {
  const year = new YearOfFigures()
  const [first, last] = [Math.floor(of / 100) * 100 + 1, Math.floor(of / 100) * 100 + 12]
  const published = await tx
    .select()
    .from(publication)
    .where(and(gte(publication.month, first), lte(publication.month, last)))
    .orderBy(asc(publication.month))
  for (const one of published) {
    const rows = await readMonth(tx, one.month, one.position)
    year.remember(rows, one.windows)
    take(rows)
  }
  const revisions = await tx
    .select()
    .from(publicationRevision)
    .where(and(gte(publicationRevision.month, first), lte(publicationRevision.month, last)))
    .orderBy(asc(publicationRevision.at))
  for (const { month, position } of revisions) {
    const rows = await readMonths(tx, { from: first, to: month }, position)
    year.rememberRevision(rows)
    take(rows)
  }
  return year
}

export async function readMonths(
  tx: Database,
  period: { from: number; to: number },
  position: number,
): Promise<KnownRow[]> {
  const rows: KnownRow[] = []
  for (const month of monthsOf(period)) rows.push(...(await readMonth(tx, month, position)))
  return rows
}

interface MonthAt {
  month: number
  position: number
}

/** The windows of months that follow what is published, each as of a position; nothing is written. */
export async function judgeMonths(
  tx: Database,
  months: readonly MonthAt[],
): Promise<{ month: number; windows: PublishedWindow[] }[]> {
  const years = new Map<number, YearOfFigures>()
  const judged: { month: number; windows: PublishedWindow[] }[] = []
  for (const { month, position } of months) {
    const of = Math.floor(month / 100)
    const year = years.get(of) ?? (await readYear(tx, month))
    years.set(of, year)
    judged.push({ month, windows: year.publish(month, await readMonth(tx, month, position)) })
  }
  return judged
}

/**
 * Publishes months in their order, each as of a position; what of them is left out stands beside what was published before.
 * Answers the number of the last.
 */
export async function publishMonths(
  tx: Database,
  months: readonly (MonthAt & { at: Date })[],
): Promise<number> {
  const judged = await judgeMonths(tx, months)
  let number = await tx.$count(publication)
  for (const [index, { month, at, position }] of months.entries()) {
    number++
    const definition = defaultDefinition.code
    const windows = judged[index]?.windows ?? []
    await tx.insert(publication).values({ number, month, definition, position, at, windows })
  }
  return number
}

/** The month that is published next. */
export async function findNextMonth(db: Database): Promise<number> {
  const [last] = await db
    .select({ month: publication.month })
    .from(publication)
    .orderBy(desc(publication.month))
    .limit(1)
  return last ? addToMonth(last.month, 1) : monthOf(ledgerFirstDay)
}

/**
 * The months that are due, in their order: on the 12th of the next. Months before the first publication come with it, once the
 * ledger has something that was known by that day. They wait for their reports.
 */
export async function listDueMonths(db: Database, now: Date): Promise<{ id: string }[]> {
  const [first] = await db
    .select({ at: ledgerCommit.at })
    .from(ledgerCommit)
    .where(isNotNull(ledgerCommit.position))
    .orderBy(asc(ledgerCommit.position))
    .limit(1)
  if (!first) return []
  const due: { id: string }[] = []
  let latest: Date | null = null
  for (let month = await findNextMonth(db); dueAt(month) <= now; month = addToMonth(month, 1)) {
    due.push({ id: String(month) })
    latest = dueAt(month)
  }
  return latest && first.at < latest ? due : []
}
