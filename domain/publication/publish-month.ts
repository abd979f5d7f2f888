import { and, asc, desc, eq, gte, inArray, lte } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { ledgerCommit, publication, service } from '@/db/schema'
import { whyNotClock } from '../actor'
import { dayOf, monthOf } from '../calendar/calendar'
import { lockName, transact, type Context } from '../context'
import { recordEvent } from '../event/record-event'
import { newId } from '../id'
import { counted, evidenced } from '../ledger/conditions'
import { ledgerFirstDay, type LedgerPosition } from '../ledger/ledger'
import { findLastPosition } from '../ledger/positions'
import { ok, refused, type Result } from '../result'
import { addToMonth, defaultDefinition } from '../totals/totals'
import { YearOfFigures, type PublishedRow } from './judge-figures'
import { dueAt } from './publication'

/** The rows of a month that counted at a position. */
async function readMonth(tx: Database, month: number, position: number): Promise<PublishedRow[]> {
  const rows = await tx
    .select({
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
  return rows as PublishedRow[]
}

/** The year as it was published so far. */
async function readYear(tx: Database, month: number): Promise<YearOfFigures> {
  const year = new YearOfFigures()
  const published = await tx
    .select()
    .from(publication)
    .where(
      and(gte(publication.month, Math.floor(month / 100) * 100), lte(publication.month, month)),
    )
    .orderBy(asc(publication.month))
  for (const one of published)
    year.remember(await readMonth(tx, one.month, one.position), one.windows)
  return year
}

/** Publishes months in their order, each as of a position; what of them is left out stands beside what was published before. */
export async function publishMonths(
  tx: Database,
  months: readonly { month: number; at: Date; position: LedgerPosition['position'] }[],
): Promise<void> {
  const years = new Map<number, YearOfFigures>()
  let number = await tx.$count(publication)
  for (const { month, at, position } of months) {
    const of = Math.floor(month / 100)
    const year = years.get(of) ?? (await readYear(tx, month))
    years.set(of, year)
    const windows = year.publish(month, await readMonth(tx, month, position))
    number++
    const definition = defaultDefinition.code
    await tx.insert(publication).values({ number, month, definition, position, at, windows })
  }
}

/** The month that is published next. */
async function findNext(db: Database): Promise<number> {
  const [last] = await db
    .select({ month: publication.month })
    .from(publication)
    .orderBy(desc(publication.month))
    .limit(1)
  return last ? addToMonth(last.month, 1) : monthOf(ledgerFirstDay)
}

/**
 * The months that are due, in their order: on the 12th of the next. Months before the first publication come with it, once the
 * ledger has something that was known by that day.
 */
export async function listDueMonths(db: Database, now: Date): Promise<{ id: string }[]> {
  const [first] = await db
    .select({ at: ledgerCommit.at })
    .from(ledgerCommit)
    .orderBy(asc(ledgerCommit.position))
    .limit(1)
  if (!first) return []
  const due: { id: string }[] = []
  let latest: Date | null = null
  for (let month = await findNext(db); dueAt(month) <= now; month = addToMonth(month, 1)) {
    due.push({ id: String(month) })
    latest = dueAt(month)
  }
  return latest && first.at < latest ? due : []
}

/** Publishes the next month by the clock, at the position that the ledger has: once, and never changed. */
export async function publishMonth(
  context: Context,
  id: string,
): Promise<Result<string, 'wrong-audience' | 'not-found' | 'wrong-state'>> {
  const no = whyNotClock(context.actor)
  if (no) return refused(no)
  const month = Number(id)
  if (!Number.isInteger(month) || month > monthOf(dayOf(context.now))) return refused('not-found')
  return transact(context, async (tx) => {
    await lockName(tx, 'publish month')
    if (month !== (await findNext(tx)) || dueAt(month) > context.now)
      return refused('wrong-state', { state: id })
    const { position } = await findLastPosition(tx)
    await publishMonths(tx, [{ month, at: context.now, position }])
    await recordEvent(tx, context, 'month.published', newId(), { facts: { month, position } })
    return ok(id)
  })
}
