/**
 * The figures at which facts outside the teaser are tested, hard and soft alike: round ones that real criteria use. However
 * often a financier asks, it learns between which two of them a company lies, and no more. Pure.
 */
const WAN = 1_000_000
const wan = (...figures: number[]) => figures.map((figure) => figure * WAN)

const money = wan(
  ...[50, 100, 200, 300, 500, 1_000, 2_000, 3_000, 5_000, 8_000],
  ...[10_000, 20_000, 30_000, 50_000, 100_000, 200_000, 500_000],
)
/** Of every 5 points, up to twice what is owned. */
const ratios = Array.from({ length: 40 }, (_, place) => 500 * (place + 1))

/** By fact, rising, in its unit: fen, bp or people. */
export const hiddenSteps = {
  revenue: money,
  profit: [0, ...money],
  'rd-spend': money,
  'rd-staff': [1, 2, 3, 5, 10, 20, 30, 50, 100, 200, 500, 1_000],
  'debt-ratio': ratios,
} as const
export type SteppedFact = keyof typeof hiddenSteps

export function isStepped(fact: string): fact is SteppedFact {
  return Object.hasOwn(hiddenSteps, fact)
}

export function isStep(fact: SteppedFact, figure: number): boolean {
  return (hiddenSteps[fact] as readonly number[]).includes(figure)
}
