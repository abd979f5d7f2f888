/** Learns from a history how much each evidence counts, on later stretches of the history that the evidence had not seen. */
import { encode, openBook, type Book } from './book'
import { learnChoice, type Choice } from './choice'
import { evidenceDesk, gather, type EvidenceDesk } from './evidence'
import {
  learnLikeness,
  likenessDesk,
  likenessNames,
  type Lesson,
  type LikenessDesk,
} from './likeness'
import { seeded, shuffled } from './random'
import type { Deal, FieldMap, KnownFinancier, Weight } from './ranking'
import { cut } from './slices'
import type { Steps } from './steps'
import { learnTrees, meanMoves, type Tree } from './trees'

/** Fixed for every task; `docs/matching.md` says how they were found. */
const STRETCHES = 8
const SHARE = 0.12
const MOST_LESSONS = 2500
const ROUNDS = 2
const HARD = 120
const EASY = 60
const HOLD = 0.01
const STEPS = 60

export interface Ranking {
  seed: number
  desk: EvidenceDesk
  weights: Float64Array
  trees: readonly Tree[]
  likenessWeights: readonly Weight[]
  evidenceWeights: readonly Weight[]
  /** How far the trees move a financier by each evidence, on average. */
  treeMoves: readonly Weight[]
  lessons: number
}

/** What really happened after a book was closed; without those it had never seen and those the company knew. */
function lessonsOf(book: Book, after: readonly Deal[]): Lesson[] {
  return after.flatMap((deal) => {
    const need = encode(book, deal)
    const prior = new Set(need.prior)
    const right = [...new Set(deal.financiers.flatMap((id) => book.placeOf.get(id) ?? []))]
    const news = right.filter((place) => !prior.has(place))
    return news.length === 0 ? [] : [{ need, right: Int32Array.from(news) }]
  })
}

function choiceOf(desk: EvidenceDesk, { need, right }: Lesson, random: () => number): Choice {
  gather(desk, need)
  const { columns, logPopularity } = desk
  const left = new Set<number>([...need.prior, ...right])
  const likely = columns[0]!.map((value, place) => value + logPopularity[place]!)
  const others = Array.from(likely.keys())
    .filter((place) => !left.has(place))
    .sort((one, other) => likely[other]! - likely[one]! || one - other)
  const hard = others.slice(0, HARD)
  const rest = others.slice(HARD)
  const easy =
    rest.length <= EASY
      ? rest
      : Array.from({ length: EASY }, () => rest[Math.floor(random() * rest.length)]!)
  const rows = [...right, ...hard, ...easy]
  const evidence = new Float32Array(rows.length * columns.length)
  rows.forEach((place, row) =>
    columns.forEach((column, at) => (evidence[row * columns.length + at] = column[place]!)),
  )
  const eachStandsFor = Math.log(rest.length / Math.max(1, easy.length))
  return {
    evidence,
    right: right.length,
    standsFor: Float64Array.from(rows, (_, row) =>
      row < right.length + hard.length ? 0 : eachStandsFor,
    ),
  }
}

/** A part of the lessons, drawn by lot, but in their order. */
function draw<Drawn>(all: readonly Drawn[], most: number, random: () => number): Drawn[] {
  if (all.length <= most) return [...all]
  return [...shuffled(all.length, random).subarray(0, most)]
    .sort((a, b) => a - b)
    .map((place) => all[place]!)
}

/** Takes seconds to half a minute, in steps; `most` lessons are drawn by lot where the history holds more. */
export function* learnRanking(
  deals: readonly Deal[],
  known: readonly KnownFinancier[],
  map: FieldMap,
  { seed, most = MOST_LESSONS }: { seed: number; most?: number },
): Steps<Ranking> {
  const random = seeded(seed)
  const lessons: { desk: LikenessDesk; lesson: Lesson }[] = []
  for (const { before, after } of cut(deals, STRETCHES, SHARE, seed)) {
    if (lessons.length >= most) break
    yield
    const desk = likenessDesk(openBook(before, known, map))
    lessons.push(...lessonsOf(desk.book, after).map((lesson) => ({ desk, lesson })))
  }
  const full = openBook(deals, known, map)
  const drawn = draw(lessons, most, random)
  const likeness = yield* learnLikeness(full, drawn, { seed, rounds: ROUNDS })
  const desks = new Map(
    [...new Set(drawn.map(({ desk }) => desk))].map((desk) => [
      desk,
      evidenceDesk(desk.book, likeness),
    ]),
  )
  const choices: Choice[] = []
  for (const { desk, lesson } of drawn) {
    yield
    choices.push(choiceOf(desks.get(desk)!, lesson, random))
  }
  const desk = evidenceDesk(full, likeness)
  const weights = yield* learnChoice(choices, desk.names.length, HOLD, STEPS)
  const trees = choices.length === 0 ? [] : yield* learnTrees(choices, weights, seed)
  const named = (names: readonly string[], values: Float64Array): Weight[] =>
    names.map((name, place) => ({ name, thousandths: Math.round(1000 * values[place]!) }))
  return {
    seed,
    desk,
    weights,
    trees,
    likenessWeights: named(likenessNames(full), likeness),
    evidenceWeights: named(desk.names, weights),
    treeMoves: named(desk.names, meanMoves(trees, choices, weights.length)),
    lessons: choices.length,
  }
}
