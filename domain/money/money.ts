import { foldNumerals } from '../numeral/numeral'

/** Money is integer fen; rates are integer basis points. What people type is read leniently, never guessed. */
export const FEN_PER_YUAN = 100
export const FEN_PER_WAN = 1_000_000
export const FEN_PER_YI = 10_000_000_000
export const FEN_PER_MILLION = 100_000_000
export const FEN_PER_BILLION = 100_000_000_000
/** 10 billion yuan: no single amount of this city's companies is larger, and one that seems so was typed in another unit. */
export const MOST_PLAUSIBLE_FEN = 1_000_000_000_000
/** Beyond this an integer is no longer exact. */
const MOST = BigInt(Number.MAX_SAFE_INTEGER)

const fenPer: Record<string, number> = {
  元: FEN_PER_YUAN,
  块: FEN_PER_YUAN,
  yuan: FEN_PER_YUAN,
  千: FEN_PER_YUAN * 1_000,
  thousand: FEN_PER_YUAN * 1_000,
  k: FEN_PER_YUAN * 1_000,
  w: FEN_PER_WAN,
  万: FEN_PER_WAN,
  wan: FEN_PER_WAN,
  百万: FEN_PER_WAN * 100,
  million: FEN_PER_MILLION,
  mn: FEN_PER_MILLION,
  m: FEN_PER_MILLION,
  千万: FEN_PER_WAN * 1_000,
  亿: FEN_PER_YI,
  yi: FEN_PER_YI,
  billion: FEN_PER_BILLION,
  bn: FEN_PER_BILLION,
}
const unitsLongestFirst = Object.keys(fenPer).sort((a, b) => b.length - a.length)
/** In a field of 万元, 六千 could be 6,000 yuan or 6,000 of them. */
const thousandsAlone = /^[^万萬亿億]*[千仟]$/
const piece = new RegExp(`^(\\d+)(?:\\.(\\d+))?(${unitsLongestFirst.join('|')})?(?:元|yuan)?`)

/** Full-width and Chinese figures, spaces and the thousands' commas folded; null where a comma is not one of thousands. */
function plainFigures(typed: string): string | null {
  const folded = foldNumerals(
    typed
      .normalize('NFKC')
      .replace(/[\s_]/g, '')
      .replace(/[−–—]/g, '-')
      .replace(/[，、]/g, ',')
      .replace(/。/g, '.')
      .toLowerCase(),
  )
  if (!folded.includes(',')) return folded
  return /^[^\d]*\d{1,3}(,\d{3})+(?![\d,])/.test(folded) ? folded.replaceAll(',', '') : null
}

function fenOf(whole: string, decimals: string, perUnit: number): bigint | null {
  const scale = 10n ** BigInt(decimals.length)
  const exact = BigInt(whole + decimals) * BigInt(perUnit)
  return exact % scale === 0n ? exact / scale : null
}

/**
 * Fen from what a person typed in a field of 万元 (or of 元): `１，２００万`, `1.2亿`, `600 万元`, `1亿2000万`, `六百万`,
 * `600萬`, `CNY 6 million`, `1.2m`. A bare figure is in the field's unit. Null where it is not an amount, or not a whole
 * number of fen.
 */
export function parseMoney(typed: string, unit: '万' | '元' = '万'): number | null {
  const figures = plainFigures(typed)
  if (figures === null || (unit === '万' && thousandsAlone.test(typed.trim()))) return null
  let rest = figures.replace(/^(-?)(?:[¥￥]|cny|rmb|人民币)/, '$1')
  const negative = rest.startsWith('-')
  if (negative) rest = rest.slice(1).replace(/^(?:[¥￥]|cny|rmb|人民币)/, '')
  let total = 0n
  let lastPerUnit = Infinity
  for (let pieces = 0; rest !== ''; pieces++) {
    const found = piece.exec(rest)
    if (!found) return null
    const [all, whole = '', decimals = '', named] = found
    // 3万5 could be 35,000 or 30,005: only a figure that stands alone may go without its unit.
    if (named === undefined && (pieces > 0 || all.length < rest.length)) return null
    const perUnit =
      named === undefined ? (/(元|yuan)$/.test(all) ? FEN_PER_YUAN : fenPer[unit]) : fenPer[named]
    if (perUnit === undefined || perUnit >= lastPerUnit) return null
    const fen = fenOf(whole, decimals, perUnit)
    if (fen === null) return null
    total += fen
    lastPerUnit = perUnit
    rest = rest.slice(all.length)
  }
  if (lastPerUnit === Infinity || total > MOST) return null
  return Number(negative ? -total : total)
}

