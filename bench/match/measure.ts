import { sqlState } from '@/domain/context'
import { quantile } from '../request'
import type { Row } from '../row'

/** Instead of an answer: the statement met its time limit. */
export const timedOut = Symbol('timed out')
type TimedOut = typeof timedOut

/** A peer on the database, which may meet the statement's time limit without ending the bench. The application may not. */
export const orTimedOut =
  <Question, Answer>(answer: (question: Question) => PromiseLike<Answer>) =>
  async (question: Question): Promise<Answer | TimedOut> => {
    try {
      return await answer(question)
    } catch (error) {
      if (sqlState(error) !== '57014') throw error
      return timedOut
    }
  }

/** What a variant answered to each question, and how long each took: where it timed out, at least. */
export interface Measured<Answer> {
  answers: Answer[]
  times: number[]
}

/** Asks a variant everything, one after the other; times in ms. The first `warmUp` are asked once before. */
export async function ask<Question, Answer>(
  questions: readonly Question[],
  answer: (question: Question) => Answer | Promise<Answer>,
  warmUp = 0,
): Promise<Measured<Answer>> {
  for (const question of questions.slice(0, warmUp)) await answer(question)
  const measured: Measured<Answer> = { answers: [], times: [] }
  for (const question of questions) {
    const since = performance.now()
    const given = await answer(question)
    measured.times.push(performance.now() - since)
    measured.answers.push(given)
  }
  return measured
}

const A_BLOCK = 20

/**
 * Asks two variants block by block in turn: whatever else the machine does falls on both, and neither finds its caches
 * emptied by the other at every question.
 */
export async function askBoth<Question, One, Other>(
  questions: readonly Question[],
  one: (question: Question) => One | Promise<One>,
  other: (question: Question) => Other | Promise<Other>,
  warmUp: number,
): Promise<[Measured<One>, Measured<Other>]> {
  const ones: Measured<One>[] = []
  const others: Measured<Other>[] = []
  for (let start = 0; start < questions.length; start += A_BLOCK) {
    const block = questions.slice(start, start + A_BLOCK)
    ones.push(await ask(block, one, warmUp))
    others.push(await ask(block, other, warmUp))
  }
  return [joined(ones), joined(others)]
}

const joined = <Answer>(blocks: Measured<Answer>[]): Measured<Answer> => ({
  answers: blocks.flatMap(({ answers }) => answers),
  times: blocks.flatMap(({ times }) => times),
})

/** Two variants disagree: nothing measured about them means anything. */
export class Disagreement extends Error {}

/** Holds every answer that a variant gave against ours. @throws Disagreement at the first that differs */
export function demandSame<Answer>(
  work: string,
  variant: string,
  given: readonly (Answer | TimedOut)[],
  ours: readonly Answer[],
): void {
  given.forEach((answer, place) => {
    if (answer === timedOut) return
    const [theirs, own] = [JSON.stringify(answer), JSON.stringify(ours[place])]
    if (theirs !== own)
      throw new Disagreement(
        `${work}, question ${place + 1}: ${variant} answers ${theirs.slice(0, 300)} and the application ${own?.slice(0, 300)}`,
      )
  })
}

export const p50 = ({ times }: Measured<unknown>) => quantile(times, 0.5)
export const p95 = ({ times }: Measured<unknown>) => quantile(times, 0.95)

/** How many questions timed out, and after how long the first of them. */
function timedOutIn({ answers, times }: Measured<unknown>): Pick<Row, 'timedOut'> {
  const waited = times.filter((_, place) => answers[place] === timedOut)
  if (waited.length === 0) return {}
  return { timedOut: { answers: waited.length, of: times.length, afterMs: Math.min(...waited) } }
}

/**
 * A line of the table. `scale` turns milliseconds into the unit; `ok` says which way the ratio must lie from its reach. A
 * peer that timed out would have taken longer: its ratio is at least what its waiting gives, and must reach with that.
 */
export function rowOf(
  line: Pick<Row, 'work' | 'variant' | 'unit' | 'ratio' | 'reach'>,
  measured: Measured<unknown>,
  scale: number,
  mustBe: 'above' | 'below',
): Row {
  return {
    bench: 'match',
    ...line,
    p50: p50(measured) * scale,
    p95: p95(measured) * scale,
    ...timedOutIn(measured),
    ok: mustBe === 'above' ? line.ratio >= line.reach : line.ratio <= line.reach,
  }
}
