/**
 * Whether sums that are published, added and subtracted, give one of fewer than three companies away. A sum is the set of what
 * it adds (rows, contracts, companies); whoever adds and subtracts gets any combination of the sets, and one that holds
 * something of one or two companies alone is one too many.
 *
 * Kept are vectors that are orthogonal to every published sum, at random: a combination of sums holds nothing but some
 * columns exactly if these are dependent in all such vectors. A few of them say so, in whole numbers modulo a prime.
 */
import { SMALL_CELL } from '../totals/totals'

/** The product of two, and a third beside it, fit 31 bits. */
const PRIME = 46_337
/** How many vectors are asked: more than one company has columns, and another beside it. */
const ASKED = 24
/** Of single columns fewer tell: that two are alike by chance in so many is one in 10^14. */
const ASKED_OF_SINGLE = 4

/** What a sum adds: places of columns. */
export type Sum = readonly number[]

export class Audit {
  private vectors: Int32Array[] = []
  private readonly columnsOf = new Map<string, number[]>()
  private columns = 0
  private seed = 20_240_531

  /** @param most how many sums there will be at most. */
  constructor(private readonly most: number) {}

  /** A column for each, in the order of places: whose it is. */
  widen(owners: readonly string[]): void {
    const before = this.columns
    this.columns += owners.length
    for (const [index, owner] of owners.entries())
      this.columnsOf.set(owner, [...(this.columnsOf.get(owner) ?? []), before + index])
    const rows = before === 0 ? this.most + ASKED : this.vectors.length
    // What is not in any sum yet is orthogonal to them all, whatever it is.
    this.vectors = Array.from({ length: rows }, (_, row) => {
      const wider = new Int32Array(this.columns)
      const old = this.vectors[row]
      if (old) wider.set(old)
      for (let column = before; column < this.columns; column++) wider[column] = this.draw()
      return wider
    })
  }

  /** Publishes sums that were published before: they are not asked of. */
  add(sums: readonly Sum[]): void {
    for (const sum of sums) this.vectors = orthogonal(this.vectors, sum)
  }

  /** Publishes sums if that gives nothing away, and answers whether it did. */
  admit(sums: readonly Sum[]): boolean {
    if (sums.some((sum) => sum.length > 0 && this.owners(sum) < SMALL_CELL)) return false
    const asked = this.askedAfter(sums)
    if (asked !== null && this.tells(asked)) return false
    this.add(sums)
    return true
  }

  /** As it stands, to go back to. */
  save(): Int32Array[] {
    return this.vectors
  }
  restore(saved: Int32Array[]): void {
    this.vectors = saved
  }

  /** The vectors that are asked, as they would be with these sums; null where nothing is new. Fewer than all are reckoned. */
  private askedAfter(sums: readonly Sum[]): Int32Array[] | null {
    let asked = this.vectors.slice(-ASKED)
    const pivots: { vector: Int32Array; sum: Sum; scale: number }[] = []
    let next = 0
    for (const sum of sums) {
      if (asked.every((vector) => totalOf(vector, sum) === 0)) continue
      let pivot: Int32Array | undefined
      let total = 0
      while (total === 0) {
        pivot = this.vectors[next++]
        if (!pivot) throw new Error('an audit has fewer vectors than sums')
        for (const one of pivots)
          pivot = plusTimes(
            pivot,
            PRIME - ((totalOf(pivot, one.sum) * one.scale) % PRIME),
            one.vector,
          )
        total = totalOf(pivot, sum)
      }
      const found = { vector: pivot as Int32Array, sum, scale: inverse(total) }
      pivots.push(found)
      asked = asked.map((vector) =>
        plusTimes(vector, PRIME - ((totalOf(vector, sum) * found.scale) % PRIME), found.vector),
      )
    }
    return pivots.length === 0 ? null : asked
  }

  private owners(sum: Sum): number {
    const wanted = new Set(sum)
    let found = 0
    for (const columns of this.columnsOf.values())
      if (columns.some((column) => wanted.has(column))) found++
    return found
  }

  private draw(): number {
    this.seed = (Math.imul(this.seed, 1_664_525) + 1_013_904_223) >>> 0
    return (this.seed >>> 8) % PRIME
  }

