/**
 * What the weights alone cannot say: that one evidence counts more where another is strong. Small trees, each learned on
 * what those before it got wrong (gradient boosting of the same likelihood). Every step down a tree moves the points by
 * a little, and the move belongs to the evidence that was asked, so that the parts still add up.
 */
import type { Choice } from './choice'
import { seeded } from './random'
import type { Steps } from './steps'

/** By node: the column asked (-1 at a leaf), up to which figure one goes left, the nodes below, and the points so far. */
export interface Tree {
  column: Int32Array
  upTo: Float64Array
  left: Int32Array
  right: Int32Array
  points: Float64Array
}

const TREES = 80
const DEPTH = 3
const RATE = 0.1
const BINS = 32
/** The share of the choices that each tree sees. */
const SEEN = 0.5
/** The least weight of choices in a leaf, and how much a leaf with few is held back. */
const LEAST = 3
const HELD = 10

/** The bounds of a column's bins, closer together towards its high end, where the choice is made. */
function boundsOf(choices: readonly Choice[], column: number, width: number): number[] {
  const values: number[] = []
  for (const { evidence, standsFor } of choices)
    for (let row = 0; row < standsFor.length; row += 7) values.push(evidence[row * width + column]!)
  values.sort((one, other) => one - other)
  const bounds = Array.from(
    { length: BINS - 1 },
    (_, bin) => values[Math.floor(values.length * (1 - (1 - (bin + 1) / BINS) ** 1.7))]!,
  )
  return [...new Set(bounds)]
}

function binOf(bounds: readonly number[], value: number): number {
  let low = 0
  let high = bounds.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (bounds[middle]! < value) low = middle + 1
    else high = middle
  }
  return low
}

interface Rows {
  width: number
  bounds: readonly number[][]
  bins: Uint8Array
  slopes: Float64Array
  bends: Float64Array
}

interface Split {
  column: number
  bin: number
}

/** The best question for the rows `from` to `to` of `order`, or null where none is worth asking. */
function bestSplit(rows: Rows, order: Int32Array, from: number, to: number): Split | null {
  const { width, bins, slopes, bends } = rows
  const slopeBy = new Float64Array(width * BINS)
  const bendBy = new Float64Array(width * BINS)
  let slope = 0
  let bend = 0
  for (let at = from; at < to; at += 1) {
    const row = order[at]!
    const [rowSlope, rowBend] = [slopes[row]!, bends[row]!]
    slope += rowSlope
    bend += rowBend
    for (let column = 0, cell = row * width; column < width; column += 1, cell += 1) {
      const bin = column * BINS + bins[cell]!
      slopeBy[bin]! += rowSlope
      bendBy[bin]! += rowBend
    }
  }
  const worth = (one: number, other: number) => (one * one) / (other + HELD)
  let best = worth(slope, bend) + 1e-3
  let split: Split | null = null
  for (let column = 0; column < width; column += 1) {
    let leftSlope = 0
    let leftBend = 0
    for (let bin = 0; bin < BINS - 1; bin += 1) {
      leftSlope += slopeBy[column * BINS + bin]!
      leftBend += bendBy[column * BINS + bin]!
      if (leftBend < LEAST || bend - leftBend < LEAST) continue
      const gain = worth(leftSlope, leftBend) + worth(slope - leftSlope, bend - leftBend)
      if (gain > best) {
        best = gain
        split = { column, bin }
      }
    }
  }
  return split
}

function grow(rows: Rows, order: Int32Array): Tree {
  const nodes: { column: number; upTo: number; left: number; right: number; points: number }[] = []
  const add = (from: number, to: number, depth: number): number => {
    let slope = 0
    let bend = 0
    for (let at = from; at < to; at += 1) {
      slope += rows.slopes[order[at]!]!
      bend += rows.bends[order[at]!]!
    }
    const node = { column: -1, upTo: 0, left: 0, right: 0, points: (RATE * slope) / (bend + HELD) }
    const place = nodes.push(node) - 1
    const split = depth === 0 ? null : bestSplit(rows, order, from, to)
    if (split === null) return place
    let middle = from
    for (let at = from; at < to; at += 1) {
      const row = order[at]!
      if (rows.bins[row * rows.width + split.column]! > split.bin) continue
      order[at] = order[middle]!
      order[middle] = row
      middle += 1
    }
    node.column = split.column
    node.upTo = rows.bounds[split.column]![split.bin] ?? Infinity
    node.left = add(from, middle, depth - 1)
    node.right = add(middle, to, depth - 1)
    return place
  }
  add(0, order.length, DEPTH)
  return {
    column: Int32Array.from(nodes, ({ column }) => column),
    upTo: Float64Array.from(nodes, ({ upTo }) => upTo),
    left: Int32Array.from(nodes, ({ left }) => left),
    right: Int32Array.from(nodes, ({ right }) => right),
    points: Float64Array.from(nodes, ({ points }) => points),
  }
}

