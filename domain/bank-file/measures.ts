/** Amounts, rates and tenors in the cells of a bank file: exact in their unit, or what of it is not known. */
import { parseMoney } from '../money/money'
import type { MoneyUnit, RatePeriod, RateUnit, TenorUnit } from './bank-file'
import { foreignCurrency, moneyUnitOf, rateUnitOf, tenorUnitOf } from './units'

/** A spreadsheet's 1.2E+06 written out; with five decimals it has most likely lost some, and stays as it is. */
function withoutExponent(text: string): string {
  const found = /^(\d+)(?:\.(\d{1,4}))?e\+?(\d{1,2})$/i.exec(text)
  if (!found) return text
  const [, whole = '', decimals = '', power = ''] = found
  const shift = Number(power)
  const digits = (whole + decimals).padEnd(whole.length + shift, '0')
  const point = whole.length + shift
  return point >= digits.length ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`
}

const figures = /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d*)?/

/** The figures that a cell begins with, and the words behind them; null where it begins with none. */
function splitCell(cell: string): { digits: string; words: string } | null {
  const found = figures.exec(cell)?.[0]
  if (found === undefined) return null
  const digits = found.replaceAll(',', '').replace(/^\+/, '').replace(/\.$/, '')
  return { digits, words: cell.slice(found.length).trim() }
}

export type MoneyCell =
  | { fen: number }
  | 'amount-unreadable'
  | 'not-in-yuan'
  | 'no-unit'
  /** By its own unit, and by that of its column, where the two differ. */
  | { own: number; byColumn: number | null }

/** Fen from a cell in a column of a unit, or of none that is known. */
export function readMoney(cell: string, unit: MoneyUnit | null): MoneyCell {
  if (foreignCurrency(cell)) return 'not-in-yuan'
  const bare = cell.replace(/^(?:[¥￥]|rmb|cny|人民币)\s*/i, '').replace(/[整正]$/, '')
  const plain = withoutExponent(bare.trim())
  const split = splitCell(plain)
  const inUnit = (one: MoneyUnit) => (split ? parseMoney(`${split.digits}${one}`) : null)
  if (split?.words === '') {
    if (unit === null) return 'no-unit'
    const fen = inUnit(unit)
    return fen === null ? 'amount-unreadable' : { fen }
  }
  const ownUnit = split ? moneyUnitOf(split.words) : null
  const own = ownUnit
    ? inUnit(ownUnit)
    : /^-?\d.*[\u4e00-\u9fff]$/.test(plain)
      ? parseMoney(plain, '元')
      : null
  if (own === null) return 'amount-unreadable'
  if (unit === null || unit === ownUnit) return { fen: own }
  return { own, byColumn: ownUnit ? inUnit(unit) : null }
}

const BP_PER: Record<RateUnit, number> = { percent: 100, permille: 10, bp: 1, fraction: 10_000 }

export interface RateCell {
  digits: string
  rate: RateUnit | null
  period: RatePeriod | null
}

/** The figures of a rate and what the cell itself says of their unit; null where it is no rate. */
export function readRate(cell: string): RateCell | null {
  const split = splitCell(cell)
  if (!split || split.digits.startsWith('-')) return null
  const own = split.words === '' ? { rate: null, period: null } : rateUnitOf(split.words)
  return own && { digits: split.digits, ...own }
}

/** Basis points a year, to the nearest whole one. */
export function yearlyBp(digits: string, unit: RateUnit, period: RatePeriod) {
  const [whole = '', decimals = ''] = digits.split('.')
  const scale = 10n ** BigInt(decimals.length)
  const exact = BigInt(whole + decimals) * BigInt(BP_PER[unit] * (period === 'month' ? 12 : 1))
  return { bp: Number((2n * exact + scale) / (2n * scale)), isRounded: exact % scale !== 0n }
}

const MONTHS_PER = { month: 1, quarter: 3, year: 12 } as const
const MONTHS_MOST = 600

/** The figures of a tenor and the unit that the cell itself names; `1年6个月` is 18 months. */
export function readTenor(cell: string): { digits: string; tenor: TenorUnit | null } | null {
  const both = /^(\d+)年(?:零)?(\d+)个?月$/.exec(cell)
  if (both) return { digits: String(Number(both[1]) * 12 + Number(both[2])), tenor: 'month' }
  const split = splitCell(cell.replace(/期$/, ''))
  if (!split || split.digits.startsWith('-')) return null
  if (split.words === '') return { digits: split.digits, tenor: null }
  const tenor = tenorUnitOf(split.words)
  return tenor && { digits: split.digits, tenor }
}

/** Whole months; days by thirties and years of 365, others to the nearest month. Null where it is no whole number. */
export function monthsOf(digits: string, unit: TenorUnit) {
  const value = Number(digits)
  if (unit !== 'day') {
    const months = value * MONTHS_PER[unit]
    return Number.isInteger(months) && months <= MONTHS_MOST ? { months, isRounded: false } : null
  }
  if (!Number.isInteger(value) || value > MONTHS_MOST * 30) return null
  const isYears = value > 0 && (value % 365 === 0 || value === 366)
  if (isYears) return { months: Math.floor(value / 365) * 12, isRounded: false }
  if (value % 30 === 0) return { months: value / 30, isRounded: false }
  return { months: Math.max(1, Math.round(value / 30.4375)), isRounded: true }
}
