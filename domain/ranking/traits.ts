/** What a need and each past deal have in common, one column a trait. Which of it counts is learned in `likeness.ts`. */
import type { Book, EncodedNeed } from './book'

/** Traits that are read off lists (a shared value) come first, those with a figure for every deal after them. */
export interface TraitDesk {
  book: Book
  /** By dense trait, by deal. */
  columns: readonly Float64Array[]
}

const TIES = [
  'backed before by the same',
  'backed before by the same, if rare',
  'financed by the same',
  'financed by the same, if rare',
] as const

const denseNames = ({ map }: Book): string[] => [
  ...map.figures.map(({ field }) => `${field}, close`),
  ...TIES,
  'years ago',
  'a few months ago',
  'each financier more',
]

/** The weights before anything is learned: what is shared counts, what is long ago counts less. */
function startOf(name: string): number {
  if (name === 'years ago') return -0.4
  if (name === 'a few months ago') return 0.2
  if (name === 'each financier more') return 0
  if (name.endsWith(', close')) return 0.5
  return 1
}

export interface Traits {
  names: readonly string[]
  start: readonly number[]
}

/** Every field twice, as it is and by how rare the shared value is; then the dense traits. */
export function traitsOf(book: Book): Traits {
  const dense = denseNames(book)
  return {
    names: [...book.fields.flatMap(({ name }) => [name, `${name}, if rare`]), ...dense],
    start: [...book.fields.flatMap(() => [0.5, 1]), ...dense.map(startOf)],
  }
}

export function traitDesk(book: Book): TraitDesk {
  return { book, columns: denseNames(book).map(() => new Float64Array(book.dealCount)) }
}

/** How near two figures are by ratio, 1 for the same, 0 where one is unknown. */
function closeness(one: number, other: number, width: number): number {
  const off = (one - other) / width
  return Number.isNaN(off) ? 0 : Math.exp(-0.5 * off * off)
}

/** How many of the need's financiers had backed the company of each past deal, and how many are in the deal. */
function tie(book: Book, need: EncodedNeed, columns: readonly Float64Array[]): void {
  for (const values of columns) values.fill(0)
  if (need.prior.length === 0) return
  const lists = [book.backed, book.dealsOf]
  lists.forEach(({ at, to }, kind) => {
    const [number, rare] = [columns[2 * kind]!, columns[2 * kind + 1]!]
    for (const financier of need.prior)
      for (let row = at[financier]!; row < at[financier + 1]!; row += 1) {
        number[to[row]!]! += 1
        rare[to[row]!]! += book.rarity[financier]!
      }
  })
  for (const values of columns)
    for (let deal = 0; deal < values.length; deal += 1) values[deal] = Math.log1p(values[deal]!)
}

/** Fills the dense columns for one need. */
export function compare({ book, columns }: TraitDesk, need: EncodedNeed): void {
  let next = 0
  book.map.figures.forEach(({ width }, figure) => {
    const column = columns[next]!
    next += 1
    const value = need.figures[figure]!
    const values = book.figures[figure]!
    for (let deal = 0; deal < column.length; deal += 1)
      column[deal] = closeness(value, values[deal]!, width)
  })
  tie(book, need, columns.slice(next, next + TIES.length))
  next += TIES.length
  const [years, lately, crowd] = [columns[next]!, columns[next + 1]!, columns[next + 2]!]
  const { at } = book.financiersOf
  for (let deal = 0; deal < book.dealCount; deal += 1) {
    const age = Math.max(0, need.month - book.months[deal]!) / 12
    years[deal] = age
    lately[deal] = Math.exp(-2 * age)
    crowd[deal] = Math.log(Math.max(1, at[deal + 1]! - at[deal]!))
  }
}
