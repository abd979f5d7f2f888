/** What anyone may ask: a published period, in the last publication or in the one that is named. */
import type { Database } from '@/db/client'
import { dayOf, monthOf } from '../calendar/calendar'
import { ledgerFirstDay } from '../ledger/ledger'
import type { Parameters, QuestionTrouble } from '../totals/read-question'
import { monthSchema, monthText, yearToDate, type Period } from '../totals/totals'
import { isPublicPeriod, publicationNumberSchema, type PublishedWindow } from './publication'
import { findPublication, readWindow, type Published } from './queries'

export interface PublicAsked {
  /** Null while nothing is published. */
  published: Published | null
  period: Period
  /** The figures of the period; null where none were published. */
  window: PublishedWindow | null
  /** As an address names it: kept when other parameters change. */
  parameters: Parameters
  /** As an address names it that is to give the same for ever. */
  lasting: Parameters
  trouble: QuestionTrouble | null
}

function monthFrom(text: string | undefined): number | null {
  const parsed = monthSchema.safeParse(text)
  return parsed.success ? parsed.data : null
}

function readPeriod(said: Parameters, last: number): [Period, QuestionTrouble | null] {
  const asked = { from: monthFrom(said.from), to: monthFrom(said.to) }
  const to = asked.to ?? last
  const period = { from: asked.from ?? Math.floor(to / 100) * 100 + 1, to }
  const wrong = (code: QuestionTrouble['code'], parameter: 'from' | 'to') =>
    [period, { code, parameter }] as [Period, QuestionTrouble]
  if (said.from && !asked.from) return wrong('month', 'from')
  if (said.to && !asked.to) return wrong('month', 'to')
  if (period.from > to) return wrong('order', 'from')
  if (to > last) return wrong('unpublished', 'to')
  if (period.from < monthOf(ledgerFirstDay)) return wrong('early', 'from')
  return isPublicPeriod(period) ? [period, null] : wrong('window', 'from')
}

/** Beside a trouble the year to the last published month is answered, and the trouble said. */
export async function readPublic(
  db: Database,
  said: Parameters,
  now: Date,
  wrong: QuestionTrouble | null,
): Promise<PublicAsked> {
  const number = publicationNumberSchema.safeParse(said.asOf).success ? Number(said.asOf) : null
  const named = number === null ? null : await findPublication(db, number)
  const published = named ?? (await findPublication(db))
  const last = published?.month ?? yearToDate(dayOf(now)).to
  const year = { from: Math.floor(last / 100) * 100 + 1, to: last }
  const [asked, wrongPeriod] = published ? readPeriod(said, last) : ([year, null] as const)
  const wrongAsOf: QuestionTrouble | null =
    said.asOf !== undefined && !named ? { code: 'publication', parameter: 'asOf' } : null
  const wrongDefinition: QuestionTrouble | null =
    said.definition !== undefined && published && said.definition !== published.definition
      ? { code: 'definition-public', parameter: 'definition' }
      : null
  const trouble = wrong ?? wrongAsOf ?? wrongPeriod ?? wrongDefinition
  const period = trouble ? year : asked
  const parameters = { from: monthText(period.from), to: monthText(period.to) }
  return {
    published,
    period,
    window: published && (await readWindow(db, period)),
    parameters: named && !trouble ? { ...parameters, asOf: String(named.number) } : parameters,
    lasting: published ? { ...parameters, asOf: String(published.number) } : parameters,
    trouble,
  }
}
