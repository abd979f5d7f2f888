/**
 * How alike a past deal is to a need: what both have in common, each thing with a learned weight. A financier's share of
 * the likeness is the chance that it finances the need, as far as similar deals tell.
 */
import { seeded, shuffled } from './random'
import type { Book, EncodedNeed } from './book'

/** The learned weights, in the order of `likenessNames`. */
export type LikenessWeights = Float64Array

export const likenessNames = (book: Pick<Book, 'fields' | 'map'>): string[] => [
  ...book.fields.flatMap(({ name }) => [name, `${name}, if rare`]),
  ...book.map.figures.map(({ field }) => `${field}, close`),
  'backed before by the same',
  'backed before by the same, if rare',
  'financed by the same',
  'financed by the same, if rare',
  'years ago',
  'a few months ago',
  'each financier more',
  'financed again',
  'popularity',
]

const START = {
  field: 0.5,
  rare: 1,
  figure: 0.5,
  backers: 1,
  years: -0.4,
  fresh: 0.2,
  crowd: 0,
  again: -1,
  popularity: 2,
}

function startWeights(book: Book): LikenessWeights {
  return Float64Array.from([
    ...book.fields.flatMap(() => [START.field, START.rare]),
    ...book.map.figures.map(() => START.figure),
    START.backers,
    START.backers,
    START.backers,
    START.backers,
    START.years,
    START.fresh,
    START.crowd,
    START.again,
    START.popularity,
  ])
}

/** Scratch of one book, reused from need to need. */
export interface LikenessDesk {
  book: Book
  logs: Float64Array
  likeness: Float64Array
  /** By kind of tie (backed before, financed; each by number and by rarity), by deal. */
  ties: readonly Float64Array[]
  again: Float64Array
  counts: Float64Array
  shares: Float64Array
  popularity: Float64Array
}

export function likenessDesk(book: Book): LikenessDesk {
  return {
    book,
    logs: new Float64Array(book.dealCount),
    likeness: new Float64Array(book.dealCount),
    ties: [0, 1, 2, 3].map(() => new Float64Array(book.dealCount)),
    again: new Float64Array(book.dealCount),
    counts: new Float64Array(book.dealCount),
    shares: new Float64Array(book.candidates.length),
    popularity: popularityOf(
      book,
      36,
      book.months.reduce((a, b) => Math.max(a, b), 0),
    ),
  }
}

/** Each financier's share of all past deals, halved in weight every `halfLife` months, none at zero. */
/** A further deal of a company says this much of what a first one says of whom a financier would newly finance. */
export const AGAIN = 0.2

export function popularityOf(book: Book, halfLife: number, now: number): Float64Array {
  const shares = new Float64Array(book.candidates.length).fill(0.05)
  let sum = 0.05 * shares.length
  const { at, to } = book.financiersOf
  for (let deal = 0; deal < book.dealCount; deal += 1) {
    const weight = 0.5 ** ((now - book.months[deal]!) / halfLife)
    for (let row = at[deal]!; row < at[deal + 1]!; row += 1) {
      const part = book.isNew[row] === 1 ? weight : AGAIN * weight
      shares[to[row]!]! += part
      sum += part
    }
  }
  for (let f = 0; f < shares.length; f += 1) shares[f]! /= sum
  return shares
}

const closeness = (one: number, other: number, width: number) => {
  const off = (one - other) / width
  return off !== off ? 0 : Math.exp(-0.5 * off * off)
}

/** How many of the need's financiers had backed the company of each past deal, and how many are in the deal. */
function tie({ book, ties }: LikenessDesk, need: EncodedNeed): void {
  const lists = [book.backed, book.dealsOf]
  for (const values of ties) values.fill(0)
  lists.forEach(({ at, to }, kind) => {
    const [number, rare] = [ties[2 * kind]!, ties[2 * kind + 1]!]
    for (const financier of need.prior)
      for (let row = at[financier]!; row < at[financier + 1]!; row += 1) {
        number[to[row]!]! += 1
        rare[to[row]!]! += book.rarity[financier]!
      }
  })
  if (need.prior.length > 0)
    for (const values of ties)
      for (let deal = 0; deal < values.length; deal += 1) values[deal] = Math.log1p(values[deal]!)
}

