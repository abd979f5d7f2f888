import { writeFileSync } from 'node:fs'

/** One line of a measurement: how `work` fares in `variant`, and the ratio to its peer held against what it should reach. */
export interface Row {
  bench: string
  work: string
  variant: string
  unit: string
  p50: number
  p95: number
  ratio: number
  reach: number
  ok: boolean
  /** Of a peer that met the statement's time limit, soonest after so long: p50, p95 and ratio are at least what they say. */
  timedOut?: { answers: number; of: number; afterMs: number }
}

const round = (value: number) => Math.round(value * 100) / 100

/** Writes the rows into a file, where one is named. */
export function keepRows(rows: Row[], file: string | undefined): void {
  if (file === undefined) return
  const rounded = rows.map((row) => ({
    ...row,
    p50: round(row.p50),
    p95: round(row.p95),
    ratio: round(row.ratio),
  }))
  writeFileSync(file, `${JSON.stringify(rounded, null, 1)}\n`)
}

export function lineOf({ work, variant, unit, p50, p95, ratio, reach, ok, timedOut }: Row): string {
  const figures = [p50, p95].map((value) => value.toFixed(1).padStart(8)).join(' ')
  const mark = ok ? '✓' : '✗'
  const times = `${timedOut ? '≥' : ''}${ratio.toFixed(2)}`.padStart(5)
  const late = timedOut
    ? ` (${timedOut.answers} of ${timedOut.of} > ${(timedOut.afterMs / 1_000).toFixed(1)} s, timed out)`
    : ''
  return `${mark} ${figures} ${unit}  ${times}x of ${reach}x  ${variant}${late}  ${work}`
}

export const printRow = (row: Row): void => console.log(lineOf(row))
