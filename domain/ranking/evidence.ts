/**
 * What the history says of a need and every financier, one column a kind of evidence. Shares are logarithms of how many
 * times likelier than by the next wider evidence; nothing seen gives 0 or a little less, never minus infinity.
 */
import {
  AGAIN,
  weigh,
  popularityOf,
  likenessDesk,
  type LikenessDesk,
  type LikenessWeights,
} from './likeness'
import type { Book, EncodedNeed } from './book'

const LEAN = 6
const HALF_LIFE = 36
const FRESH = 8
const MOST_ALIKE = 200

export interface EvidenceDesk {
  likeness: LikenessDesk
  weights: LikenessWeights
  names: readonly string[]
  /** By column, by financier. */
  columns: readonly Float64Array[]
  logPopularity: Float64Array
  fixed: ReadonlyMap<string, Float64Array>
  decay: Float64Array
  /** How many deals of a financier stand behind an evidence, or null where it is no matter of single deals. */
  dealsBehind(evidence: string, need: EncodedNeed, financier: number): number | null
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
  const now = book.months.reduce((a, b) => Math.max(a, b), 0)
  const lately = popularityOf(book, FRESH, now)
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
    dealsBehind: (evidence, need, financier) => dealsBehind(likeness, evidence, need, financier),
    decay: Float64Array.from(book.months, (month) => 0.5 ** ((now - month) / HALF_LIFE)),
  }
}

/** Counts, by weight of their deals, into `counts`; answers their sum. */
function countInto(
  desk: EvidenceDesk,
  field: number,
  codes: Int32Array,
  counts: Float64Array,
): number {
  const { book } = desk.likeness
  const { at, to } = book.financiersOf
  const { deals } = book.fields[field]!
  counts.fill(0)
  let sum = 0
  for (const code of codes)
    for (let row = deals.at[code]!; row < deals.at[code + 1]!; row += 1) {
      const deal = deals.to[row]!
      const weight = desk.decay[deal]!
      for (let cell = at[deal]!; cell < at[deal + 1]!; cell += 1) {
        const part = book.isNew[cell] === 1 ? weight : AGAIN * weight
        counts[to[cell]!]! += part
        sum += part
      }
    }
  return sum
}

/** Fills the columns for one need. */
export function gather(desk: EvidenceDesk, need: EncodedNeed): void {
  const { book, popularity, shares } = desk.likeness
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
    for (let f = 0; f < count; f += 1) {
      narrow[f] = (counts[f]! + LEAN * wider[f]!) / (total + LEAN)
      into[f] = Math.log(narrow[f]! / wider[f]!)
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
  const { at, to } = book.financiersOf
  book.map.figures.forEach(({ field: name, width }, figure) => {
    const into = column.get(name)!
    const value = need.figures[figure]!
    if (value !== value) return void into.fill(0)
    counts.fill(0)
    let total = 0
    for (let deal = 0; deal < book.dealCount; deal += 1) {
      const off = (value - book.figures[figure]![deal]!) / width
      const weight = off !== off ? 0 : desk.decay[deal]! * Math.exp(-0.5 * off * off)
      if (weight < 1e-4) continue
      for (let cell = at[deal]!; cell < at[deal + 1]!; cell += 1) {
        const part = book.isNew[cell] === 1 ? weight : AGAIN * weight
        counts[to[cell]!]! += part
        total += part
      }
    }
    for (let f = 0; f < count; f += 1)
      into[f] = Math.log((counts[f]! / popularity[f]! + LEAN) / (total + LEAN))
  })
  relate(
    desk,
    need,
    column.get('financed together')!,
    column.get('financed together, at second hand')!,
  )
  const [home, unknown] = [column.get('home')!, column.get('home unknown')!]
  for (let f = 0; f < count; f += 1) {
    home[f] = need.home >= 0 && book.homes[f] === need.home ? 1 : 0
    unknown[f] = book.homes[f]! < 0 ? 1 : 0
  }
}

function relate(
  desk: EvidenceDesk,
  need: EncodedNeed,
  direct: Float64Array,
  second: Float64Array,
): void {
  const { book, popularity } = desk.likeness
  const count = book.candidates.length
  direct.fill(0)
  second.fill(0)
  if (need.prior.length === 0) return
  const { at, to } = book.financiersOf
  const spread = (from: Float64Array, into: Float64Array): number => {
    let total = 0
    for (let f = 0; f < count; f += 1) {
      if (from[f] === 0) continue
      const share = from[f]! / Math.sqrt(book.dealsOf.at[f + 1]! - book.dealsOf.at[f]!)
      for (let row = book.dealsOf.at[f]!; row < book.dealsOf.at[f + 1]!; row += 1) {
        const deal = book.dealsOf.to[row]!
        const weight = share * desk.decay[deal]!
        for (let cell = at[deal]!; cell < at[deal + 1]!; cell += 1) {
          if (to[cell] === f) continue
          into[to[cell]!]! += weight
          total += weight
        }
      }
    }
    return total
  }
  const start = new Float64Array(count)
  for (const f of need.prior) start[f] = 1
  const first = new Float64Array(count)
  const total = spread(start, first)
  const next = new Float64Array(count)
  for (let f = 0; f < count; f += 1) first[f]! /= Math.max(total, 1)
  const far = spread(first, next)
  for (let f = 0; f < count; f += 1) {
    direct[f] = Math.log((first[f]! * total + popularity[f]!) / (total + 1) / popularity[f]!)
    second[f] = Math.log((next[f]! * 3 + popularity[f]!) / (far * 3 + 1) / popularity[f]!)
  }
}

/** Deals within the most alike, deals that share the value, deals of any kind, or deals together with those before. */
function dealsBehind(
  { book, likeness }: LikenessDesk,
  evidence: string,
  need: EncodedNeed,
  financier: number,
): number | null {
  const own = book.dealsOf.to.subarray(book.dealsOf.at[financier]!, book.dealsOf.at[financier + 1]!)
  if (evidence === 'similar needs') {
    const alike = Float64Array.from(likeness).sort()
    const least = alike[Math.max(0, alike.length - MOST_ALIKE)]!
    return own.filter((deal) => likeness[deal]! >= least).length
  }
  if (evidence === 'popularity' || evidence === 'deals') return own.length
  if (evidence === 'financed together') {
    const prior = new Set(need.prior)
    return own.filter((deal) =>
      book.financiersOf.to
        .subarray(book.financiersOf.at[deal]!, book.financiersOf.at[deal + 1]!)
        .some((other) => prior.has(other)),
    ).length
  }
  const field = book.fields.findIndex(({ name }) => name === evidence)
  if (field === -1) return null
  const { deals } = book.fields[field]!
  const sharing = new Set(
    [...need.codes[field]!].flatMap((code) => [
      ...deals.to.subarray(deals.at[code]!, deals.at[code + 1]!),
    ]),
  )
  return own.filter((deal) => sharing.has(deal)).length
}
