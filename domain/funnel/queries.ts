/** Needs from publishing to the money, as of now: what each step's figures count is what they open. */
import { asc, eq, sql } from 'drizzle-orm'
import { introduction, need, offer, organisation, profile } from '@/db/schema'
import type { OfficialActor } from '../actor'
import { workingTimeBetween } from '../calendar/calendar'
import { noteLooks } from '../consent/note-looks'
import type { Context } from '../context'
import { isLive, waitsForFinancier } from '../introduction/introduction'
import { needsAsked } from '../totals/needs-asked'
import { percentile, SAMPLE_LEAST } from '../totals/percentile'
import type { Question } from '../totals/totals'
import {
  dueOfNeed,
  furthestOf,
  funnelSteps,
  inWorkingDays,
  standingAt,
  standings,
  stepsTaken,
  type FunnelStep,
  type NeedStanding,
} from './funnel'

type Asked = Pick<Question, 'period' | 'until' | 'cut'>

/** The needs of a question that were published, the oldest first, with what their introductions did. */
export async function listFunnelNeeds(context: Context<OfficialActor>, question: Asked) {
  const { db } = context
  const needs = await db
    .select({
      id: need.id,
      code: need.code,
      companyId: need.organisationId,
      companyName: organisation.name,
      state: need.state,
      classes: need.classes,
      amountFen: need.amountFen,
      publishedAt: need.publishedAt,
      answerDueAt: need.answerDueAt,
      firstAnswerAt: need.firstAnswerAt,
    })
    .from(need)
    .innerJoin(organisation, eq(organisation.id, need.organisationId))
    .leftJoin(profile, eq(profile.organisationId, organisation.id))
    .where(needsAsked(context, question))
    .orderBy(asc(need.publishedAt), asc(need.id))
  const talks = await db
    .select({
      needId: introduction.needId,
      financierId: introduction.financierId,
      state: introduction.state,
      dueAt: introduction.dueAt,
      isAccepted: sql<boolean>`exists (select 1 from ${offer} where ${offer.introductionId} = ${introduction.id} and ${offer.state} = 'accepted')`,
      contact: introduction.contactedAt,
      file: introduction.fileCompleteAt,
      decision: introduction.approvedAt,
      drawing: introduction.drawnAt,
    })
    .from(introduction)
    .innerJoin(need, eq(need.id, introduction.needId))
    .innerJoin(organisation, eq(organisation.id, need.organisationId))
    .leftJoin(profile, eq(profile.organisationId, organisation.id))
    .where(needsAsked(context, question))
  const talksOf = new Map<string, typeof talks>()
  for (const talk of talks) talksOf.set(talk.needId, [...(talksOf.get(talk.needId) ?? []), talk])
  return needs.flatMap(({ firstAnswerAt, publishedAt, ...row }) => {
    if (!publishedAt) return []
    const own = talksOf.get(row.id) ?? []
    const first = (step: Exclude<FunnelStep, 'answer'>) => earliest(own.map((talk) => talk[step]))
    const found = {
      ...row,
      publishedAt,
      isOpen: row.state === 'published',
      at: {
        answer: firstAnswerAt,
        contact: first('contact'),
        file: first('file'),
        decision: first('decision'),
        drawing: first('drawing'),
      },
      live: own.filter(({ state }) => isLive(state)),
    }
    return [{ ...found, dueAt: dueOfNeed(found) }]
  })
}
export type FunnelRow = Awaited<ReturnType<typeof listFunnelNeeds>>[number]

function earliest(moments: readonly (Date | null)[]): Date | null {
  const known = moments.filter((one) => one !== null)
  return known.length > 0 ? new Date(Math.min(...known.map(Number))) : null
}

const DAY_MS = 86_400_000

/** The days of a step, from the one before it: working or calendar days; null where one of the two is not known. */
function daysOf(row: FunnelRow, step: FunnelStep): number | null {
  const before = funnelSteps[funnelSteps.indexOf(step) - 1]
  const [from, to] = [before ? row.at[before] : row.publishedAt, row.at[step]]
  if (!from || !to || to < from) return null
  return inWorkingDays[step]
    ? workingTimeBetween(from, to)
    : (to.getTime() - from.getTime()) / DAY_MS
}