/** Basis points a year as typed: `4.5`, `４.５％`, `年化4.5%`, `百分之四点五`, `450bp`. Null where they are not whole. */
export function parseRate(typed: string): number | null {
  const figures = plainFigures(typed)
    ?.replace(/^(?:年化|年利率|年)/, '')
    .replace(/^(-?)百分之(.+)$/, '$1$2%')
  const found = /^(-?)(\d+)(?:\.(\d+))?(%|bps?|基点)?(?:[/每]年|p\.?a\.?)?$/.exec(figures ?? '')
  if (!found) return null
  const [, sign = '', whole = '', decimals = '', unit] = found
  const bp = fenOf(whole, decimals, unit === undefined || unit === '%' ? 100 : 1)
  if (bp === null || bp > MOST) return null
  return Number(sign === '-' ? -bp : bp)
}

const scales: Record<string, number> = { 百: 100, 千: 1_000, k: 1_000, 万: 10_000, w: 10_000 }
/** What a count counts; any other word could change the figure: 2 年 are not 2 months. */
const counters =
  /(?:个工作日|工作日|个月|月份|个|月|人|名|位|项|件|条|天|日|months?|people|persons?|employees|staff|items?|patents?|(?:working)?days?)$/

/** A whole number as typed, with or without the word that counts it: `1,200`, `３８ 人`, `十二个月`, `1.2万人`. */
export function parseWhole(typed: string): number | null {
  const figures = plainFigures(typed)?.replace(/^((?:19|20)\d{2})年$/, '$1')
  const found = /^(-?)(\d+)(?:\.(\d+))?([百千万kw])?$/.exec(figures?.replace(counters, '') ?? '')
  if (!found) return null
  const [, sign = '', whole = '', decimals = '', scale] = found
  const exact = fenOf(whole, decimals, scale === undefined ? 1 : (scales[scale] ?? 1))
  if (exact === null || exact > MOST) return null
  return Number(sign === '-' ? -exact : exact)
}

/** Whole months as typed: `18`, `18 个月`, `3年`, `一年半`, `1年6个月`, `1.5 years`. A bare figure is in the field's unit. */
export function parseMonths(typed: string, unit: 'month' | 'year' = 'month'): number | null {
  const written = plainFigures(typed)?.replace(/个?季度?$|quarters?$/, '季') ?? ''
  const figures = unit === 'year' ? written.replace(/^[\d.]+$/, '$&年') : written
  const quarters = /^(\d+)季$/.exec(figures)
  if (quarters) return Number(quarters[1]) * 3
  const years =
    /^(\d+)(?:\.(\d+))?个?(?:年期?|years?|yrs?|y)(半|(?:零|又)?(\d+)(?:个月|月|months?|m))?$/.exec(
      figures,
    )
  if (!years) return parseWhole(figures.replace(/^(\d+)(?:m|月期|个月期)$/, '$1'))
  const [, whole = '', decimals = '', rest, more] = years
  const months = fenOf(whole, decimals, 12)
  if (months === null || months > MOST || (rest === '半' && decimals !== '')) return null
  return Number(months) + (rest === '半' ? 6 : Number(more ?? 0))
}

/** A decimal without needless zeros: what a field shows for an amount it already holds. */
function inUnit(fen: number | bigint, perUnit: number): string {
  const value = BigInt(fen)
  const size = value < 0n ? -value : value
  const unit = BigInt(perUnit)
  const decimals = String(size % unit)
    .padStart(String(perUnit).length - 1, '0')
    .replace(/0+$/, '')
  return `${value < 0n ? '-' : ''}${size / unit}${decimals ? `.${decimals}` : ''}`
}

export function fenAsWan(fen: number | bigint): string {
  return inUnit(fen, FEN_PER_WAN)
}

export function bpAsPercent(bp: number): string {
  return inUnit(bp, 100)
}
