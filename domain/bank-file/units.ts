/** The units that headings, cells and lines above a table may name: a closed vocabulary. What is not in it is not read. */
import {
  moneyUnits,
  type MoneyUnit,
  type RatePeriod,
  type RateUnit,
  type TenorUnit,
} from './bank-file'

export const FEN_PER: Record<MoneyUnit, number> = {
  元: 100,
  千元: 100_000,
  万元: 1_000_000,
  百万元: 100_000_000,
  亿元: 10_000_000_000,
}

const scales: Record<MoneyUnit, readonly string[]> = {
  元: [''],
  千元: ['千', '仟', 'thousand', 'thousands', '1000', '1,000', "'000", '000'],
  万元: ['万', '萬', 'wan', 'tenthousand', '10000', '10,000'],
  百万元: ['百万', '百萬', '佰万', 'million', 'millions', 'mn', '1000000', '1,000,000'],
  亿元: ['亿', '億', 'yi', 'hundredmillion', '100million', '100000000', '100,000,000'],
}
const yuanWords = ['', '元', '圆', 'yuan', 'cny', 'rmb', '人民币', '人民币元', 'rmbyuan', 'cnyyuan']
const yuanFirst = ['', 'cny', 'rmb', '人民币', '¥', '￥', '折人民币', '折合人民币']

const moneyBy = new Map(
  moneyUnits.flatMap((unit) =>
    scales[unit].flatMap((scale) =>
      yuanFirst.flatMap((first) =>
        yuanWords
          // A currency alone says nothing of the scale.
          .filter((last) => scale !== '' || /元|圆|yuan/.test(last))
          .map((last) => [`${first}${scale}${last}`, unit] as const),
      ),
    ),
  ),
)
/** Names of the currency that give no unit. */
const yuanAlone = new Set(['cny', 'rmb', '人民币', '¥', '￥', '本位币:人民币'])

const rateWords: Record<Exclude<RateUnit, 'fraction'>, readonly string[]> = {
  percent: ['%', '百分比', '百分数', '百分之', 'percent', 'percentage'],
  permille: ['‰', '千分比', '千分数', '千分之', 'permille', 'permil'],
  bp: ['bp', 'bps', '基点', 'basispoint', 'basispoints'],
}
const periodWords: Record<RatePeriod, readonly string[]> = {
  year: [
    '年',
    '年化',
    '每年',
    '年利率',
    '一年',
    'pa',
    'peryear',
    'perannum',
    'year',
    'yearly',
    'annual',
  ],
  month: ['月', '每月', '月利率', '一月', 'permonth', 'month', 'monthly'],
}
const rateBy = new Map<string, { rate: RateUnit | null; period: RatePeriod | null }>()
for (const period of ['year', 'month'] as const)
  for (const word of periodWords[period]) {
    rateBy.set(word, { rate: null, period })
    for (const rate of ['percent', 'permille', 'bp'] as const)
      for (const unit of rateWords[rate])
        for (const both of [`${word}${unit}`, `${unit}${word}`, `${unit}/${word}`])
          rateBy.set(both, { rate, period })
  }
for (const rate of ['percent', 'permille', 'bp'] as const)
  for (const unit of rateWords[rate]) rateBy.set(unit, { rate, period: null })

const tenorWords: Record<TenorUnit, readonly string[]> = {
  day: ['日', '天', 'd', 'day', 'days'],
  month: ['月', '个月', '月数', 'm', 'mo', 'month', 'months'],
  quarter: ['季', '季度', '个季度', 'q', 'quarter', 'quarters'],
  year: ['年', 'y', 'year', 'years'],
}
const tenorBy = new Map(
  (Object.keys(tenorWords) as TenorUnit[]).flatMap((unit) =>
    tenorWords[unit].map((word) => [word, unit] as const),
  ),
)

/** Currencies that are not the yuan, and words for *whatever it was*. */
const foreign =
  /美元|美金|港[币元]|欧元|日元|日圆|英镑|澳元|澳门元|加元|新元|新加坡[币元]|瑞郎|瑞士法郎|韩[元币]|卢布|台币|外币|外汇|原币|[$€£]|\b(?:us|hk)\$|(?<![a-z])(?:usd|hkd|eur|jpy|gbp|aud|cad|sgd|chf|krw|rub|twd|mop)(?![a-z])/i

/** The word for a currency that is not the yuan, or null. */
export function foreignCurrency(text: string): string | null {
  return foreign.exec(text.normalize('NFKC'))?.[0] ?? null
}

const wordsOf = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^in\s+/, '')
    .replace(/^(?:金额|货币|计量)?(?:单位|unit)\s*(?:为|[:：])?/, '')
    .replace(/[\s_.]+/g, '')

export const moneyUnitOf = (text: string): MoneyUnit | null => moneyBy.get(wordsOf(text)) ?? null
export const isYuanAlone = (text: string): boolean => yuanAlone.has(wordsOf(text))
export const rateUnitOf = (text: string) => rateBy.get(wordsOf(text)) ?? null
export const tenorUnitOf = (text: string): TenorUnit | null => tenorBy.get(wordsOf(text)) ?? null

const yuanCells = new Set([
  ...['人民币', '人民币元', '元', 'cny', 'rmb', 'rmbyuan', 'yuan', '156', '中国人民币'],
  ...['人民币(cny)', '人民币cny', 'cny人民币', 'cny-人民币', '人民币(rmb)', '人民币rmb'],
])
/** Whether a cell of a currency column names the yuan. */
export const isYuan = (cell: string): boolean => yuanCells.has(wordsOf(cell))