/** Fills the desk with the likeness of every past deal and each financier's sum; answers the sum over all financiers. */
export function weigh(desk: LikenessDesk, need: EncodedNeed, weights: LikenessWeights): number {
  const { book, logs, likeness, ties, counts, again, shares } = desk
  const { fields, map } = book
  logs.fill(0)
  fields.forEach(({ deals, rarity }, field) => {
    for (const code of need.codes[field]!) {
      const weight = weights[2 * field]! + weights[2 * field + 1]! * rarity[code]!
      for (let row = deals.at[code]!; row < deals.at[code + 1]!; row += 1)
        logs[deals.to[row]!]! += weight
    }
  })
  let next = 2 * fields.length
  map.figures.forEach(({ width }, figure) => {
    const weight = weights[next]!
    next += 1
    const value = need.figures[figure]!
    const values = book.figures[figure]!
    if (value !== value) return
    for (let deal = 0; deal < logs.length; deal += 1)
      logs[deal]! += weight * closeness(value, values[deal]!, width)
  })
  tie(desk, need)
  const tieWeights = [0, 1, 2, 3].map((step) => weights[next + step]!)
  const [years, fresh, crowd, follow, prior] = [4, 5, 6, 7, 8].map((step) => weights[next + step]!)
  const part = Math.exp(follow!)
  const { at, to } = book.financiersOf
  for (let deal = 0; deal < logs.length; deal += 1) {
    let fresher = 0
    for (let cell = at[deal]!; cell < at[deal + 1]!; cell += 1) fresher += book.isNew[cell]!
    counts[deal] = fresher
    again[deal] = at[deal + 1]! - at[deal]! - fresher
  }
  for (const financier of need.prior)
    for (let row = book.dealsOf.at[financier]!; row < book.dealsOf.at[financier + 1]!; row += 1) {
      const deal = book.dealsOf.to[row]!
      if (book.wasNew[row] === 1) counts[deal]! -= 1
      else again[deal]! -= 1
    }
  shares.fill(0)
  const [t0, t1, t2, t3] = ties as [Float64Array, Float64Array, Float64Array, Float64Array]
  for (let deal = 0; deal < logs.length; deal += 1) {
    const age = Math.max(0, need.month - book.months[deal]!) / 12
    const log =
      logs[deal]! +
      tieWeights[0]! * t0[deal]! +
      tieWeights[1]! * t1[deal]! +
      tieWeights[2]! * t2[deal]! +
      tieWeights[3]! * t3[deal]! +
      years! * age +
      fresh! * Math.exp(-2 * age) +
      crowd! * Math.log(Math.max(1, at[deal + 1]! - at[deal]!))
    const alike = Math.exp(Math.min(log, 30))
    likeness[deal] = alike
    for (let row = at[deal]!; row < at[deal + 1]!; row += 1)
      shares[to[row]!]! += book.isNew[row] === 1 ? alike : part * alike
  }
  for (const financier of need.prior) shares[financier] = 0
  let sum = 0
  const floor = Math.exp(prior!)
  for (let f = 0; f < shares.length; f += 1) sum += shares[f]! + floor * desk.popularity[f]!
  return sum
}

