import type { Locale } from 'next-intl'
import {
  FEN_PER_BILLION,
  FEN_PER_MILLION,
  FEN_PER_WAN,
  FEN_PER_YI,
  FEN_PER_YUAN,
  fenAsWan,
  parseMoney,
} from '@/domain/money/money'
import { fill, together, words } from './words'

type Size = 'yuan' | 'large' | 'huge'
type Fen = number | bigint

const perUnit: Record<Locale, Record<Size, bigint>> = {
  zh: { yuan: BigInt(FEN_PER_YUAN), large: BigInt(FEN_PER_WAN), huge: BigInt(FEN_PER_YI) },
  en: { yuan: BigInt(FEN_PER_YUAN), large: BigInt(FEN_PER_MILLION), huge: BigInt(FEN_PER_BILLION) },
}
/** 14.02 亿元 and CNY 1.402 billion are one precision. */
const decimalsOf: Record<Locale, Record<Size, number>> = {
  zh: { yuan: 2, large: 2, huge: 2 },
  en: { yuan: 2, large: 2, huge: 3 },
}

function sizeOf(fen: bigint, locale: Locale): Size {
  const size = fen < 0n ? -fen : fen
  if (size >= perUnit[locale].huge) return 'huge'
  return size >= perUnit[locale].large ? 'large' : 'yuan'
}

/** Rounded half up, grouped. A whole figure has no decimals; a broken one has all of them in 万元 and 亿元. */
function decimal(fen: bigint, unit: bigint, places: number, trim: boolean): string {
  const negative = fen < 0n
  const scale = 10n ** BigInt(places)
  const scaled = ((negative ? -fen : fen) * scale * 2n + unit) / (unit * 2n)
  const whole = (scaled / scale).toLocaleString('en')
  const rest = places === 0 ? '' : String(scaled % scale).padStart(places, '0')
  const shown = trim ? rest.replace(/0+$/, '') : rest.replace(/^0+$/, '')
  return `${negative && scaled !== 0n ? '−' : ''}${whole}${shown ? `.${shown}` : ''}`
}

function figure(fen: bigint, size: Size, locale: Locale, exact = false): string {
  const places = exact ? 9 : decimalsOf[locale][size]
  const trim = exact || (locale === 'en' && size !== 'yuan')
  return decimal(fen, perUnit[locale][size], places, trim)
}

/** So many figures and, where they are rounded, their zeros too: 39.997 亿元 is 40.00, and 40 is 40. */
const HEADLINE_FIGURES = 4

/** In the unit that the rounded figure has. */
function headline(fen: bigint, locale: Locale, size = sizeOf(fen, locale)): [string, Size] {
  const unit = perUnit[locale][size]
  const positive = fen < 0n ? -fen : fen
  const roundedTo = (places: number) => {
    const scale = 10n ** BigInt(places)
    return { places, scale, value: (positive * scale * 2n + unit) / (unit * 2n) }
  }
  const first = roundedTo(Math.max(0, HEADLINE_FIGURES - String(positive / unit).length))
  const isLonger = first.places > 0 && String(first.value).length > HEADLINE_FIGURES
  const { places, scale, value } = isLonger ? roundedTo(first.places - 1) : first
  const next = size === 'yuan' ? 'large' : 'huge'
  if (size !== 'huge' && value * unit >= perUnit[locale][next] * scale)
    return headline(fen, locale, next)
  const isExact = (positive * scale) % unit === 0n
  const text = decimal(fen, unit, places, isExact)
  const missing = isExact ? 0 : places - (text.split('.')[1]?.length ?? 0)
  return [missing > 0 ? `${text}.${'0'.repeat(missing)}` : text, size]
}

/** 14.02 亿元 · CNY 1.402 billion: beside a headline, rounded as it is. */
export function roundMoney(fen: Fen, locale: Locale): string {
  const [amount, size] = headline(BigInt(fen), locale)
  return together(fill(words[locale].money[size], { amount }))
}

