import { quantile } from '../request'
import type { Row } from '../row'

/** What a variant answered to each question, and how long each took. */
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
export async function askBoth<Question, Answer>(
  questions: readonly Question[],
  one: (question: Question) => Answer | Promise<Answer>,
  other: (question: Question) => Answer | Promise<Answer>,
  warmUp: number,
): Promise<[Measured<Answer>, Measured<Answer>]> {
  const blocks: [Measured<Answer>, Measured<Answer>][] = []
  for (let start = 0; start < questions.length; start += A_BLOCK) {
    const block = questions.slice(start, start + A_BLOCK)
    blocks.push([await ask(block, one, warmUp), await ask(block, other, warmUp)])
  }
  const all = (at: 0 | 1): Measured<Answer> => ({
    answers: blocks.flatMap((block) => block[at].answers),
    times: blocks.flatMap((block) => block[at].times),
  })
  return [all(0), all(1)]
}

/** Two variants disagree: nothing measured about them means anything. */
export class Disagreement extends Error {}

/** Holds every answer of a variant against ours. @throws Disagreement at the first that differs */
export function demandSame<Answer>(
  work: string,
  variant: string,
  given: readonly Answer[],
  ours: readonly Answer[],
): void {
  given.forEach((answer, place) => {
    const [theirs, own] = [JSON.stringify(answer), JSON.stringify(ours[place])]
    if (theirs !== own)
      throw new Disagreement(
        `${work}, question ${place + 1}: ${variant} answers ${theirs.slice(0, 300)} and the application ${own?.slice(0, 300)}`,
      )
  })
}

export const p50 = ({ times }: Measured<unknown>) => quantile(times, 0.5)
export const p95 = ({ times }: Measured<unknown>) => quantile(times, 0.95)

/** A line of the table. `scale` turns milliseconds into the unit; `ok` says which way the ratio must lie from its reach. */
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
    ok: mustBe === 'above' ? line.ratio >= line.reach : line.ratio <= line.reach,
  }
}
