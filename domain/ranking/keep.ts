/** A ranking as numbers that can be stored and read, and back. */
import { openBook } from './book'
import { evidenceDesk } from './evidence'
import type { Ranking } from './learn-ranking'
import { likenessNames } from './likeness'
import type { Deal, FieldMap, KeptRanking, KeptTree, KnownFinancier } from './ranking'
import type { Tree } from './trees'

function keepTree({ column, upTo, left, right, points }: Tree): KeptTree {
  return {
    column: [...column],
    // JSON has no infinity.
    upTo: Array.from(upTo, (bound) => Math.min(bound, Number.MAX_VALUE)),
    left: [...left],
    right: [...right],
    points: [...points],
  }
}

export function keepRanking(ranking: Ranking): KeptRanking {
  const { desk, weights, treeMoves } = ranking
  const likeness = likenessNames(desk.likeness.book)
  return {
    seed: ranking.seed,
    lessons: ranking.lessons,
    likeness: likeness.map((name, at) => ({ name, weight: desk.weights[at]! })),
    evidence: desk.names.map((name, at) => ({
      name,
      weight: weights[at]!,
      moves: treeMoves[at]!.thousandths / 1000,
    })),
    trees: ranking.trees.map(keepTree),
  }
}

/** What ranking needs of a learned one. */
export type OpenRanking = Pick<Ranking, 'desk' | 'weights' | 'trees'>

/** The history must be the one that it was learned from. Null where the weights are of another field map. */
export function reopenRanking(
  kept: KeptRanking,
  deals: readonly Deal[],
  known: readonly KnownFinancier[],
  map: FieldMap,
): OpenRanking | null {
  const book = openBook(deals, known, map)
  const likeness = Float64Array.from(kept.likeness, ({ weight }) => weight)
  const desk = evidenceDesk(book, likeness)
  const isOfMap =
    desk.names.join() === kept.evidence.map(({ name }) => name).join() &&
    likenessNames(book).join() === kept.likeness.map(({ name }) => name).join()
  if (!isOfMap) return null
  return {
    desk,
    weights: Float64Array.from(kept.evidence, ({ weight }) => weight),
    trees: kept.trees.map((tree) => ({
      column: Int32Array.from(tree.column),
      upTo: Float64Array.from(tree.upTo),
      left: Int32Array.from(tree.left),
      right: Int32Array.from(tree.right),
      points: Float64Array.from(tree.points),
    })),
  }
}
