/** What a heading of a bank file names: a field, its unit, or a column that is left out. A closed vocabulary, as data. */
import type { Column, MoneyUnit, RatePeriod, RateUnit, TenorUnit } from './bank-file'
import { columns } from './bank-file'
import { foreignCurrency, isYuanAlone, moneyUnitOf, rateUnitOf, tenorUnitOf } from './units'

const names: Record<Column, readonly string[]> = {
  uscc: [
    ...['统一社会信用代码', '社会信用代码', '信用代码', '统一信用代码', '统一代码', '企业代码'],
    ...['企业统一社会信用代码', '借款人统一社会信用代码', '客户统一社会信用代码', '证件号码'],
    ...['uscc', 'unified social credit code', 'credit code', 'company code'],
  ],
  company: [
    ...['企业名称', '企业', '企业全称', '借款企业', '借款人', '借款人名称', '借款企业名称'],
    ...['客户名称', '公司名称', '单位名称', '融资企业', '融资企业名称', '授信企业'],
    ...['company', 'company name', 'borrower', 'borrower name', 'customer', 'customer name'],
  ],
  financier: [
    ...['金融机构', '金融机构名称', '机构名称', '银行', '银行名称', '放款机构', '放款银行'],
    ...['贷款银行', '贷款机构', '经办机构', '经办行', '授信机构', '报送机构'],
    ...['financier', 'bank', 'bank name', 'institution', 'lender'],
  ],
  kind: [
    ...['机构类型', '机构类别', '金融机构类型', '金融机构类别'],
    ...['kind', 'kind of financier', 'type', 'financier kind', 'institution type'],
  ],
  class: [
    ...['融资方式', '贷款方式', '担保方式', '业务品种', '业务类型', '产品类型', '产品种类'],
    ...['贷款种类', '贷款类型', '融资种类', '融资类型'],
    ...['class', 'class of financing', 'financing class', 'product type', 'loan type'],
  ],
  contract: [
    ...['合同编号', '合同号', '借款合同编号', '借款合同号', '贷款合同编号', '合同号码'],
    ...['contract', 'contract number', 'contract no'],
  ],
  voucher: [
    ...['借据号', '借据编号', '借据号码', '贷款借据号', '放款编号', '放款流水号', '出账编号'],
    ...['voucher', 'voucher number', 'voucher no', 'drawing number', 'drawing no'],
  ],
  'granted-on': [
    ...['授信日期', '授信日', '授信时间', '批准日期', '审批日期', '合同日期', '签约日期'],
    ...['合同签订日期', '合同签订日', '签订日期'],
    ...['granted on', 'grant date', 'approval date', 'approved on', 'contract date', 'signed on'],
  ],
  granted: [
    ...['授信金额', '授信额度', '批准金额', '审批金额', '合同金额'],
    ...['granted', 'granted amount', 'approved amount', 'amount granted', 'contract amount'],
  ],
  'drawn-on': [
    ...['放款日期', '放款日', '放款时间', '到账日期', '到账日', '发放日期', '发放日', '投放日期'],
    ...['起息日', '起息日期'],
    ...['drawn on', 'drawing date', 'disbursed on', 'disbursement date', 'value date'],
  ],
  drawn: [
    ...['放款金额', '到账金额', '发放金额', '投放金额', '借据金额'],
    ...['drawn', 'drawn amount', 'amount drawn', 'disbursed amount', 'disbursed'],
  ],
  currency: ['币种', '币别', '货币', '货币种类', 'currency', 'ccy'],
  'amount-unit': ['金额单位', '货币单位', 'amount unit', 'unit of amounts'],
  tenor: ['期限', '贷款期限', '授信期限', '借款期限', 'tenor', 'term', 'loan term'],
  'tenor-unit': ['期限单位', '贷款期限单位', 'tenor unit', 'term unit', 'unit of the tenor'],
  rate: [
    ...['利率', '年利率', '月利率', '执行利率', '执行年利率', '执行月利率', '年化利率'],
    ...['贷款利率', '贷款年利率', '贷款月利率', '合同利率'],
    ...['rate', 'interest rate', 'yearly rate', 'annual rate', 'monthly rate'],
  ],
  'first-loan': ['首贷', '首贷户', '是否首贷', '是否首贷户', 'first loan', 'first-time borrower'],
}

