/** Words that banks use for classes of financing and kinds of financiers. */
import type { FinancierKind } from '../organisation/organisation'
import type { FinancingClass } from '../product/classes'

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
  insurance: ['科技保险', '保险', 'insurance', 'technology insurance'],
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
    'guarantee firm',
    'guarantor',
  ],
  leasing: [
    '租赁',
    '融资租赁',
    '融资租赁公司',
    '金融租赁公司',
    '租赁公司',
    'leasing',
    'leasing firm',
    'leasing company',
    'lessor',
  ],
  factoring: [
    '保理',
    '保理公司',
    '商业保理公司',
    '商业保理',
    'factoring',
    'factoring firm',
    'factoring company',
  ],
  insurance: ['保险', '保险公司', 'insurance', 'insurer'],
  securities: [
    '证券',
    '证券公司',
    '券商',
    'securities',
    'securities firm',
    'securities company',
    'broker',
  ],
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
