/** Which column of a bank file a heading names, in Chinese or English, and in which unit its money stands. */

import { columns, type Column, type MoneyUnit } from './bank-file'

const headings: Record<Column, readonly string[]> = {
  uscc: [
    '统一社会信用代码',
    '社会信用代码',
    '信用代码',
    '统一信用代码',
    '企业代码',
    '证件号码',
    'uscc',
    'unified social credit code',
    'credit code',
    'company code',
  ],
  company: [
    '企业名称',
    '企业',
    '借款企业',
    '借款人',
    '借款人名称',
    '客户名称',
    '公司名称',
    '单位名称',
    'company',
    'company name',
    'borrower',
    'customer',
  ],
  financier: [
    '金融机构',
    '金融机构名称',
    '机构名称',
    '银行',
    '银行名称',
    '放款机构',
    '放款银行',
    '贷款银行',
    '经办机构',
    'financier',
    'bank',
    'institution',
    'lender',
  ],
  kind: [
    '机构类型',
    '机构类别',
    '金融机构类型',
    'kind',
    'type',
    'financier kind',
    'institution type',
  ],
  class: [
    '融资方式',
    '贷款方式',
    '担保方式',
    '业务品种',
    '业务类型',
    '产品类型',
    '贷款种类',
    'class',
    'financing class',
    'product type',
    'loan type',
  ],
  contract: [
    '合同编号',
    '合同号',
    '借款合同编号',
    '借据号',
    '合同号码',
    'contract',
    'contract number',
    'contract no',
  ],
  'granted-on': [
    '授信日期',
    '授信日',
    '批准日期',
    '审批日期',
    '合同日期',
    '签约日期',
    'granted on',
    'grant date',
    'approval date',
    'approved on',
  ],
  granted: [
    '授信金额',
    '授信额度',
    '批准金额',
    '合同金额',
    'granted',
    'granted amount',
    'approved amount',
    'amount granted',
  ],
  'drawn-on': [
    '放款日期',
    '放款日',
    '到账日期',
    '发放日期',
    '投放日期',
    'drawn on',
    'drawing date',
    'disbursed on',
    'disbursement date',
  ],
  drawn: [
    '放款金额',
    '到账金额',
    '发放金额',
    '投放金额',
    'drawn',
    'drawn amount',
    'amount drawn',
    'disbursed amount',
    'disbursed',
  ],
  tenor: ['期限', '贷款期限', 'tenor', 'term'],
  rate: ['利率', '年利率', '执行利率', '年化利率', 'rate', 'interest rate', 'yearly rate'],
  'first-loan': ['首贷', '首贷户', '是否首贷', '是否首贷户', 'first loan', 'first-time borrower'],
}

const byHeading = new Map(
  columns.flatMap((column) => headings[column].map((name) => [plainHeading(name), column])),
)

/** Full-width folded, spaces, stars and punctuation dropped, lower case. */
function plainHeading(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s*:_.#/-]+/g, '')
}

const unitWords: readonly [RegExp, MoneyUnit][] = [
  [/万|wan/i, '万'],
  [/元|yuan|cny|rmb/i, '元'],
]

function unitIn(text: string): MoneyUnit | null {
  return unitWords.find(([words]) => words.test(text))?.[1] ?? null
}

export interface Heading {
  column: Column
  index: number
  unit: MoneyUnit | null
}

/** The columns that a row of headings names; what it does not know is left out. */
export function readHeadings(cells: readonly string[]): Heading[] {
  const found: Heading[] = []
  for (const [index, cell] of cells.entries()) {
    const folded = cell.normalize('NFKC').trim()
    const bracket = /[([{（【](.*?)[)\]}）】]/.exec(folded)
    const plain = plainHeading(folded.replace(/[([{（【].*$/, ''))
    const tailed = plain.replace(/(万元|元|个月|月|wan|yuan|cny|months?|%)$/, '')
    const column = byHeading.get(plain) ?? byHeading.get(tailed)
    if (!column || found.some((one) => one.column === column)) continue
    const unit = unitIn(bracket?.[1] ?? '') ?? (tailed === plain ? null : unitIn(plain))
    found.push({ column, index, unit })
  }
  return found
}

/** The unit that a line above the headings gives for the whole sheet: 单位：万元. */
export function unitOfSheet(cells: readonly string[]): MoneyUnit | null {
  const line = cells.join(' ').normalize('NFKC')
  const named = /(?:单位|unit)\s*:?\s*(?:人民币|cny|rmb)?\s*(万元|元|万|wan|yuan)/i.exec(line)
  return named ? unitIn(named[1] ?? '') : null
}
