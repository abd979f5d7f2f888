/** Which figures of a year are published, month by month: those that give nothing away beside all that were before. */
import type { FinancierKind } from '../organisation/organisation'
import type { District, Zone } from '../place/place'
import { isFinancing, loanClasses, type FinancingClass } from '../product/classes'
import { SMALL_CELL, type Period } from '../totals/totals'
import { Audit, type Sum } from './audit'
import {
  isQuarterEnd,
  publicDimensions,
  quarterOf,
  windowsOf,
  type PublicDimension,
  type PublishedCell,
  type PublishedTotals,
  type PublishedWindow,
} from './publication'

/** A row of the ledger that counted when its month was published. */
export interface PublishedRow {
  rung: 5 | 6
  month: number
  companyId: string
  financierId: string
  financierKind: FinancierKind
  class: FinancingClass
  contractKey: string
  amountFen: number
  district: District | null
  zone: Zone | null
  chains: string[]
  isEvidenced: boolean
}

const keysOf: Record<PublicDimension, (row: PublishedRow) => (string | null)[]> = {
  class: (row) => [row.class],
  'financier-kind': (row) => [row.financierKind],
  district: (row) => [row.district],
  zone: (row) => [row.zone],
  chain: (row) => (row.chains.length > 0 ? row.chains : [null]),
}

/** More than there are of one year: 20 chains, 14 districts, 11 classes, 8 zones, 7 kinds, each in 7 periods, the whole, and revisions. */
const SUMS_A_YEAR = 500
const SUMS_A_QUARTER = 80

export const companiesOf = (rows: readonly PublishedRow[]) =>
  new Set(rows.map((row) => row.companyId))
const fenOf = (rows: readonly PublishedRow[]) =>
  rows.filter((row) => isFinancing(row.class)).reduce((sum, row) => sum + row.amountFen, 0)
const figuresOf = (rows: readonly PublishedRow[]) => ({
  companies: companiesOf(rows).size,
  companyTimes: rows.length,
  drawnFen: fenOf(rows),
})

type Measure = 'drawn' | 'granted' | 'loans'

/** The months of one year, as they are published one after the other. */
export class YearOfFigures {
  private readonly drawn: PublishedRow[] = []
  private readonly granted: PublishedRow[] = []
  private readonly places = new Map<string, number>()
  private readonly companies = new Audit(SUMS_A_YEAR)
  /** Months up to which each measure of the whole city is shown, the last one at the end. */
  private readonly shownTo: Record<Measure, number[]> = { drawn: [], granted: [], loans: [] }
  /** The parts of a quarter that are shown. */
  private readonly shownParts = new Set<string>()

  /** The windows of the next month. */
  publish(month: number, rows: readonly PublishedRow[]): PublishedWindow[] {
    this.take(rows)
    const periods = windowsOf(month)
    // The year so far comes first: what is shown of it is not left out for the quarter's sake.
    const totals = periods.toReversed().map((period) => this.judgeTotals(period))
    return periods.map((period, index) => ({
      ...period,
      totals: totals[periods.length - 1 - index] ?? null,
      cuts: isQuarterEnd(month) ? this.judgeCuts(period) : null,
    }))
  }

  /** Takes in a month that was published before. */
  remember(rows: readonly PublishedRow[], windows: readonly PublishedWindow[]): void {
    this.take(rows)
    for (const { from, to, totals, cuts } of windows) {
      const own = this.within({ from, to })
      const isYear = from % 100 === 1
      if (totals) {
        this.companies.add([this.placesOf(own)])
        if (totals.evidenced !== null) this.companies.add([this.placesOf(own.filter(isEvidenced))])
        if (isYear) this.shownTo.drawn.push(to)
        if (isYear && totals.grantedFen !== null) this.shownTo.granted.push(to)
        if (isYear && totals.loans !== null) this.shownTo.loans.push(to)
      }
      for (const dimension of cuts ? publicDimensions : [])
        for (const { key, shown } of cuts?.[dimension] ?? [])
          if (shown) {
            this.companies.add([this.placesOf(own.filter(isOf(dimension, key)))])
            this.shownParts.add(`${from} ${to} ${dimension} ${key}`)
          }
    }
  }

