/** The history of deals as columns: who is in which deal, which deals share a value, and each figure as a logarithm. */
import type { Deal, FieldMap, KnownFinancier, RankedNeed } from './ranking'

/** Lists of whole numbers end to end: list `row` is `to[at[row]]` to `to[at[row + 1] - 1]`. */
export interface Lists {
  at: Int32Array
  to: Int32Array
}

export interface FieldIndex {
  name: string
  codes: ReadonlyMap<string, number>
  /** By value: its deals. */
  deals: Lists
  /** By value: 0 where every deal has it, 1 where a single one has. */
  rarity: Float64Array
}

export interface Book {
  map: FieldMap
  candidates: readonly string[]
  placeOf: ReadonlyMap<string, number>
  dealCount: number
  months: Int32Array
  /** By deal: its financiers; by financier: its deals. */
  financiersOf: Lists
  dealsOf: Lists
  fields: readonly FieldIndex[]
  /** Beside `financiersOf` and `dealsOf`: 1 where the company was new to the financier, 0 where it financed it again. */
  isNew: Uint8Array
  wasNew: Uint8Array
  /** By financier: the later deals of companies that it had financed before. */
  backed: Lists
  /** By financier: 0 where it is in every deal, 1 where it is in one. */
  rarity: Float64Array
  /** By figure, by deal: the natural logarithm, or NaN while unknown. */
  figures: readonly Float64Array[]
  /** By financier: the code of its home, or -1; homes share their codes with no field. */
  homes: Int32Array
  homeCodes: ReadonlyMap<string, number>
}

/** A need in the codes of a book; what the book has never seen is left out. */
export interface EncodedNeed {
  month: number
  codes: readonly Int32Array[]
  figures: Float64Array
  prior: Int32Array
  home: number
}

function fieldNames(map: FieldMap): string[] {
  return [
    ...map.ladders.flatMap(({ fields }) => fields),
    ...map.facets,
    ...map.crosses.map(([one, other]) => `${one} × ${other}`),
  ]
}

/** The values of every field of a need, in the order of `fieldNames`. */
function valuesOf(map: FieldMap, { facts }: RankedNeed): string[][] {
  const known = (field: string) => [...new Set(facts[field] ?? [])]
  return [
    ...map.ladders.flatMap(({ fields }) => fields.map(known)),
    ...map.facets.map(known),
    ...map.crosses.map(([one, other]) =>
      known(one).flatMap((left) => known(other).map((right) => `${left} × ${right}`)),
    ),
  ]
}

function listsFrom(rows: readonly (readonly number[])[]): Lists {
  const at = new Int32Array(rows.length + 1)
  rows.forEach((row, place) => (at[place + 1] = at[place]! + row.length))
  return { at, to: Int32Array.from(rows.flat()) }
}

/** From deal → numbers to number → deals. */
function turned(rows: readonly (readonly number[])[], count: number): Lists {
  const back: number[][] = Array.from({ length: count }, () => [])
  rows.forEach((row, place) => row.forEach((number) => back[number]!.push(place)))
  return listsFrom(back)
}

const logOf = (value: number | null | undefined) =>
  value === null || value === undefined ? Number.NaN : Math.log(Math.max(0, value) + 1)

function rarityOf({ at }: Lists, deals: number): Float64Array {
  return Float64Array.from(
    { length: at.length - 1 },
    (_, row) => 1 - Math.log(Math.max(1, at[row + 1]! - at[row]!)) / Math.log(deals + 1),
  )
}

function newness({ at, to }: Lists, isNew: (row: number, number: number) => boolean): Uint8Array {
  const marks = new Uint8Array(to.length)
  for (let row = 0; row + 1 < at.length; row += 1)
    for (let cell = at[row]!; cell < at[row + 1]!; cell += 1)
      marks[cell] = isNew(row, to[cell]!) ? 1 : 0
  return marks
}

/** Writes the history down; the order of the deals does not matter, but is kept. */
export function openBook(
  deals: readonly Deal[],
  known: readonly KnownFinancier[],
  map: FieldMap,
): Book {
  const candidates = [...new Set(deals.flatMap(({ financiers }) => financiers))].sort()
  const placeOf = new Map(candidates.map((id, place) => [id, place]))
  const placesOf = (ids: readonly string[]) => [
    ...new Set(ids.flatMap((id) => placeOf.get(id) ?? [])),
  ]
  const names = fieldNames(map)
  const codes = names.map(() => new Map<string, number>())
  const coded: number[][][] = names.map(() => [])
  for (const deal of deals) {
    valuesOf(map, deal).forEach((values, field) =>
      coded[field]!.push(
        values.map((value) => {
          const found = codes[field]!.get(value) ?? codes[field]!.size
          codes[field]!.set(value, found)
          return found
        }),
      ),
    )
  }
  const fields = names.map((name, field) => {
    const lists = turned(coded[field]!, codes[field]!.size)
    return {
      name,
      codes: codes[field]!,
      deals: lists,

      rarity: rarityOf(lists, deals.length),
    }
  })
  const financiers = deals.map((deal) => placesOf(deal.financiers))
  const priors = deals.map((deal) => placesOf(deal.prior))
  const financiersOf = listsFrom(financiers)
  const dealsOf = turned(financiers, candidates.length)
  const homeCodes = new Map<string, number>()
  const homes = new Int32Array(candidates.length).fill(-1)
  for (const { id, home } of known) {
    const place = placeOf.get(id)
    if (home === null || place === undefined) continue
    if (!homeCodes.has(home)) homeCodes.set(home, homeCodes.size)
    homes[place] = homeCodes.get(home)!
  }
  return {
    map,
    candidates,
    placeOf,
    dealCount: deals.length,
    months: Int32Array.from(deals, ({ month }) => month),
    financiersOf,
    dealsOf,
    fields,
    isNew: newness(financiersOf, (deal, financier) => !priors[deal]!.includes(financier)),
    wasNew: newness(dealsOf, (financier, deal) => !priors[deal]!.includes(financier)),
    backed: turned(priors, candidates.length),
    rarity: rarityOf(dealsOf, deals.length),
    figures: map.figures.map(({ field }) =>
      Float64Array.from(deals, ({ figures }) => logOf(figures[field])),
    ),
    homes,
    homeCodes,
  }
}

export function encode(book: Book, need: RankedNeed): EncodedNeed {
  const home = book.map.home === null ? null : need.facts[book.map.home]?.[0]
  return {
    month: need.month,
    codes: valuesOf(book.map, need).map((values, field) =>
      Int32Array.from(values.flatMap((value) => book.fields[field]!.codes.get(value) ?? [])),
    ),
    figures: Float64Array.from(book.map.figures, ({ field }) => logOf(need.figures[field])),
    prior: Int32Array.from(new Set(need.prior.flatMap((id) => book.placeOf.get(id) ?? []))),
    home: home === null || home === undefined ? -1 : (book.homeCodes.get(home) ?? -1),
  }
}
