/** An attacker who knows of every row what it is, and not its amount nor whether it is there, and who adds and subtracts all that is public. */
import { isFinancing } from '../product/classes'
import type { PublishedRow } from '../publication/judge-figures'
import {
  publicDimensions,
  type PublicDimension,
  type PublishedWindow,
} from '../publication/publication'

export const publicKeysOf: Record<PublicDimension, (row: PublishedRow) => (string | null)[]> = {
  class: (row) => [row.class],
  'financier-kind': (row) => [row.financierKind],
  district: (row) => [row.district],
  zone: (row) => [row.zone],
  chain: (row) => (row.chains.length > 0 ? row.chains : [null]),
}

/** What is unknown (each of a company), and which of it each public answer adds. */
export interface System {
  unknowns: { company: string }[]
  answers: boolean[][]
}

const P = 67_108_859
function inverse(value: number): number {
  let [result, base, exponent] = [1, value, P - 2]
  for (; exponent > 0; exponent = Math.floor(exponent / 2)) {
    if (exponent % 2 === 1) result = (result * base) % P
    base = (base * base) % P
  }
  return result
}

/** The rank of a matrix, modulo a prime, by plain elimination. */
function rankOf(matrix: readonly (readonly number[])[]): number {
  const rows = matrix.map((row) => [...row])
  const width = rows[0]?.length ?? 0
  let rank = 0
  for (let column = 0; column < width && rank < rows.length; column++) {
    const at = rows.findIndex((row, index) => index >= rank && row[column] !== 0)
    const pivot = rows[at]
    if (!pivot) continue
    rows[at] = rows[rank] ?? []
    rows[rank] = pivot
    const scale = inverse(pivot[column] ?? 1)
    for (let index = rank + 1; index < rows.length; index++) {
      const row = rows[index]
      const factor = ((row?.[column] ?? 0) * scale) % P
      if (!row || factor === 0) continue
      for (let place = column; place < width; place++)
        row[place] = ((row[place] ?? 0) + (P - factor) * (pivot[place] ?? 0)) % P
    }
    rank++
  }
  return rank
}

/**
 * The companies, one or two, of which some combination of the answers adds something and of nobody else: without their unknowns
 * the answers are of lower rank.
 */
export function pinned({ unknowns, answers }: System): string[] | null {
  const distinct = [...new Map(answers.map((row) => [row.join(), row.map(Number)])).values()]
  const whole = rankOf(distinct)
  const companies = [...new Set(unknowns.map(({ company }) => company))]
  for (const [index, one] of companies.entries())
    for (const other of companies.slice(index)) {
      const kept = unknowns.flatMap(({ company }, place) =>
        company === one || company === other ? [] : [place],
      )
      if (rankOf(distinct.map((row) => kept.map((place) => row[place] ?? 0))) < whole)
        return [...new Set([one, other])]
    }
  return null
}

/** A public answer: the rows it is of. */
export interface Answer {
  companies: boolean
  /** Whether its rows and their money are told too. */
  rows: boolean
  of: readonly PublishedRow[]
}

/** Every public answer of a year's windows. */
export function answersOf(
  rows: readonly PublishedRow[],
  windows: readonly PublishedWindow[],
): Answer[] {
  const drawn = rows.filter(({ rung }) => rung === 6)
  return windows.flatMap(({ from, to, totals, cuts }) => {
    const own = drawn.filter(({ month }) => month >= from && month <= to)
    const answers: Answer[] = totals ? [{ companies: true, rows: true, of: own }] : []
    if (totals && totals.evidenced !== null)
      answers.push({ companies: true, rows: false, of: own.filter((row) => row.isEvidenced) })
    for (const dimension of cuts ? publicDimensions : [])
      for (const { key, shown } of cuts?.[dimension] ?? [])
        if (shown)
          answers.push({
            companies: true,
            rows: true,
            of: own.filter((row) => publicKeysOf[dimension](row).includes(key)),
          })
    return answers
  })
}

/** All that is told of companies, of drawings, and of money, each a system of its own unknowns. */
export function systemsOf(
  rows: readonly PublishedRow[],
  answers: readonly Answer[],
): Record<string, System> {
  const drawn = rows.filter(({ rung }) => rung === 6)
  const money = drawn.filter((row) => isFinancing(row.class))
  const companies = [...new Set(drawn.map(({ companyId }) => companyId))]
  const ofRows = (unknowns: readonly PublishedRow[]): System => ({
    unknowns: unknowns.map(({ companyId }) => ({ company: companyId })),
    answers: answers
      .filter((answer) => answer.rows)
      .map(({ of }) => unknowns.map((row) => of.includes(row))),
  })
  return {
    companies: {
      unknowns: companies.map((company) => ({ company })),
      answers: answers.map(({ of }) =>
        companies.map((company) => of.some((row) => row.companyId === company)),
      ),
    },
    drawings: ofRows(drawn),
    money: ofRows(money),
  }
}