/** 600 万元, 14.02 亿元 · CNY 6 million: in labels, headings and cells. Rounded to what is read. */
export function money(fen: Fen, locale: Locale): string {
  const size = sizeOf(BigInt(fen), locale)
  return together(fill(words[locale].money[size], { amount: figure(BigInt(fen), size, locale) }))
}

/** 14.02 亿元 · CNY 1.402 billion: in a headline sentence. */
export function moneyInSentence(fen: Fen, locale: Locale): string {
  const [amount, size] = headline(BigInt(fen), locale)
  return together(fill(words[locale].moneyInSentence[size], { amount }))
}

/** Every fen of it: 6,000,000 元 · CNY 6,000,000. */
export function exactMoney(fen: Fen, locale: Locale): string {
  const amount = figure(BigInt(fen), 'yuan', locale)
  return together(fill(words[locale].money.yuan, { amount }))
}

/** Figure and unit apart, for a cell of the figures strip: 14.02 and 亿元. */
export function moneyParts(fen: Fen, locale: Locale): { figure: string; unit: string } {
  const [amount, size] = headline(BigInt(fen), locale)
  return { figure: amount, unit: words[locale].moneyUnit[size] }
}

/** A cell under a head that names the unit, in 万元 · CNY million: 38,420 · 384.2. */
export function moneyFigure(fen: Fen, locale: Locale, decimals?: number): string {
  if (decimals === undefined) return figure(BigInt(fen), 'large', locale)
  return decimal(BigInt(fen), perUnit[locale].large, decimals, false)
}

/** The head of such a column: 到账（万元） · Drawn, CNY million. */
export function moneyHead(head: string, locale: Locale): string {
  return fill(words[locale].moneyColumn.large, { head })
}

/** 100–1,000 万元 · CNY 1–10 million, both ends exact and in one unit; ≥ or ≤ where one end is open. */
export function moneyRange(from: Fen | null, to: Fen | null, locale: Locale): string | null {
  const ends = [from, to].filter((end) => end !== null).map(BigInt)
  const most = ends.reduce((a, b) => (b > a ? b : a), 0n)
  if (ends.length === 0) return null
  const smallest = ends.reduce((a, b) => (b < a ? b : a))
  const fits = sizeOf(most, locale)
  // One unit for both ends: the larger end's, unless the smaller would read 0.0001 of it.
  const size = fits === 'huge' && smallest < perUnit[locale].huge ? 'large' : fits
  const shown = (end: Fen) => figure(BigInt(end), size, locale, true)
  const amount =
    from === null
      ? fill(words[locale].atMost, { figure: shown(to ?? 0) })
      : to === null
        ? fill(words[locale].atLeast, { figure: shown(from) })
        : from === to
          ? shown(from)
          : `${shown(from)}–${shown(to)}`
  return together(fill(words[locale].money[size], { amount }))
}

/** What a field echoes: 6,000,000 元，即 600 万元 · CNY 6,000,000, or CNY 6 million. */
export function moneyEcho(fen: Fen, locale: Locale): string {
  const amount = figure(BigInt(fen), 'yuan', locale)
  const exact = together(fill(words[locale].moneyInSentence.yuan, { amount }))
  if (sizeOf(BigInt(fen), locale) === 'yuan') return exact
  return fill(words[locale].moneyEcho, { exact, short: money(fen, locale) })
}

/** From here on a bare figure in a field of 万元 may have been meant in 元: 1 billion yuan. */
const DOUBTFUL_FEN = 100_000_000_000

/** What a field of 万元 understood; and of a bare figure that came out huge, what to enter if it was meant in 元. */
export function typedMoneyEcho(typed: string, locale: Locale): string | null {
  const fen = parseMoney(typed)
  if (fen === null) return null
  const inYuan = parseMoney(typed, '元')
  if (Math.abs(fen) < DOUBTFUL_FEN || inYuan === null || inYuan === fen)
    return moneyEcho(fen, locale)
  return fill(words[locale].moneyDoubt, {
    short: money(fen, locale),
    meant: exactMoney(inYuan, locale),
    wan: fenAsWan(inYuan),
  })
}
