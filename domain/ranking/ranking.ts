/**
 * Who would finance a need, learned from who financed the needs before it. Task-neutral: a field map says what the
 * facts of a deal are, the model is the same for every map. Months are whole numbers that count on over the years.
 */

export interface RankedNeed {
  id: string
  companyId: string
  month: number
  /** By field: its values, or null while unknown. */
  facts: Readonly<Record<string, readonly string[] | null>>
  /** By figure: its value, or null while unknown. */
  figures: Readonly<Record<string, number | null>>
  /** Who financed the company before: they are known to it and never ranked. */
  prior: readonly string[]
}

export interface Deal extends RankedNeed {
  financiers: readonly string[]
}

/** What is known of a financier beside its deals. */
export interface KnownFinancier {
  id: string
  home: string | null
}

/** A figure is compared by ratio, so that 1 to 2 million is as far as 10 to 20; `width` is the ratio's logarithm at which little is left. */
export interface FigureField {
  field: string
  width: number
}

export interface FieldMap {
  /** From wide to narrow: the share in a narrower field leans on the wider one while it has seen little. */
  ladders: readonly { name: string; fields: readonly string[] }[]
  /** Fields that stand for themselves. */
  facets: readonly string[]
  /** Fields that tell more together than each for itself. */
  crosses: readonly (readonly [string, string])[]
  figures: readonly FigureField[]
  /** The field of the need that a financier's home is compared with. */
  home: string | null
}

/** A learned weight, in thousandths. */
export interface Weight {
  name: string
  thousandths: number
}

export interface Standing {
  financierId: string
  points: number
}

/** What one kind of evidence adds to a financier's points, and the number of its past deals behind it. */
export interface Part {
  evidence: string
  points: number
  deals: number | null
}

/** By node: the place of the evidence asked (-1 at a leaf), up to which figure one goes left, the nodes below, the points so far. */
export interface KeptTree {
  column: number[]
  upTo: number[]
  left: number[]
  right: number[]
  points: number[]
}

/** Everything that was learned, as it is stored and may be read: with the history of that moment it is the ranking again. */
export interface KeptRanking {
  seed: number
  lessons: number
  /** How much a past need is alike by each trait. */
  likeness: { name: string; weight: number }[]
  /** How much each evidence counts, and how far the trees move a financier by it on average. */
  evidence: { name: string; weight: number; moves: number }[]
  trees: KeptTree[]
}