  /** Takes in the companies of a revision that was published before. */
  rememberRevision(rows: readonly PublishedRow[]): void {
    this.companies.add([this.revisedPlaces(rows)])
  }

  /** Whether how many companies a revision has can be told beside all that was published before. */
  admitRevision(rows: readonly PublishedRow[]): boolean {
    return this.companies.admit([this.revisedPlaces(rows)])
  }

  private revisedPlaces(rows: readonly PublishedRow[]): Sum {
    const drawn = rows.filter(({ rung }) => rung === 6)
    this.makePlaces(drawn)
    return this.placesOf(drawn)
  }

  private take(rows: readonly PublishedRow[]): void {
    this.drawn.push(...rows.filter(({ rung }) => rung === 6))
    this.granted.push(...rows.filter(({ rung }) => rung === 5))
    this.makePlaces(this.drawn)
  }

  private makePlaces(rows: readonly PublishedRow[]): void {
    const fresh = [...companiesOf(rows)].filter((id) => !this.places.has(id))
    for (const id of fresh) this.places.set(id, this.places.size)
    if (fresh.length > 0) this.companies.widen(fresh)
  }

  private within({ from, to }: Period, rows: readonly PublishedRow[] = this.drawn) {
    return rows.filter(({ month }) => month >= from && month <= to)
  }

  private placesOf(rows: readonly PublishedRow[]): Sum {
    return [...companiesOf(rows)].map((id) => this.places.get(id) ?? 0)
  }

  private judgeTotals(period: Period): PublishedTotals | null {
    const rows = this.within(period)
    const isYear = period.from % 100 === 1
    const before = period.from - (isYear ? 0 : 1)
    if (isYear) {
      const step = rows.filter(({ month }) => month > (this.shownTo.drawn.at(-1) ?? 0))
      if (isFew(step) || isFew(step.filter(isMoney))) return null
    } else if (![before, period.to].every((month) => this.shownTo.drawn.includes(month)))
      return null
    if (!this.companies.admit([this.placesOf(rows)])) return null
    if (isYear) this.shownTo.drawn.push(period.to)
    return {
      ...figuresOf(rows),
      loans: isYear ? this.judgeLoans(rows, period.to) : null,
      grantedFen: this.judgeGranted(period, isYear, before),
      evidenced: isYear ? this.judgeEvidenced(rows) : null,
    }
  }

  private judgeLoans(rows: readonly PublishedRow[], to: number): number | null {
    const loans = rows.filter((row) => loanClasses.includes(row.class))
    const shown = this.shownTo.loans.at(-1) ?? 0
    const known = new Set(loans.filter(({ month }) => month <= shown).map(contractOf))
    if (isFew(loans.filter((row) => !known.has(contractOf(row))))) return null
    this.shownTo.loans.push(to)
    return new Set(loans.map(contractOf)).size
  }

  private judgeGranted(period: Period, isYear: boolean, before: number): number | null {
    const { granted: shown } = this.shownTo
    const rows = this.within(period, this.granted).filter(isMoney)
    if (!isYear)
      return [before, period.to].every((month) => shown.includes(month)) ? fenOf(rows) : null
    if (isFew(rows.filter(({ month }) => month > (shown.at(-1) ?? 0)))) return null
    shown.push(period.to)
    return fenOf(rows)
  }

  private judgeEvidenced(rows: readonly PublishedRow[]): number | null {
    const evidenced = rows.filter(isEvidenced)
    return this.companies.admit([this.placesOf(evidenced)]) ? companiesOf(evidenced).size : null
  }

