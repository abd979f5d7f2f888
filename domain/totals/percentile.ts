/** Middles and shares of fewer say more of one than of the many: pages say how few there are instead. */
export const SAMPLE_LEAST = 5

/** The value below which a part of the sorted values lies, between neighbours where it falls between them; 0 of none. */
export function percentile(sorted: readonly number[], part: number): number {
  const place = (sorted.length - 1) * part
  const below = sorted[Math.floor(place)] ?? 0
  const above = sorted[Math.ceil(place)] ?? below
  return below + (above - below) * (place - Math.floor(place))
}

/** Of values in any order. */
export function median(values: readonly number[]): number {
  return percentile(
    values.toSorted((a, b) => a - b),
    0.5,
  )
}