/** Adds the gradient of the mean log share of those who really financed; answers that mean. */
function climb(
  desk: LikenessDesk,
  need: EncodedNeed,
  right: Int32Array,
  weights: LikenessWeights,
  gradient: Float64Array,
): number {
  const { book, likeness, counts, again, ties, shares } = desk
  const sum = weigh(desk, need, weights)
  const last = weights.length - 1
  const floor = Math.exp(weights[last]!)
  const part = Math.exp(weights[last - 1]!)
  const pull = new Float64Array(book.dealCount)
  let fit = 0
  for (const f of right) {
    const mass = shares[f]! + floor * desk.popularity[f]!
    fit += Math.log(mass / sum) / right.length
    for (let row = book.dealsOf.at[f]!; row < book.dealsOf.at[f + 1]!; row += 1) {
      const weight = (book.wasNew[row] === 1 ? 1 : part) / (right.length * mass)
      const deal = book.dealsOf.to[row]!
      pull[deal]! += weight
      if (book.wasNew[row] !== 1) gradient[last - 1]! += weight * likeness[deal]!
    }
    gradient[last]! += (floor * desk.popularity[f]!) / (mass * right.length)
  }
  gradient[last]! -= floor / sum
  for (let deal = 0; deal < pull.length; deal += 1) {
    gradient[last - 1]! -= (likeness[deal]! * part * again[deal]!) / sum
    pull[deal] = likeness[deal]! * (pull[deal]! - (counts[deal]! + part * again[deal]!) / sum)
  }
  book.fields.forEach(({ deals, rarity }, field) => {
    for (const code of need.codes[field]!) {
      let pulled = 0
      for (let row = deals.at[code]!; row < deals.at[code + 1]!; row += 1)
        pulled += pull[deals.to[row]!]!
      gradient[2 * field]! += pulled
      gradient[2 * field + 1]! += pulled * rarity[code]!
    }
  })
  let next = 2 * book.fields.length
  book.map.figures.forEach(({ width }, figure) => {
    const value = need.figures[figure]!
    const values = book.figures[figure]!
    if (value === value)
      for (let deal = 0; deal < pull.length; deal += 1)
        gradient[next]! += pull[deal]! * closeness(value, values[deal]!, width)
    next += 1
  })
  const { at } = book.financiersOf
  for (let deal = 0; deal < pull.length; deal += 1) {
    const age = Math.max(0, need.month - book.months[deal]!) / 12
    ties.forEach((values, kind) => (gradient[next + kind]! += pull[deal]! * values[deal]!))
    gradient[next + 4]! += pull[deal]! * age
    gradient[next + 5]! += pull[deal]! * Math.exp(-2 * age)
    gradient[next + 6]! += pull[deal]! * Math.log(Math.max(1, at[deal + 1]! - at[deal]!))
  }
  return fit
}

export interface Lesson {
  need: EncodedNeed
  right: Int32Array
}

/** Learns the weights by maximum likelihood (Adam over small batches), each lesson on the desk of its own book. */
export function learnLikeness(
  book: Book,
  lessons: readonly { desk: LikenessDesk; lesson: Lesson }[],
  options: { seed: number; rounds: number },
): LikenessWeights {
  const random = seeded(options.seed)
  const weights = startWeights(book)
  const start = weights.slice()
  const first = new Float64Array(weights.length)
  const second = new Float64Array(weights.length)
  const BATCH = 64
  const total = Math.ceil(lessons.length / BATCH) * options.rounds
  let step = 0
  for (let round = 0; round < options.rounds; round += 1) {
    const order = shuffled(lessons.length, random)
    for (let from = 0; from < order.length; from += BATCH) {
      const batch = order.subarray(from, from + BATCH)
      const gradient = new Float64Array(weights.length)
      for (const place of batch) {
        const { desk, lesson } = lessons[place]!
        climb(desk, lesson.need, lesson.right, weights, gradient)
      }
      step += 1
      const rate = 0.12 * (1 - 0.9 * (step / total))
      for (let w = 0; w < weights.length; w += 1) {
        const slope = gradient[w]! / batch.length - 0.001 * (weights[w]! - start[w]!)
        first[w] = 0.9 * first[w]! + 0.1 * slope
        second[w] = 0.99 * second[w]! + 0.01 * slope * slope
        weights[w]! +=
          (rate * first[w]!) /
          (1 - 0.9 ** step) /
          (Math.sqrt(second[w]! / (1 - 0.99 ** step)) + 1e-8)
      }
    }
  }
  return weights
}