/** Learns the trees on top of the weights. */
export function* learnTrees(
  choices: readonly Choice[],
  weights: Float64Array,
  seed: number,
): Steps<Tree[]> {
  const random = seeded(seed)
  const width = weights.length
  const starts = [0]
  for (const { standsFor } of choices) starts.push(starts.at(-1)! + standsFor.length)
  const count = starts.at(-1)!
  const bounds = Array.from(weights, (_, column) => boundsOf(choices, column, width))
  const rows: Rows = {
    width,
    bounds,
    bins: new Uint8Array(count * width),
    slopes: new Float64Array(count),
    bends: new Float64Array(count),
  }
  const scores = new Float64Array(count)
  const values = new Float32Array(count * width)
  choices.forEach(({ evidence, standsFor }, choice) => {
    values.set(evidence, starts[choice]! * width)
    for (let row = 0, at = starts[choice]!; row < standsFor.length; row += 1, at += 1) {
      scores[at] = standsFor[row]!
      for (let column = 0; column < width; column += 1) {
        const value = evidence[row * width + column]!
        scores[at]! += weights[column]! * value
        rows.bins[at * width + column] = binOf(bounds[column]!, value)
      }
    }
  })
  const trees: Tree[] = []
  while (trees.length < TREES) {
    yield
    const order: number[] = []
    choices.forEach(({ right }, choice) => {
      if (random() > SEEN) return
      const [from, to] = [starts[choice]!, starts[choice + 1]!]
      let most = -Infinity
      for (let at = from; at < to; at += 1) most = Math.max(most, scores[at]!)
      let sum = 0
      for (let at = from; at < to; at += 1) sum += Math.exp(scores[at]! - most)
      for (let at = from; at < to; at += 1) {
        const share = Math.exp(scores[at]! - most) / sum
        rows.slopes[at] = (at - from < right ? 1 / right : 0) - share
        rows.bends[at] = share * (1 - share)
        order.push(at)
      }
    })
    const tree = grow(rows, Int32Array.from(order))
    for (let at = 0; at < count; at += 1) {
      let node = 0
      for (let column = tree.column[0]!; column >= 0; column = tree.column[node]!)
        node =
          values[at * width + column]! <= tree.upTo[node]! ? tree.left[node]! : tree.right[node]!
      scores[at]! += tree.points[node]!
    }
    trees.push(tree)
  }
  return trees
}

/** Adds, by column and by financier, what the trees move. */
export function addMoves(
  trees: readonly Tree[],
  columns: readonly Float64Array[],
  moved: readonly Float64Array[],
): void {
  const count = columns[0]?.length ?? 0
  for (const { column, upTo, left, right, points } of trees)
    for (let place = 0; place < count; place += 1) {
      let node = 0
      for (let asked = column[0]!; asked >= 0; asked = column[node]!) {
        const next = columns[asked]![place]! <= upTo[node]! ? left[node]! : right[node]!
        moved[asked]![place]! += points[next]! - points[node]!
        node = next
      }
    }
}

/** By column: how far the trees move a candidate by it, on average over the choices; what is printed of the trees. */
export function meanMoves(
  trees: readonly Tree[],
  choices: readonly Choice[],
  width: number,
): Float64Array {
  const sums = new Float64Array(width)
  let rows = 0
  for (const { evidence, standsFor } of choices) {
    const columns = Array.from({ length: width }, (_, column) =>
      Float64Array.from(standsFor, (_row, row) => evidence[row * width + column]!),
    )
    const moved = columns.map((column) => new Float64Array(column.length))
    addMoves(trees, columns, moved)
    moved.forEach((column, at) => (sums[at]! += column.reduce((sum, by) => sum + Math.abs(by), 0)))
    rows += standsFor.length
  }
  return sums.map((sum) => (rows === 0 ? 0 : sum / rows))
}
