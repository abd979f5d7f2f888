import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'

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
}

const round = (value: number) => Math.round(value * 100) / 100

/** Writes the rows where --json says. */
export function keepRows(rows: Row[]): void {
  const { values } = parseArgs({ options: { json: { type: 'string' } } })
  if (values.json === undefined) return
  const rounded = rows.map((row) => ({
    ...row,
    p50: round(row.p50),
    p95: round(row.p95),
    ratio: round(row.ratio),
  }))
  writeFileSync(values.json, `${JSON.stringify(rounded, null, 1)}\n`)
}

export function printRow({ work, variant, unit, p50, p95, ratio, reach, ok }: Row): void {
  const figures = [p50, p95].map((value) => value.toFixed(1).padStart(8)).join(' ')
  const mark = ok ? '✓' : '✗'
  console.log(
    `${mark} ${figures} ${unit}  ${ratio.toFixed(2).padStart(5)}x of ${reach}x  ${variant}  ${work}`,
  )
}
