/** Money is integer fen; rates are integer basis points. What people type is read leniently, never guessed. */
export const FEN_PER_YUAN = 100
export const FEN_PER_WAN = 1_000_000
export const FEN_PER_YI = 10_000_000_000
export const FEN_PER_MILLION = 100_000_000
export const FEN_PER_BILLION = 100_000_000_000
/** Beyond this an integer is no longer exact. */
const MOST = BigInt(Number.MAX_SAFE_INTEGER)

const fenPer: Record<string, number> = {
  元: FEN_PER_YUAN,
  块: FEN_PER_YUAN,
  yuan: FEN_PER_YUAN,
  千: FEN_PER_YUAN * 1_000,
  thousand: FEN_PER_YUAN * 1_000,
  万: FEN_PER_WAN,
  wan: FEN_PER_WAN,
  百万: FEN_PER_WAN * 100,
  million: FEN_PER_MILLION,
  千万: FEN_PER_WAN * 1_000,
  亿: FEN_PER_YI,
  yi: FEN_PER_YI,
  billion: FEN_PER_BILLION,
}
const unitsLongestFirst = Object.keys(fenPer).sort((a, b) => b.length - a.length)
const piece = new RegExp(`^(\\d+)(?:\\.(\\d+))?(${unitsLongestFirst.join('|')})?(?:元|yuan)?`)

/** Full-width figures, spaces and the thousands' commas folded away; null where a comma is not one of thousands. */
function plainFigures(typed: string): string | null {
  const folded = typed
    .normalize('NFKC')
    .replace(/[\s_]/g, '')
    .replace(/[−–—]/g, '-')
    .replace(/[，、]/g, ',')
    .toLowerCase()
  if (!folded.includes(',')) return folded
  return /^[^\d]*\d{1,3}(,\d{3})+(?![\d,])/.test(folded) ? folded.replaceAll(',', '') : null
}

function fenOf(whole: string, decimals: string, perUnit: number): bigint | null {
  const scale = 10n ** BigInt(decimals.length)
  const exact = BigInt(whole + decimals) * BigInt(perUnit)
  return exact % scale === 0n ? exact / scale : null
}

/**
 * Fen from what a person typed in a field of 万元 (or of 元): `１，２００万`, `1.2亿`, `600 万元`, `1亿2000万`, `CNY 6 million`.
 * A bare figure is in the field's unit. Null where it is not an amount, or not a whole number of fen.
 */
export function parseMoney(typed: string, unit: '万' | '元' = '万'): number | null {
  const figures = plainFigures(typed)
  if (figures === null) return null
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

/** Basis points from a yearly rate as typed: `4.5`, `４.５％`, `450bp`. Null where it is not whole basis points. */
export function parseRate(typed: string): number | null {
  const figures = plainFigures(typed)
  const found = figures === null ? null : /^(-?)(\d+)(?:\.(\d+))?(%|bp)?$/.exec(figures)
  if (!found) return null
  const [, sign = '', whole = '', decimals = '', unit] = found
  const bp = fenOf(whole, decimals, unit === 'bp' ? 1 : 100)
  if (bp === null || bp > MOST) return null
  return Number(sign === '-' ? -bp : bp)
}

/** A whole number as typed, with or without the word that counts it: `1,200`, `３８ 人`, `12 months`. */
export function parseWhole(typed: string): number | null {
  const figures = plainFigures(typed)
  const found = figures === null ? null : /^(-?\d+)(?:\.0*)?(?:个?\p{Letter}+)?$/u.exec(figures)
  const value = found ? Number(found[1]) : NaN
  return Number.isSafeInteger(value) ? value : null
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
