/**
 * How alike a past deal is to a need: what both have in common, each thing with a learned weight. A financier's share of
 * the likeness of all deals is the chance that it finances the need, as far as similar deals tell.
 */
import type { Book, EncodedNeed } from './book'
import { popularityOf } from './popularity'
import { seeded, shuffled } from './random'
import type { Steps } from './steps'
import { compare, traitDesk, traitsOf, type TraitDesk } from './traits'

/** By trait, then how much a further deal with the same company says (a logarithm), then how much popularity does. */
export type LikenessWeights = Float64Array

const AGAIN = -1
const POPULARITY = 2
const BATCH = 64
const RATE = 0.12
const HELD = 0.001

export const likenessNames = (book: Book): string[] => [
  ...traitsOf(book).names,
  'financed again',
  'popularity',
]

/** Scratch of one book, reused from need to need. */
export interface LikenessDesk {
  book: Book
  traits: TraitDesk
  popularity: Float64Array
  /** By deal: how alike it is, and how many of its financiers are new to its company or finance it again. */
  likeness: Float64Array
  news: Float64Array
  agains: Float64Array
  /** By financier: the likeness of its deals. */
  shares: Float64Array
}

export function likenessDesk(book: Book): LikenessDesk {
  const byDeal = () => new Float64Array(book.dealCount)
  return {
    book,
    traits: traitDesk(book),
    popularity: popularityOf(book, 36),
    likeness: byDeal(),
    news: byDeal(),
    agains: byDeal(),
    shares: new Float64Array(book.candidates.length),
  }
}

/** By deal: its financiers that may still be ranked, which are those the company does not know. */
function countParties({ book, news, agains }: LikenessDesk, need: EncodedNeed): void {
  const { at } = book.financiersOf
  for (let deal = 0; deal < book.dealCount; deal += 1) {
    let fresh = 0
    for (let cell = at[deal]!; cell < at[deal + 1]!; cell += 1) fresh += book.isNew[cell]!
    news[deal] = fresh
    agains[deal] = at[deal + 1]! - at[deal]! - fresh
  }
  for (const financier of need.prior)
    for (let row = book.dealsOf.at[financier]!; row < book.dealsOf.at[financier + 1]!; row += 1)
      (book.wasNew[row] === 1 ? news : agains)[book.dealsOf.to[row]!]! -= 1
}

/** Fills the desk for a need; answers the sum of all shares and of what popularity adds. */
export function weigh(desk: LikenessDesk, need: EncodedNeed, weights: LikenessWeights): number {
  const { book, traits, likeness, shares } = desk
  compare(traits, need)
  likeness.fill(0)
  book.fields.forEach(({ deals, rarity }, field) => {
    for (const code of need.codes[field]!) {
      const weight = weights[2 * field]! + weights[2 * field + 1]! * rarity[code]!
      for (let row = deals.at[code]!; row < deals.at[code + 1]!; row += 1)
        likeness[deals.to[row]!]! += weight
    }
  })
  traits.columns.forEach((column, dense) => {
    const weight = weights[2 * book.fields.length + dense]!
    for (let deal = 0; deal < column.length; deal += 1) likeness[deal]! += weight * column[deal]!
  })
  const again = Math.exp(weights[weights.length - 2]!)
  const { at, to } = book.financiersOf
  shares.fill(0)
  for (let deal = 0; deal < likeness.length; deal += 1) {
    const alike = (likeness[deal] = Math.exp(Math.min(likeness[deal]!, 30)))
    for (let cell = at[deal]!; cell < at[deal + 1]!; cell += 1)
      shares[to[cell]!]! += book.isNew[cell] === 1 ? alike : again * alike
  }
  for (const financier of need.prior) shares[financier] = 0
  let sum = 0
  const floor = Math.exp(weights[weights.length - 1]!)
  for (let place = 0; place < shares.length; place += 1)
    sum += shares[place]! + floor * desk.popularity[place]!
  return sum
}

export interface Lesson {
  need: EncodedNeed
  /** Who really financed it. */
  right: Int32Array
}

/** Adds the slope of the mean log share of those who really financed. */
function climb(
  desk: LikenessDesk,
  { need, right }: Lesson,
  weights: LikenessWeights,
  slope: Float64Array,
): void {
  const { book, traits, likeness, news, agains, shares, popularity } = desk
  const sum = weigh(desk, need, weights)
  countParties(desk, need)
  const last = weights.length - 1
  const again = Math.exp(weights[last - 1]!)
  const floor = Math.exp(weights[last]!)
  const pull = new Float64Array(book.dealCount)
  for (const place of right) {
    const mass = right.length * (shares[place]! + floor * popularity[place]!)
    for (let row = book.dealsOf.at[place]!; row < book.dealsOf.at[place + 1]!; row += 1) {
      const deal = book.dealsOf.to[row]!
      const weight = (book.wasNew[row] === 1 ? 1 : again) / mass
      pull[deal]! += weight
      if (book.wasNew[row] !== 1) slope[last - 1]! += weight * likeness[deal]!
    }
    slope[last]! += (floor * popularity[place]!) / mass
  }
  slope[last]! -= floor / sum
  for (let deal = 0; deal < pull.length; deal += 1) {
    const agained = again * agains[deal]!
    slope[last - 1]! -= (likeness[deal]! * agained) / sum
    pull[deal] = likeness[deal]! * (pull[deal]! - (news[deal]! + agained) / sum)
  }
  book.fields.forEach(({ deals, rarity }, field) => {
    for (const code of need.codes[field]!) {
      let pulled = 0
      for (let row = deals.at[code]!; row < deals.at[code + 1]!; row += 1)
        pulled += pull[deals.to[row]!]!
      slope[2 * field]! += pulled
      slope[2 * field + 1]! += pulled * rarity[code]!
    }
  })
  traits.columns.forEach((column, dense) => {
    let pulled = 0
    for (let deal = 0; deal < pull.length; deal += 1) pulled += pull[deal]! * column[deal]!
    slope[2 * book.fields.length + dense]! += pulled
  })
}

/** Learns the weights by maximum likelihood (Adam over small batches), each lesson on the desk of its own book. */
export function* learnLikeness(
  book: Book,
  lessons: readonly { desk: LikenessDesk; lesson: Lesson }[],
  options: { seed: number; rounds: number },
): Steps<LikenessWeights> {
  const random = seeded(options.seed)
  const start = Float64Array.from([...traitsOf(book).start, AGAIN, POPULARITY])
  const weights = start.slice()
  const first = new Float64Array(weights.length)
  const second = new Float64Array(weights.length)
  const steps = Math.ceil(lessons.length / BATCH) * options.rounds
  let step = 0
  for (let round = 0; round < options.rounds; round += 1) {
    const order = shuffled(lessons.length, random)
    for (let from = 0; from < order.length; from += BATCH) {
      const batch = order.subarray(from, from + BATCH)
      const slopes = new Float64Array(weights.length)
      for (const place of batch) {
        yield
        climb(lessons[place]!.desk, lessons[place]!.lesson, weights, slopes)
      }
      step += 1
      const rate = RATE * (1 - 0.9 * (step / steps))
      for (let w = 0; w < weights.length; w += 1) {
        const slope = slopes[w]! / batch.length - HELD * (weights[w]! - start[w]!)
        first[w] = 0.9 * first[w]! + 0.1 * slope
        second[w] = 0.99 * second[w]! + 0.01 * slope * slope
        const length = Math.sqrt(second[w]! / (1 - 0.99 ** step)) + 1e-8
        weights[w]! += (rate * (first[w]! / (1 - 0.9 ** step))) / length
      }
    }
  }
  return weights
}
