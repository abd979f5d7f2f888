import { sql } from 'drizzle-orm'
import * as fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { testDatabase } from '@/db/testing'
import type { PublicActor } from '@/domain/actor'
import type { Context } from '@/domain/context'
import type { PublishedRow } from '@/domain/publication/judge-figures'
import {
  dueAt,
  publicDimensions,
  windowsOf,
  type PublishedCell,
  type PublishedWindow,
} from '@/domain/publication/publication'
import { publishMonths } from '@/domain/publication/publish-month'
import { answersOf, pinned, systemsOf } from '@/domain/testing/attacker'
import { NOW } from '@/domain/testing/cast'
import { writeLedger } from '@/domain/testing/ledger'
import type { QuestionTrouble } from '@/domain/totals/read-question'
import { monthsOf, monthText, samePeriodLastYear, type Period } from '@/domain/totals/totals'
import { readPublicTotals, type PublicTotals } from './public-totals'
import { alsoOf, fileQuery, publicCuts, type PublicCut } from './schemas'

const database = testDatabase()
let anyone: Context<PublicActor>
const months = monthsOf({ from: 202301, to: 202404 })
const periods = months.flatMap(windowsOf)
/** The rows as they counted when they were published: all of them, for each month has one position here. */
let rows: PublishedRow[]

beforeAll(async () => {
  const db = database()
  anyone = { actor: { audience: 'public' }, now: NOW, db }
  await writeLedger(db, 20240516, 1000)
  const { rows: found } = await db.execute(
    sql`select max(position)::int as last from ledger_commit`,
  )
  const position = Number((found[0] as { last: number }).last)
  await publishMonths(
    db,
    months.map((month) => ({ month, at: dueAt(month), position })),
  )
  const counted = await db.execute(sql`
    select rung, month, company_id as "companyId", financier_id as "financierId", financier_kind as "financierKind",
      class, contract_key as "contractKey", amount_fen::float8 as "amountFen", district, zone, chains,
      contract_no is not null and state in ('confirmed', 'verified') as "isEvidenced"
    from service where month between 202301 and 202404 and rung in (5, 6) and state not in ('voided', 'disputed')`)
  rows = counted.rows as unknown as PublishedRow[]
}, 120_000)

const ask = (params: Record<string, string>) => readPublicTotals(anyone, params, alsoOf(fileQuery))

const spanOf = ({ from, to }: Period) => ({ from: monthText(from), to: monthText(to) })
const nameOf = ({ from, to }: Period) => `${from} ${to}`

/** Every answer that there is: each period, each cut, in each publication since. */
async function everyAnswer() {
  const answers: { period: Period; by: PublicCut | null; read: PublicTotals }[] = []
  for (const period of periods)
    for (const by of [null, ...publicCuts])
      for (const [index, month] of months.entries()) {
        if (month < period.to || (index + 1) % 4 !== 0) continue
        const read = await ask({ ...spanOf(period), ...(by && { by }), asOf: String(index + 1) })
        if (read.trouble) expect([by, read.trouble.code]).toEqual([by, 'quarters'])
        else answers.push({ period, by, read })
      }
  return answers
}

const figuresOf = ({ window, rows: parts, months: table }: PublicTotals) => ({
  totals: window?.totals ?? null,
  parts,
  months: table,
})