/** Known, and not of the ledger. */
const aside = [
  ...['序号', '行号', '备注', '说明', '余额', '贷款余额', '授信余额', '期末余额', '用信余额'],
  ...[
    '到期日',
    '到期日期',
    '授信到期日',
    '贷款到期日',
    '合同到期日',
    '贷款用途',
    '资金用途',
    '用途',
  ],
  ...[
    '行业',
    '所属行业',
    '区县',
    '所属区县',
    '地址',
    '注册地址',
    '注册资本',
    '成立日期',
    '五级分类',
  ],
  ...['还款方式', '产品名称', '填报日期', '报送日期', '数据日期'],
  ...['no', 'number', 'remark', 'remarks', 'note', 'notes', 'balance', 'outstanding'],
  ...['maturity', 'maturity date', 'due date', 'use', 'purpose', 'industry', 'district', 'address'],
]

const personal =
  /身份证|电话|手机|联系|法人|法定代表|客户经理|经办人|信贷员|邮箱|姓名|phone|mobile|email|contact|id *card|identity|manager|officer/i

/** Words in a heading that an amount, a day, a rate may hide behind: what it means is asked, not passed over. */
const measured: readonly [RegExp, readonly Column[]][] = [
  [/日期|日$|时间|date|day/i, ['granted-on', 'drawn-on']],
  [/^单位$|(?:计量|金额|期限)单位|\bunit\b/i, ['amount-unit', 'tenor-unit']],
  [/币|currency/i, ['currency']],
  [/率|rate|%/i, ['rate']],
  [/期限|tenor|term/i, ['tenor']],
  [/额|本金|(?:款|授信|用信)(?=$|[\s([{【])|amount|\bsum\b|\bloan$/i, ['granted', 'drawn']],
]

/** Words beside a name that change nothing of its meaning. */
const harmless =
  /^(?:必填|选填|可选|全称|文本|文本格式|18位|18位代码|如有|required|optional|text|yyyy[-/.]?mm[-/.]?dd)$/i

/** Full-width folded, spaces, stars and punctuation dropped, lower case. */
function plainHeading(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s*:_.#/-]+/g, '')
}

const byName = new Map(
  columns.flatMap((column) => names[column].map((name) => [plainHeading(name), column])),
)
const asideNames = new Set(aside.map(plainHeading))
const namesLongestFirst = [...byName.keys()].toSorted((a, b) => b.length - a.length)

export const moneyColumns: readonly Column[] = ['granted', 'drawn']

export interface Units {
  money: MoneyUnit | null
  rate: RateUnit | null
  period: RatePeriod | null
  tenor: TenorUnit | null
  /** The word for a currency that is not the yuan. */
  foreign: string | null
}
export const noUnits: Units = { money: null, rate: null, period: null, tenor: null, foreign: null }

export interface Heading extends Units {
  index: number
  /** As a spreadsheet names the column: A, B … AA. */
  letter: string
  /** What stands there; with its letter where it stands there twice. */
  label: string
  column: Column | null
  /** Fields that an unknown heading may hide. */
  perhaps: readonly Column[]
  isPersonal: boolean
}

export function letterOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : letterOf(Math.floor(index / 26) - 1) + last
}

/** The units in words beside the name of a field; null where one of them is not understood. */
function unitsBeside(column: Column, beside: readonly string[]): Units | null {
  const units: Units = { ...noUnits }
  const takeOne = (words: string): boolean => {
    if (harmless.test(words.trim()) || words.trim() === '') return true
    if (moneyColumns.includes(column)) {
      const money = moneyUnitOf(words)
      if (money && (units.money === null || units.money === money)) units.money = money
      else if (!money) units.foreign ??= foreignCurrency(words)
      return money ? units.money === money : units.foreign !== null || isYuanAlone(words)
    }
    if (column === 'rate') {
      const read = rateUnitOf(words)
      units.rate = read?.rate ?? units.rate
      units.period = read?.period ?? units.period
      return read !== null
    }
    units.tenor = column === 'tenor' ? tenorUnitOf(words) : null
    return units.tenor !== null
  }
  const isUnderstood = beside.every(
    (words) => takeOne(words) || words.split(/[,，;；、]/).every(takeOne),
  )
  return isUnderstood ? units : null
}

/** A text without what stands in brackets, and that. */
function splitBrackets(text: string): { main: string; beside: string[] } {
  const beside: string[] = []
  const main = text.replace(/[([{【](.*?)[)\]}】]/g, (_all, words: string) => {
    beside.push(words)
    return ' '
  })
  return { main, beside }
}

function readName(text: string): { column: Column; units: Units } | null {
  const folded = text.normalize('NFKC').trim()
  const { main, beside } = splitBrackets(folded)
  const plain = plainHeading(main)
  const known = byName.has(plain) ? plain : namesLongestFirst.find((one) => plain.startsWith(one))
  const column = known === undefined ? undefined : byName.get(known)
  if (known === undefined || !column) return null
  const rest = plain.slice(known.length)
  // A name in Latin letters goes on with a unit only after a space.
  const units = unitsBeside(column, rest === '' ? beside : [...beside, rest])
  if (!units) return null
  if (column === 'rate') {
    const said = /月|monthly/.test(known) ? 'month' : /年|yearly|annual/.test(known) ? 'year' : null
    if (said && units.period && said !== units.period) return null
    units.period ??= said
  }
  return { column, units }
}

/** What each cell of a row of headings names. */
export function readHeadings(cells: readonly string[]): Heading[] {
  const texts = cells.map((cell) =>
    cell
      .normalize('NFKC')
      .replace(/[\s\ufeff]+/g, ' ')
      .trim(),
  )
  return texts.map((text, index) => {
    const letter = letterOf(index)
    const isTwice = texts.filter((other) => other === text).length > 1
    const written = (cells[index] ?? '').replace(/[\s\ufeff]+/g, ' ').trim()
    const label = written && isTwice ? `${letter}:${written}` : written
    const found = readName(text)
    const isAside = asideNames.has(plainHeading(text.replace(/[([{【].*$/, '')))
    const isPersonal = !found && personal.test(text)
    const perhaps =
      found || isAside || isPersonal
        ? []
        : (measured.find(([words]) => words.test(text))?.[1] ?? [])
    return {
      ...{ index, letter, label, isPersonal, perhaps },
      column: found?.column ?? null,
      // Whatever amount an unknown heading means, its unit stands beside it.
      ...(found?.units ?? unitsBeside('granted', splitBrackets(text).beside) ?? noUnits),
    }
  })
}

const unitLine =
  /(?:^|[^\p{L}]|金额|货币|计量)(?:单位|units?|币种|currency)\s*(?:为|[:：])?\s*(?=\S)(.*)$/iu

/** The units that a line above the headings gives for the whole sheet, such as 单位：千元; null where it gives none. */
export function unitsOfLine(cells: readonly string[]): Units | null {
  const folded = cells.map((cell) => cell.normalize('NFKC').trim()).filter((cell) => cell !== '')
  const alone = folded.length === 1 ? moneyUnitOf((folded[0] ?? '').replace(/[()]/g, '')) : null
  const said = unitLine
    .exec(folded.join(' '))?.[1]
    ?.replace(/[)\]}】].*$/, '')
    .trim()
  const units: Units = { ...noUnits, money: alone }
  for (const words of said ? [said, ...said.split(/[,，;；、:\s]+/)] : []) {
    const read = rateUnitOf(words)
    units.money ??= moneyUnitOf(words)
    units.rate ??= read?.rate ?? null
    if (read?.rate) units.period ??= read.period
    units.foreign ??= foreignCurrency(words)
  }
  return units.money || units.rate || units.foreign ? units : null
}

/** The units in a row below the headings that holds nothing else; null where it is a row like any other. */
export function unitsBelow(cells: readonly string[], headings: readonly Heading[]) {
  const below = new Map<number, Units>()
  for (const [index, cell] of cells.entries()) {
    const words = cell
      .normalize('NFKC')
      .replace(/[()[\]【】]/g, '')
      .trim()
    if (words === '') continue
    const column = headings[index]?.column
    const units = column && /\d/.test(words) === false ? unitsBeside(column, [words]) : null
    if (!units || !(units.money || units.rate || units.period || units.tenor || units.foreign))
      return null
    below.set(index, units)
  }
  return below.size > 0 ? below : null
}