  private judgeCuts(period: Period): Record<PublicDimension, PublishedCell[]> {
    const isQuarter = period.from === quarterOf(period.to)
    const judge = isQuarter ? this.judgeOfQuarter(period) : this.judgeOfYear()
    const cuts = {} as Record<PublicDimension, PublishedCell[]>
    for (const dimension of publicDimensions) {
      const rows = this.within(period)
      const parts = [...new Set(rows.flatMap(keysOf[dimension]))]
        .map((key) => ({ key, rows: rows.filter(isOf(dimension, key)) }))
        .toSorted((a, b) => companiesOf(b.rows).size - companiesOf(a.rows).size || compare(a, b))
      const large = parts.filter((part) => !isFew(part.rows))
      // All of them where nothing is given away; else one by one, the largest first.
      const shown = judge(dimension, large)
        ? large
        : large.filter((part) => judge(dimension, [part]))
      cuts[dimension] = parts.map((part) => ({
        key: part.key,
        shown: shown.includes(part) ? figuresOf(part.rows) : null,
      }))
      if (isQuarter)
        for (const { key } of shown)
          this.shownParts.add(`${period.from} ${period.to} ${dimension} ${key}`)
    }
    return cuts
  }

  /** A quarter's rows and money, beside those of its months, which the year so far tells. */
  private judgeOfQuarter(period: Period): Judge {
    const rows = this.within(period)
    const audits = [rows, rows.filter(isMoney)].map((columns) => {
      const audit = new Audit(SUMS_A_QUARTER)
      if (columns.length > 0) audit.widen(columns.map(({ companyId }) => companyId))
      const placeOf = new Map(columns.map((row, place) => [row, place]))
      const sumOf = (part: readonly PublishedRow[]): Sum =>
        part.flatMap((row) => placeOf.get(row) ?? [])
      const months = [...new Set(columns.map(({ month }) => month))]
      const isSafe = audit.admit(
        months.map((month) => sumOf(columns.filter((row) => row.month === month))),
      )
      return { audit, sumOf, isSafe }
    })
    return (_dimension, parts) => {
      if (audits.some(({ isSafe }) => !isSafe)) return false
      const saved = audits.map(({ audit }) => audit.save())
      const isAdmitted =
        audits.every(({ audit, sumOf }) => audit.admit(parts.map((part) => sumOf(part.rows)))) &&
        this.companies.admit(parts.map((part) => this.placesOf(part.rows)))
      if (!isAdmitted)
        for (const [index, { audit }] of audits.entries()) audit.restore(saved[index] ?? [])
      return isAdmitted
    }
  }

  /** Of the year so far rows and money are the sums of its quarters: where one is left out, so is this. */
  private judgeOfYear(): Judge {
    return (dimension, parts) =>
      parts.every(({ key, rows }) =>
        [...new Set(rows.map(({ month }) => quarterOf(month)))].every((from) =>
          this.shownParts.has(`${from} ${from + 2} ${dimension} ${key}`),
        ),
      ) && this.companies.admit(parts.map((part) => this.placesOf(part.rows)))
  }
}

interface Part {
  key: string | null
  rows: readonly PublishedRow[]
}
type Judge = (dimension: PublicDimension, parts: readonly Part[]) => boolean

export const isMoney = (row: PublishedRow) => isFinancing(row.class)
const isEvidenced = (row: PublishedRow) => row.isEvidenced
const contractOf = (row: PublishedRow) => `${row.financierId} ${row.contractKey}`
const isOf = (dimension: PublicDimension, key: string | null) => (row: PublishedRow) =>
  keysOf[dimension](row).includes(key)
const compare = (a: Part, b: Part) => ((a.key ?? '') < (b.key ?? '') ? -1 : 1)

/** Of one or two companies; none at all is nobody's. */
function isFew(rows: readonly PublishedRow[]): boolean {
  const companies = companiesOf(rows).size
  return companies > 0 && companies < SMALL_CELL
}
