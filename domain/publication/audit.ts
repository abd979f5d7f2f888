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
    const before = this.vectors
    this.add(sums)
    if (this.vectors === before || !this.tells()) return true
    this.vectors = before
    return false
  }

  /** As it stands, to go back to. */
  save(): Int32Array[] {
    return this.vectors
  }
  restore(saved: Int32Array[]): void {
    this.vectors = saved
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
  private tells(): boolean {
    const asked = this.vectors.slice(-ASKED)
    const few = asked.slice(-ASKED_OF_SINGLE)
    const single = new Set<string>()
    const several: number[][][] = []
    const singles: number[] = []
    for (const columns of this.columnsOf.values()) {
      if (columns.length > 1) {
        const block = columns.map((column) => asked.map((vector) => vector[column] ?? 0))
        if (isDependent(block)) return true
        several.push(block)
        continue
      }
      const [place = 0] = columns
      const column = few.map((vector) => vector[place] ?? 0)
      const first = column.find((value) => value !== 0)
      if (first === undefined) return true
      const scale = inverse(first)
      const direction = column.map((value) => (value * scale) % PRIME).join()
      if (single.has(direction)) return true
      single.add(direction)
      singles.push(place)
    }
    for (const [index, block] of several.entries()) {
      const outside = [annihilator(block, 7_919), annihilator(block, 104_729)]
      const isInside = (place: number) =>
        outside.every(
          (vector) =>
            vector.reduce(
              (sum, value, row) => (sum + value * (asked[row]?.[place] ?? 0)) % PRIME,
              0,
            ) === 0,
        )
      if (singles.some(isInside)) return true
      for (const other of several.slice(index + 1))
        if (isDependent([...block, ...other])) return true
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

function dot(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, value, index) => (sum + value * (other[index] ?? 0)) % PRIME, 0)
}

/** Of vectors those combinations that a sum adds to nothing: one fewer, unless it adds nothing of any. */
function orthogonal(vectors: Int32Array[], sum: Sum): Int32Array[] {
  const totals = vectors.map((vector) => {
    let total = 0
    for (const column of sum) total += vector[column] ?? 0
    return total % PRIME
  })
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

/** The columns in steps: each begins after the one before it; null where one is a combination of the others. */
function inSteps(
  columns: readonly (readonly number[])[],
): { at: number; column: number[] }[] | null {
  const steps: { at: number; column: number[] }[] = []
  for (const column of columns) {
    let left = [...column]
    for (const step of steps) {
      const factor = left[step.at] ?? 0
      if (factor !== 0)
        left = left.map(
          (value, row) => (value + (PRIME - factor) * (step.column[row] ?? 0)) % PRIME,
        )
    }
    const at = left.findIndex((value) => value !== 0)
    if (at < 0) return null
    const scale = inverse(left[at] ?? 1)
    steps.push({ at, column: left.map((value) => (value * scale) % PRIME) })
  }
  return steps
}

function isDependent(columns: readonly (readonly number[])[]): boolean {
  return inSteps(columns) === null
}

/** A vector that every column of a block adds to nothing, and hardly any other. */
function annihilator(block: readonly (readonly number[])[], seed: number): number[] {
  const length = block[0]?.length ?? 0
  const steps = inSteps(block) ?? []
  const taken = new Set(steps.map(({ at }) => at))
  // Any numbers where no step begins; then, from the last step back, what makes each add to nothing.
  const vector = Array.from({ length }, (_, row) =>
    taken.has(row) ? 0 : ((row + 1) * seed + row * row) % PRIME,
  )
  for (const { at, column } of steps.toReversed())
    vector[at] = (PRIME - (dot(column, vector) % PRIME)) % PRIME
  return vector
}