test('no adding and subtracting of all answers, of any publication, tells of one or two companies', async () => {
  const answers = await everyAnswer()
  expect(answers.length).toBeGreaterThan(150)
  const first = new Map<string, string>()
  const windows = new Map<string, PublishedWindow>()
  for (const { period, by, read } of answers) {
    // A period is the same in every publication: their difference is nothing.
    const text = JSON.stringify(figuresOf(read))
    const key = `${nameOf(period)} ${by}`
    expect(first.get(key) ?? text).toBe(text)
    first.set(key, text)
    const window = windows.get(nameOf(period)) ?? { ...period, totals: null, cuts: null }
    window.totals = read.window?.totals ?? null
    if (by !== null && by !== 'month' && read.rows)
      window.cuts = { ...(window.cuts ?? {}), [by]: read.rows } as PublishedWindow['cuts']
    windows.set(nameOf(period), window)
  }
  // What stands beside it (the year before, the months of a year) is of other answers, so that it adds nothing.
  for (const { period, by, read } of answers) {
    for (const part of read.rows ?? []) {
      const then = windows.get(nameOf(samePeriodLastYear(period)))
      const cells = then?.cuts?.[by as (typeof publicDimensions)[number]]
      const cell = cells?.find(({ key }) => key === part.key)
      expect(part.companiesThen).toBe(cell ? (cell.shown?.companies ?? null) : cells ? 0 : null)
    }
    const yearTo = (to: number) =>
      windows.get(nameOf({ from: Math.floor(to / 100) * 100 + 1, to }))?.totals ?? null
    for (const { month, companiesSoFar, shown } of read.months ?? []) {
      const now = yearTo(month)
      const before = month % 100 === 1 ? { companyTimes: 0, drawnFen: 0 } : yearTo(month - 1)
      expect(companiesSoFar).toBe(now?.companies ?? null)
      expect(shown).toEqual(
        now && before
          ? {
              companyTimes: now.companyTimes - before.companyTimes,
              drawnFen: now.drawnFen - before.drawnFen,
            }
          : null,
      )
    }
  }
  let [shown, hidden] = [0, 0]
  for (const year of [2023, 2024]) {
    const own = [...windows.values()].filter(({ to }) => Math.floor(to / 100) === year)
    const ofYear = rows.filter(({ month }) => Math.floor(month / 100) === year)
    for (const [name, system] of Object.entries(systemsOf(ofYear, answersOf(ofYear, own))))
      expect([year, name, pinned(system)]).toEqual([year, name, null])
    for (const cells of own.flatMap(({ cuts }) => Object.values(cuts ?? {})).flat())
      if (cells.shown) shown++
      else hidden++
  }
  expect([shown, hidden].every((count) => count > 10)).toBe(true)
  // The attack works: with one small part shown, it names whose it is.
  const [tight] = [...windows.values()].flatMap((window) =>
    publicDimensions.flatMap((by) =>
      (window.cuts?.[by] ?? [])
        .filter(({ shown: figures }) => !figures)
        .map((cell) => ({ window, by, cell })),
    ),
  )
  if (!tight) throw new Error('nothing is hidden')
  const figures = { companies: 1, companyTimes: 1, drawnFen: 1 }
  const opened: PublishedCell = { ...tight.cell, shown: figures }
  const cuts = {
    ...tight.window.cuts,
    [tight.by]: tight.window.cuts?.[tight.by].map((cell) => (cell === tight.cell ? opened : cell)),
  } as PublishedWindow['cuts']
  const year = Math.floor(tight.window.to / 100)
  const own = [...windows.values()].filter(({ to }) => Math.floor(to / 100) === year)
  const ofYear = rows.filter(({ month }) => Math.floor(month / 100) === year)
  const given = own.map((window) => (window === tight.window ? { ...window, cuts } : window))
  const found = Object.values(systemsOf(ofYear, answersOf(ofYear, given))).map(pinned)
  expect(found.some((one) => one !== null)).toBe(true)
}, 300_000)

/** What only the data can say of an address that its schema takes. */
const ofData: readonly QuestionTrouble['code'][] = [
  'order',
  'unpublished',
  'early',
  'window',
  'quarters',
  'publication',
  'definition-public',
]

test('an address that the schema refuses is refused, and one that it takes only for what is published', async () => {
  const mostly = (good: string[], bad: string[]) =>
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...good) },
      { weight: 1, arbitrary: fc.constantFrom(...bad) },
    )
  const words = {
    from: mostly(['2024-01', '2024-04', '2023-01', '2099-01'], ['2024-13', '24-1', 'x']),
    to: mostly(['2024-03', '2024-04', '2023-12'], ['2024-00', '202404']),
    by: mostly(['month', 'chain', 'class'], ['qualification', 'financier', 'Chain']),
    asOf: mostly(['16', '1', '99'], ['1234567', '-1', '2024-05-01T00:00:00Z']),
    definition: mostly(['2024-03', '2024-03-contact'], ['2020-01']),
    language: mostly(['zh', 'en'], ['fr']),
  }
  let [taken, refused] = [0, 0]
  await fc.assert(
    fc.asyncProperty(fc.record(words, { requiredKeys: [] }), async (params) => {
      const { trouble } = await ask(params)
      if (!fileQuery.safeParse(params).success) {
        refused++
        expect(trouble).not.toBeNull()
        return
      }
      taken++
      if (trouble) expect(ofData).toContain(trouble.code)
    }),
    { numRuns: 300 },
  )
  expect(Math.min(taken, refused)).toBeGreaterThan(10)
})

test('a cut within a quarter is refused in words, where a table of it would be empty', async () => {
  const read = await ask({ from: '2024-01', to: '2024-04', by: 'chain' })
  expect(read.trouble).toEqual({ code: 'quarters', parameter: 'by' })
  const whole = await ask({ from: '2024-01', to: '2024-04', by: 'month' })
  expect(whole.trouble).toBeNull()
})