/** Median and P90 of days; null of too few. */
export interface Spread {
  count: number
  median: number
  p90: number
}

function spreadOf(days: readonly (number | null)[]): Spread | null {
  const sorted = days.filter((one) => one !== null).toSorted((a, b) => a - b)
  if (sorted.length < SAMPLE_LEAST) return null
  return { count: sorted.length, median: percentile(sorted, 0.5), p90: percentile(sorted, 0.9) }
}

export interface FunnelLine {
  step: FunnelStep
  came: number
  counts: Record<NeedStanding, number>
  days: Spread | null
}

/** What the needs of a question came to, step by step, and the days from publishing to the money. */
export function funnelOf(rows: readonly FunnelRow[], now: Date) {
  const lines = funnelSteps.map((step): FunnelLine => {
    const at = rows.map((row) => standingAt(row, step, now)).filter((one) => one !== null)
    const count = (standing: NeedStanding) => at.filter((one) => one === standing).length
    return {
      step,
      came: at.length,
      counts: Object.fromEntries(standings.map((one) => [one, count(one)])) as FunnelLine['counts'],
      days: spreadOf(rows.map((row) => daysOf(row, step))),
    }
  })
  const whole = rows.map(({ publishedAt, at }) =>
    at.drawing ? (at.drawing.getTime() - publishedAt.getTime()) / DAY_MS : null,
  )
  return { lines, days: spreadOf(whole) }
}

export const NEEDS_A_PAGE = 50

/** Those of them that a page shows are looks. */
export function noteNeeds(context: Context<OfficialActor>, shown: readonly FunnelRow[]) {
  const companies = shown.map(({ companyId }) => companyId)
  return noteLooks(context, companies, ['identity'], 'list')
}

/** The needs behind a figure: those that stand so at a step; without a step those that stand so at any, or are through with all. */
export function needsBehind(
  rows: readonly FunnelRow[],
  step: FunnelStep | null,
  standing: NeedStanding | null,
  now: Date,
): FunnelRow[] {
  if (step === null && standing === null) return [...rows]
  if (standing === 'went-on' && step === null)
    return rows.filter((row) => stepsTaken(row) === funnelSteps.length)
  return rows.filter((row) => {
    if (step === null) return funnelSteps.some((one) => standingAt(row, one, now) === standing)
    const at = standingAt(row, step, now)
    return standing === null ? at !== null : at === standing
  })
}

export interface Wait {
  /** A financier's id, *company*, or *nobody* where none has answered. */
  who: string
  /** The needs that are late and wait for it; one may wait for several. */
  needs: string[]
  /** When the clock of the longest ran out. */
  since: Date
}

/** Whom a late need waits for: the furthest of its talks; each financier of several. */
export function waitedFor(row: FunnelRow, now: Date): string[] {
  const isLate = funnelSteps.some((step) => standingAt(row, step, now) === 'overdue')
  if (!isLate) return []
  const talks = furthestOf(row.live)
  if (talks.length === 0) return ['nobody']
  return [
    ...new Set(
      talks.map(({ state, financierId, isAccepted }) =>
        waitsForFinancier(state, isAccepted) ? financierId : 'company',
      ),
    ),
  ]
}

/** Whom the late needs wait for, the most needs first. */
export function waitsOf(rows: readonly FunnelRow[], now: Date): Wait[] {
  const found = new Map<string, Wait>()
  for (const row of rows)
    for (const who of waitedFor(row, now)) {
      const wait = found.get(who) ?? { who, needs: [], since: now }
      wait.needs.push(row.id)
      if (row.dueAt && row.dueAt < wait.since) wait.since = row.dueAt
      found.set(who, wait)
    }
  return [...found.values()].toSorted(
    (a, b) => b.needs.length - a.needs.length || Number(a.since) - Number(b.since),
  )
}
