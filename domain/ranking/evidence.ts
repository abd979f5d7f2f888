/**
 * What the history says of a need and every financier, one column a kind of evidence. Shares are logarithms of how many
 * times likelier than by the next wider evidence; nothing seen gives 0 or a little less, never minus infinity.
 */
import { likenessDesk, weigh, type LikenessDesk, type LikenessWeights } from './likeness'
import { AGAIN, lastMonth, popularityOf } from './popularity'
import { relate } from './relations'
import type { Book, EncodedNeed } from './book'

const LEAN = 6
const HALF_LIFE = 36
const FRESH = 8
/** A figure further off than this counts as another. */
const NEAR = 1e-4

export interface EvidenceDesk {
  likeness: LikenessDesk
  weights: LikenessWeights
  names: readonly string[]
  /** By column, by financier. */
  columns: readonly Float64Array[]
  logPopularity: Float64Array
  fixed: ReadonlyMap<string, Float64Array>
  decay: Float64Array
}

function evidenceNames({ map }: Pick<Book, 'map'>): string[] {
  return [
    'similar needs',
    'popularity',
    'lately',
    'deals',
    'since last',
    'since first',
    ...map.ladders.flatMap(({ fields }) => fields),
    ...map.facets,
    ...map.crosses.map(([one, other]) => `${one} × ${other}`),
    ...map.figures.map(({ field }) => field),
    'financed together',
    'financed together, at second hand',
    'home',
    'home unknown',
  ]
}

export function evidenceDesk(book: Book, weights: LikenessWeights): EvidenceDesk {
  const likeness = likenessDesk(book)
  const now = lastMonth(book)
  const lately = popularityOf(book, FRESH)
  const count = book.candidates.length
  const fixed = new Map<string, Float64Array>()
  const column = (name: string, value: (f: number) => number) =>
    fixed.set(
      name,
      Float64Array.from({ length: count }, (_, f) => value(f)),
    )
  const ages = (f: number) =>
    Array.from(
      book.dealsOf.to.subarray(book.dealsOf.at[f]!, book.dealsOf.at[f + 1]!),
      (deal) => now - book.months[deal]!,
    )
  const logPopularity = likeness.popularity.map(Math.log)
  column('popularity', (f) => logPopularity[f]!)
  column('lately', (f) => Math.log(lately[f]!) - logPopularity[f]!)
  column('deals', (f) => Math.log(book.dealsOf.at[f + 1]! - book.dealsOf.at[f]!))
  column('since last', (f) => Math.log1p(Math.min(...ages(f))))
  column('since first', (f) => Math.log1p(Math.max(...ages(f))))
  const names = evidenceNames(book)
  return {
    likeness,
    weights,
    names,
    columns: names.map(() => new Float64Array(count)),
    logPopularity,
    fixed,
    decay: Float64Array.from(book.months, (month) => 0.5 ** ((now - month) / HALF_LIFE)),
  }
}

/** Adds a deal to those in it; answers by how much in all. */
function countDeal(desk: EvidenceDesk, deal: number, weight: number, counts: Float64Array): number {
  const { book } = desk.likeness
  const { at, to } = book.financiersOf
  let sum = 0
  for (let cell = at[deal]!; cell < at[deal + 1]!; cell += 1) {
    const part = book.isNew[cell] === 1 ? weight : AGAIN * weight
    counts[to[cell]!]! += part
    sum += part
  }
  return sum
}

/** Counts the deals with these values; answers their sum. */
function countInto(
  desk: EvidenceDesk,
  field: number,
  codes: Int32Array,
  counts: Float64Array,
): number {
  const { deals } = desk.likeness.book.fields[field]!
  counts.fill(0)
  let sum = 0
  for (const code of codes)
    for (let row = deals.at[code]!; row < deals.at[code + 1]!; row += 1)
      sum += countDeal(desk, deals.to[row]!, desk.decay[deals.to[row]!]!, counts)
  return sum
}

/** Fills the columns for one need. */
export function gather(desk: EvidenceDesk, need: EncodedNeed): void {
  const { book, popularity, shares, traits } = desk.likeness
  const count = book.candidates.length
  const sum = weigh(desk.likeness, need, desk.weights)
  const floor = Math.exp(desk.weights[desk.weights.length - 1]!)
  const column = new Map(desk.names.map((name, place) => [name, desk.columns[place]!]))
  for (const [name, values] of desk.fixed) column.get(name)!.set(values)
  const similar = column.get('similar needs')!
  for (let f = 0; f < count; f += 1)
    similar[f] = Math.log((shares[f]! + floor * popularity[f]!) / sum) - desk.logPopularity[f]!
  const byField = new Map<string, Float64Array>()
  let field = 0
  const counts = new Float64Array(count)
  const lean = (
    name: string,
    wider: Float64Array,
    codes: Int32Array,
    into: Float64Array,
  ): Float64Array => {
    const total = countInto(desk, field, codes, counts)
    const narrow = new Float64Array(count)
    // Most have nothing here, and all of these share one figure: the logarithm is the dear part.
    const nothing = Math.log(LEAN / (total + LEAN))
    for (let f = 0; f < count; f += 1) {
      narrow[f] = (counts[f]! + LEAN * wider[f]!) / (total + LEAN)
      into[f] = counts[f] === 0 ? nothing : Math.log(narrow[f]! / wider[f]!)
    }
    byField.set(name, narrow)
    return narrow
  }
  for (const { fields } of book.map.ladders) {
    let wider: Float64Array = popularity
    for (const name of fields) {
      wider = lean(name, wider, need.codes[field]!, column.get(name)!)
      field += 1
    }
  }
  for (const name of book.map.facets) {
    lean(name, popularity, need.codes[field]!, column.get(name)!)
    field += 1
  }
  for (const [one, other] of book.map.crosses) {
    const [left, right] = [byField.get(one)!, byField.get(other)!]
    const wider = new Float64Array(count)
    let total = 0
    for (let f = 0; f < count; f += 1) total += wider[f] = (left[f]! * right[f]!) / popularity[f]!
    for (let f = 0; f < count; f += 1) wider[f]! /= total
    lean(`${one} × ${other}`, wider, need.codes[field]!, column.get(`${one} × ${other}`)!)
    field += 1
  }
  book.map.figures.forEach(({ field: name }, figure) => {
    const into = column.get(name)!
    if (Number.isNaN(need.figures[figure]!)) return void into.fill(0)
    // How close the figures are is already known from the likeness.
    const close = traits.columns[figure]!
    counts.fill(0)
    let total = 0
    for (let deal = 0; deal < book.dealCount; deal += 1)
      if (close[deal]! > NEAR)
        total += countDeal(desk, deal, desk.decay[deal]! * close[deal]!, counts)
    const nothing = Math.log(LEAN / (total + LEAN))
    for (let f = 0; f < count; f += 1)
      into[f] =
        counts[f] === 0 ? nothing : nothing + Math.log1p(counts[f]! / (LEAN * popularity[f]!))
  })
  relate(
    book,
    need,
    { popularity, decay: desk.decay },
    column.get('financed together')!,
    column.get('financed together, at second hand')!,
  )
  const [home, unknown] = [column.get('home')!, column.get('home unknown')!]
  for (let f = 0; f < count; f += 1) {
    home[f] = need.home >= 0 && book.homes[f] === need.home ? 1 : 0
    unknown[f] = book.homes[f]! < 0 ? 1 : 0
  }
}
