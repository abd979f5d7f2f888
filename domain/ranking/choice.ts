/**
 * Conditional logit: which weights of the evidence would have picked those who really financed, out of all who might have.
 * The most likely others of a need are all there; of the rest a sample stands for all, by its weight.
 */
import type { Steps } from './steps'

export interface Choice {
  /** Row by row, `width` figures a candidate; the right ones first. */
  evidence: Float32Array
  right: number
  /** By candidate: the logarithm of how many it stands for. */
  standsFor: Float64Array
}

/** Fit and gradient over all choices, with ridge `hold` on standardised weights. */
function climb(choices: readonly Choice[], weights: Float64Array, gradient: Float64Array): number {
  const width = weights.length
  gradient.fill(0)
  let fit = 0
  const mean = new Float64Array(width)
  for (const { evidence, right, standsFor } of choices) {
    const count = standsFor.length
    const scores = new Float64Array(count)
    let most = -Infinity
    for (let row = 0; row < count; row += 1) {
      let score = standsFor[row]!
      for (let w = 0, cell = row * width; w < width; w += 1, cell += 1)
        score += weights[w]! * evidence[cell]!
      scores[row] = score
      if (score > most) most = score
    }
    let sum = 0
    for (let row = 0; row < count; row += 1) sum += scores[row] = Math.exp(scores[row]! - most)
    mean.fill(0)
    for (let row = 0; row < count; row += 1) {
      const share = scores[row]! / sum
      const pull = row < right ? 1 / right - share : -share
      if (row < right) fit += Math.log(share) / right
      if (pull > -1e-7 && row >= right) continue
      for (let w = 0, cell = row * width; w < width; w += 1, cell += 1)
        mean[w]! += pull * evidence[cell]!
    }
    for (let w = 0; w < width; w += 1) gradient[w]! += mean[w]!
  }
  for (let w = 0; w < width; w += 1) gradient[w]! /= choices.length
  return fit / choices.length
}

/** The scale of each column, so that ridge holds all alike. */
function scalesOf(choices: readonly Choice[], width: number): Float64Array {
  const sums = new Float64Array(width)
  const squares = new Float64Array(width)
  let rows = 0
  for (const { evidence } of choices)
    for (let cell = 0; cell < evidence.length; cell += width) {
      rows += 1
      for (let w = 0; w < width; w += 1) {
        sums[w]! += evidence[cell + w]!
        squares[w]! += evidence[cell + w]! ** 2
      }
    }
  return sums.map((sum, w) => {
    const spread = Math.sqrt(Math.max(0, squares[w]! / rows - (sum / rows) ** 2))
    return spread > 1e-6 ? spread : 1
  })
}

/**
 * Maximum likelihood by L-BFGS; the evidence is scaled in place and back. Each weight is held near what needs no learning: 1 for
 * the first two, the share of similar needs and popularity, whose sum is then the logarithm of a chance; 0 for all others.
 */
export function* learnChoice(
  choices: readonly Choice[],
  width: number,
  hold: number,
  rounds: number,
): Steps<Float64Array> {
  if (choices.length === 0) return Float64Array.from({ length: width }, (_, w) => (w < 2 ? 1 : 0))
  const scales = scalesOf(choices, width)
  for (const { evidence } of choices)
    for (let cell = 0; cell < evidence.length; cell += 1) evidence[cell]! /= scales[cell % width]!
  let weights: Float64Array = new Float64Array(width)
  weights[0] = scales[0]!
  weights[1] = scales[1]!
  const start = weights.slice()
  const value = (at: Float64Array, gradient: Float64Array) => {
    let fit = -climb(choices, at, gradient)
    for (let w = 0; w < width; w += 1) {
      fit += 0.5 * hold * ((at[w]! - start[w]!) / scales[w]!) ** 2
      gradient[w] = -gradient[w]! + (hold * (at[w]! - start[w]!)) / scales[w]! ** 2
    }
    return fit
  }
  const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, x, i) => sum + x * b[i]!, 0)
  let gradient: Float64Array = new Float64Array(width)
  let loss = value(weights, gradient)
  const memory: { s: Float64Array; y: Float64Array; rho: number }[] = []
  for (let round = 0; round < rounds; round += 1) {
    const direction = gradient.slice()
    const alphas: number[] = []
    for (let m = memory.length - 1; m >= 0; m -= 1) {
      const { s, y, rho } = memory[m]!
      const alpha = rho * dot(s, direction)
      alphas[m] = alpha
      for (let w = 0; w < width; w += 1) direction[w]! -= alpha * y[w]!
    }
    const last = memory.at(-1)
    const gamma = last ? 1 / (last.rho * dot(last.y, last.y)) : 0.5
    for (let w = 0; w < width; w += 1) direction[w]! *= gamma
    memory.forEach(({ s, y, rho }, m) => {
      const beta = rho * dot(y, direction)
      for (let w = 0; w < width; w += 1) direction[w]! += s[w]! * (alphas[m]! - beta)
    })
    let step = 1
    const slope = dot(direction, gradient)
    let moved = false
    for (let tries = 0; tries < 12; tries += 1, step /= 2) {
      yield
      const trial = weights.map((weight, w) => weight - step * direction[w]!)
      const trialGradient = new Float64Array(width)
      const trialLoss = value(trial, trialGradient)
      if (trialLoss > loss - 1e-4 * step * slope) continue
      const s = trial.map((weight, w) => weight - weights[w]!)
      const y = trialGradient.map((slopeNow, w) => slopeNow - gradient[w]!)
      const sy = dot(s, y)
      if (sy > 1e-12) memory.push({ s, y, rho: 1 / sy })
      if (memory.length > 8) memory.shift()
      moved = loss - trialLoss > 1e-7
      weights = trial
      gradient = trialGradient
      loss = trialLoss
      break
    }
    if (!moved) break
  }
  for (const { evidence } of choices)
    for (let cell = 0; cell < evidence.length; cell += 1) evidence[cell]! *= scales[cell % width]!
  return weights.map((weight, w) => weight / scales[w]!)
}
