/** Cells as Chinese spreadsheets and banks' systems write them. Read leniently, never guessed. */
import type { Day } from '../calendar/calendar'
import { parseMoney, parseRate } from '../money/money'
import type { FinancierKind } from '../organisation/organisation'
import type { FinancingClass } from '../product/classes'
import type { MoneyUnit } from './bank-file'

/** Full-width figures and letters folded, spaces trimmed; a dash, a slash or 无 alone is an empty cell. */
export function plainCell(text: string | undefined): string {
  const folded = (text ?? '')
    .normalize('NFKC')
    .replace(/[\u200b\ufeff]/g, '')
    .trim()
    .replace(/^'/, '')
  return /^(?:[-–—/]+|无|空|暂无|null|none|nil|n\/?a)$/i.test(folded) ? '' : folded
}

const EXCEL_DAY_ZERO = Date.UTC(1899, 11, 30)
const DAY_MS = 86_400_000

function dayFrom(year: number, month: number, date: number): Day | null {
  const moment = new Date(Date.UTC(year, month - 1, date))
  const isReal =
    moment.getUTCFullYear() === year &&
    moment.getUTCMonth() === month - 1 &&
    moment.getUTCDate() === date
  return isReal ? moment.toISOString().slice(0, 10) : null
}

/**
 * A day as `2024/5/31`, `2024-05-31`, `2024.5.31`, `2024年5月31日`, `20240531`, with or without a time behind it, or
 * the serial number of a spreadsheet. Null where it is none; a year of two figures is not guessed.
 */
export function parseDay(cell: string): Day | null {
  const plain = cell.replace(/\s*([年月日/.-])\s*/g, '$1')
  const written = /^(\d{4})([-/.年])(\d{1,2})([-/.月])(\d{1,2})日?(?:[ T].*)?$/.exec(plain)
  if (written) {
    const [, year, first, month, second, date] = written
    const isOneWay = first === '年' ? second === '月' : first === second
    return isOneWay ? dayFrom(Number(year), Number(month), Number(date)) : null
  }
  const packed = /^(\d{4})(\d{2})(\d{2})$/.exec(plain)
  if (packed) return dayFrom(Number(packed[1]), Number(packed[2]), Number(packed[3]))
  const serial = /^(\d{5})(?:\.\d+)?$/.exec(plain)
  if (!serial) return null
  return new Date(EXCEL_DAY_ZERO + Number(serial[1]) * DAY_MS).toISOString().slice(0, 10)
}

/** A spreadsheet's 1.2E+06 written out, where nothing of it was lost. */
function withoutExponent(text: string): string {
  const found = /^(\d+)(?:\.(\d+))?e\+?(\d{1,2})$/i.exec(text)
  if (!found) return text
  const [, whole = '', decimals = '', power = ''] = found
  const shift = Number(power)
  const digits = (whole + decimals).padEnd(whole.length + shift, '0')
  const point = whole.length + shift
  return point >= digits.length ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`
}

/** Fen from a cell; its own suffix goes before the unit of its column. *unit-missing* where neither says one. */
export function parseMoneyCell(
  cell: string,
  unit: MoneyUnit | null,
): number | 'unit-missing' | 'amount-unreadable' {
  const plain = withoutExponent(cell.replace(/整$/, ''))
  const hasOwn = /[万亿千百元块]|wan|yuan|yi|thousand|[mb]illion/i.test(plain)
  if (!hasOwn && unit === null) return 'unit-missing'
  return parseMoney(plain, unit ?? '元') ?? 'amount-unreadable'
}

/** Months from `84`, `84个月`, `7年`, `1.5 years`; null where it is not a whole number of them. */
export function parseTenor(cell: string): number | null {
  const found = /^(\d+(?:\.\d+)?)\s*(个月|月|months?|m|年|years?|y)?$/i.exec(cell)
  if (!found) return null
  const isYears = /^(年|y)/i.test(found[2] ?? '')
  const months = Number(found[1]) * (isYears ? 12 : 1)
  return Number.isInteger(months) && months <= 600 ? months : null
}

/** Basis points from `3.45%`, `3.45`, `345bp`; `0.0345`, as a spreadsheet stores a percentage, too. */
export function parseRateCell(cell: string): number | null {
  if (/^0?\.\d+$/.test(cell) && Number(cell) < 0.3) {
    const bp = Number(cell) * 10_000
    return Math.round(bp * 100) % 100 === 0 ? Math.round(bp) : null
  }
  const bp = parseRate(cell)
  return bp !== null && bp >= 0 && bp <= 3_600 ? bp : null
}

export function parseYesNo(cell: string): boolean | null {
  if (/^(是|有|首贷|首贷户|y|yes|true|1|√|✓)$/i.test(cell)) return true
  return /^(否|非首贷|n|no|false|0|×)$/i.test(cell) ? false : null
}

const classWords: Record<FinancingClass, readonly string[]> = {
  'credit-loan': [
    '信用贷款',
    '信用',
    '信用贷',
    '信用类贷款',
    '信用免担保贷款',
    'credit loan',
    'credit',
    'unsecured loan',
  ],
  'secured-loan': [
    '抵押/担保贷款',
    '抵押担保贷款',
    '担保贷款',
    '抵押贷款',
    '抵押',
    '抵押贷',
    '保证贷款',
    '保证',
    '质押贷款',
    '质押',
    '抵质押贷款',
    'secured loan',
    'secured',
    'mortgage loan',
    'guaranteed loan',
    'collateral loan',
  ],
  'ip-pledge-loan': [
    '知识产权质押贷款',
    '知识产权质押',
    '知识产权贷款',
    '专利质押贷款',
    '专利质押',
    'ip pledge loan',
    'ip loan',
    'patent pledge loan',
  ],
  guarantee: ['融资担保', '担保', '融资性担保', 'guarantee', 'financing guarantee'],
  equity: ['股权投资', '股权', '股权融资', '直投', 'equity', 'equity investment'],
  'venture-debt': ['投贷联动', '混合融资', '可转债', '认股权贷款', 'venture debt', 'mixed'],
  'finance-lease': ['融资租赁', '租赁', '直租', '售后回租', 'finance lease', 'lease', 'leasing'],
  factoring: ['保理', '商业保理', '应收账款保理', 'factoring'],
  'supply-chain-finance': [
    '供应链金融',
    '供应链',
    '供应链融资',
    '订单融资',
    '订单贷',
    'supply chain finance',
  ],
  insurance: ['科技保险', '保险', 'insurance'],
  bond: ['债券', '科创票据', '公司债', '债券融资', 'bond'],
}

const kindWords: Record<FinancierKind, readonly string[]> = {
  bank: ['银行', '商业银行', '银行业金融机构', 'bank'],
  fund: [
    '基金',
    '投资机构',
    '创投',
    '创投机构',
    '风投',
    '私募基金',
    '股权投资机构',
    'fund',
    'vc',
    'investor',
  ],
  guarantee: [
    '担保',
    '担保公司',
    '融资担保公司',
    '担保机构',
    'guarantee',
    'guarantee company',
    'guarantor',
  ],
  leasing: ['租赁', '融资租赁', '融资租赁公司', '金融租赁公司', '租赁公司', 'leasing', 'lessor'],
  factoring: ['保理', '保理公司', '商业保理公司', '商业保理', 'factoring'],
  insurance: ['保险', '保险公司', 'insurance', 'insurer'],
  securities: ['证券', '证券公司', '券商', 'securities', 'broker'],
}

const plainWord = (text: string) => text.toLowerCase().replace(/[\s_()/、,-]+/g, '')

function lookUp<Code extends string>(words: Record<Code, readonly string[]>): Map<string, Code> {
  return new Map(
    (Object.keys(words) as Code[]).flatMap((code) =>
      [code, ...words[code]].map((word) => [plainWord(word), code] as const),
    ),
  )
}
const classBy = lookUp(classWords)
const kindBy = lookUp(kindWords)

export function parseClass(cell: string): FinancingClass | null {
  return classBy.get(plainWord(cell)) ?? null
}

export function parseKind(cell: string): FinancierKind | null {
  return kindBy.get(plainWord(cell)) ?? null
}

const kindInName: readonly [RegExp, FinancierKind][] = [
  [/担保/, 'guarantee'],
  [/租赁/, 'leasing'],
  [/保理/, 'factoring'],
  [/保险/, 'insurance'],
  [/证券/, 'securities'],
  [/银行|信用社|\bbank\b/i, 'bank'],
  [/基金|创投|资本|投资|\bfund\b/i, 'fund'],
]

/** What a financier's name says of its kind, where a file has no column for it; null where it says nothing. */
export function kindOfName(name: string): FinancierKind | null {
  return kindInName.find(([word]) => word.test(name))?.[1] ?? null
}
