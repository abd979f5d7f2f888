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
  private readonly ownerOf: string[] = []
  private seed = 20_240_531

  /** @param most how many sums there will be at most. */
  constructor(private readonly most: number) {}

  /** A column for each, in the order of places: whose it is. */
  widen(owners: readonly string[]): void {
    const before = this.ownerOf.length
    this.ownerOf.push(...owners)
    const columns = this.ownerOf.length
    for (const [index, owner] of owners.entries())
      this.columnsOf.set(owner, [...(this.columnsOf.get(owner) ?? []), before + index])
    const rows = before === 0 ? this.most + ASKED : this.vectors.length
    // What is not in any sum yet is orthogonal to them all, whatever it is.
    this.vectors = Array.from({ length: rows }, (_, row) => {
      const wider = new Int32Array(columns)
      const old = this.vectors[row]
      if (old) wider.set(old)
      for (let column = before; column < columns; column++) wider[column] = this.draw()
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
    return new Set(sum.map((column) => this.ownerOf[column])).size
  }

  private draw(): number {
    this.seed = (Math.imul(this.seed, 1_664_525) + 1_013_904_223) >>> 0
    return (this.seed >>> 8) % PRIME
  }

  /** Whether some combination holds the columns of one or two owners alone. */
  private tells(asked: readonly Int32Array[]): boolean {
    const single = new Set<string>()
    const singles: Int32Array[] = []
    const several: Block[] = []
    for (const places of this.columnsOf.values()) {
      const columns = places.map((place) => columnOf(asked, place))
      const [column] = columns
      if (!column) continue
      if (columns.length > 1) {
        const steps = inSteps([], columns)
        if (steps === null) return true
        several.push({ columns, steps, checks: checksOf(steps) })
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
    return several.some(
      (block, index) =>
        singles.some((column) => isDependent(block, [column])) ||
        several
          .slice(0, index)
          .some((other) =>
            block.columns.length < other.columns.length
              ? isDependent(other, block.columns)
              : isDependent(block, other.columns),
          ),
    )
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
    result[column] =
      ((vector[column] as number) + Math.imul(times, other[column] as number)) % PRIME
  return result
}

/** A place in all vectors that are asked. */
function columnOf(asked: readonly Int32Array[], place: number): Int32Array {
  const column = new Int32Array(asked.length)
  for (let row = 0; row < column.length; row++) column[row] = asked[row]?.[place] ?? 0
  return column
}

/** A column whose first figure other than nought is one, and where that stands. */
interface Step {
  at: number
  column: Int32Array
}

/** What adds up to nothing over each column of a block: so many times the figures that stand there. */
interface Check {
  rows: number[]
  times: number[]
}

/** The columns of one owner, the same in steps, and as many checks as it has columns, where there are figures for so many. */
interface Block {
  columns: readonly Int32Array[]
  steps: readonly Step[]
  checks: readonly Check[]
}

/** More columns in steps after others; null where one is a combination of those before it. */
function inSteps(before: readonly Step[], columns: readonly Int32Array[]): Step[] | null {
  const steps = [...before]
  for (const column of columns) {
    const left = column.slice()
    for (const step of steps) {
      const factor = left[step.at] as number
      if (factor === 0) continue
      for (let row = 0; row < left.length; row++)
        left[row] =
          ((left[row] as number) + Math.imul(PRIME - factor, step.column[row] as number)) % PRIME
    }
    const at = left.findIndex((value) => value !== 0)
    if (at < 0) return null
    const scale = inverse(left[at] as number)
    for (let row = at; row < left.length; row++)
      left[row] = Math.imul(left[row] as number, scale) % PRIME
    steps.push({ at, column: left })
  }
  return steps
}

/** A check for each of the first figures that no step stands at, as many as there are steps. */
function checksOf(steps: readonly Step[]): Check[] {
  const taken = new Set(steps.map(({ at }) => at))
  const free = Array.from({ length: ASKED }, (_, row) => row).filter((row) => !taken.has(row))
  return free.slice(0, steps.length).map((row) => {
    const check: Check = { rows: [row], times: [1] }
    // Each step has noughts where those before it stand, so the last is settled first.
    for (const { at, column } of steps.toReversed()) {
      const sum = sumOf(check, column)
      check.rows.push(at)
      check.times.push(sum === 0 ? 0 : PRIME - sum)
    }
    return check
  })
}

function sumOf({ rows, times }: Check, column: Int32Array): number {
  let sum = 0
  for (let index = 0; index < rows.length; index++)
    sum = (sum + Math.imul(times[index] as number, column[rows[index] as number] as number)) % PRIME
  return sum
}

/** Whether a combination of some columns, no more than a block has, is one of the block's. */
function isDependent({ steps, checks }: Block, columns: readonly Int32Array[]): boolean {
  // Nearly always a few checks say that there is none; else all figures are asked.
  return !differIn(checks, columns) && inSteps(steps, columns) === null
}

const sums = new Int32Array(ASKED * ASKED)

/** Whether some checks tell columns from all of a block's combinations: their sums are independent. */
function differIn(checks: readonly Check[], columns: readonly Int32Array[]): boolean {
  const size = columns.length
  if (checks.length < size) return false
  for (let row = 0; row < size; row++) {
    const own = row * ASKED
    for (let at = 0; at < size; at++)
      sums[own + at] = sumOf(checks[at] as Check, columns[row] as Int32Array)
  }
  // Each row clears its own place in those below it; where that is nought, more has to be asked.
  for (let row = 0; row < size; row++) {
    const own = row * ASKED
    if (sums[own + row] === 0) return false
    if (row === size - 1) break
    const scale = PRIME - inverse(sums[own + row] as number)
    for (let below = row + 1; below < size; below++) {
      const other = below * ASKED
      const factor = Math.imul(sums[other + row] as number, scale) % PRIME
      for (let at = row + 1; at < size; at++)
        sums[other + at] =
          ((sums[other + at] as number) + Math.imul(factor, sums[own + at] as number)) % PRIME
    }
  }
  return true
}