  /** Whether some combination holds the columns of one or two owners alone. */
  private tells(asked: readonly Int32Array[]): boolean {
    const columnAt = (place: number) => Int32Array.from(asked, (vector) => vector[place] ?? 0)
    const single = new Set<string>()
    const singles: Int32Array[] = []
    const several: Int32Array[][] = []
    for (const places of this.columnsOf.values()) {
      const block = places.map(columnAt)
      const [column] = block
      if (!column) continue
      if (block.length > 1) {
        several.push(block)
        continue
      }
      const first = column.subarray(0, ASKED_OF_SINGLE).find((value) => value !== 0)
      if (first === undefined) return true
      const scale = inverse(first)
      const direction = column.subarray(0, ASKED_OF_SINGLE).map((value) => (value * scale) % PRIME)
      if (single.has(direction.join())) return true
      single.add(direction.join())
      singles.push(column)
    }
    const steps: Step[][] = []
    for (const block of several) {
      const own = inSteps([], block, ASKED)
      if (own === null || singles.some((column) => isDependent(own, [column]))) return true
      if (steps.some((other, index) => isPairDependent(own, block, other, several[index] ?? [])))
        return true
      steps.push(own)
    }
    return false
  }
}

function inverse(value: number): number {
  let [result, base, exponent] = [1, value, PRIME - 2]
  while (exponent > 0) {
    if (exponent % 2 === 1) result = (result * base) % PRIME
    base = (base * base) % PRIME
    exponent = Math.floor(exponent / 2)
  }
  return result
}

function totalOf(vector: Int32Array, sum: Sum): number {
  let total = 0
  for (const column of sum) total += vector[column] ?? 0
  return total % PRIME
}

/** Of vectors those combinations that a sum adds to nothing: one fewer, unless it adds nothing of any. */
function orthogonal(vectors: Int32Array[], sum: Sum): Int32Array[] {
  const totals = vectors.map((vector) => totalOf(vector, sum))
  const at = totals.findIndex((total) => total !== 0)
  const pivot = vectors[at]
  if (!pivot) return vectors
  const scale = inverse(totals[at] ?? 1)
  return vectors.flatMap((vector, row) => {
    const total = totals[row] ?? 0
    if (row === at) return []
    if (total === 0) return [vector]
    return [plusTimes(vector, PRIME - ((total * scale) % PRIME), pivot)]
  })
}

/** One vector plus so many times another. */
function plusTimes(vector: Int32Array, times: number, other: Int32Array): Int32Array {
  const result = new Int32Array(vector.length)
  for (let column = 0; column < result.length; column++)
    result[column] = ((vector[column] as number) + times * (other[column] as number)) % PRIME
  return result
}

/** A column whose first figure other than nought is one, and where that stands. */
interface Step {
  at: number
  column: Int32Array
}

/** More columns in steps after others, over so many of their figures; null where one is a combination of those before it. */
function inSteps(
  before: readonly Step[],
  columns: readonly Int32Array[],
  figures: number,
): Step[] | null {
  const steps = [...before]
  for (const column of columns) {
    const left = column.slice(0, figures)
    for (const step of steps) {
      const factor = left[step.at] as number
      if (factor === 0) continue
      for (let row = 0; row < figures; row++)
        left[row] =
          ((left[row] as number) + (PRIME - factor) * (step.column[row] as number)) % PRIME
    }
    const at = left.findIndex((value) => value !== 0)
    if (at < 0) return null
    const scale = inverse(left[at] as number)
    for (let row = 0; row < figures; row++) left[row] = ((left[row] as number) * scale) % PRIME
    steps.push({ at, column: left })
  }
  return steps
}

/** A few figures more than columns nearly always say that they are independent; else all of them are asked. */
const FIGURES_MORE = 3

function isDependent(steps: readonly Step[], columns: readonly Int32Array[]): boolean {
  const figures = Math.min(ASKED, steps.length + columns.length + FIGURES_MORE)
  const reach = steps.every(({ at }) => at < figures)
  if (reach && inSteps(steps, columns, figures) !== null) return false
  return inSteps(steps, columns, ASKED) === null
}

function isPairDependent(
  one: readonly Step[],
  block: readonly Int32Array[],
  other: readonly Step[],
  otherBlock: readonly Int32Array[],
): boolean {
  return block.length < otherBlock.length ? isDependent(other, block) : isDependent(one, otherBlock)
}
