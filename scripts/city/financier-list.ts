import type { FinancierKind } from '@/domain/organisation/organisation'

/** Sixty invented financiers, with the two letters their contracts begin with and how much business they do. */
export interface FinancierName {
  kind: FinancierKind
  name: string
  mark: string
  weight: number
}

const banks: [string, string, [string, number][]][] = [
  [
    '渭水银行',
    'WS',
    [
      ['高新支行', 10],
      ['经开支行', 6],
      ['航天基地支行', 4],
      ['西咸新区支行', 4],
    ],
  ],
  [
    '长庚银行',
    'CG',
    [
      ['科技支行', 9],
      ['曲江支行', 4],
      ['未央支行', 3],
    ],
  ],
  [
    '灞柳银行',
    'BL',
    [
      ['科创支行', 7],
      ['浐灞支行', 4],
      ['碑林支行', 2],
    ],
  ],
  [
    '终南银行',
    'ZN',
    [
      ['软件园支行', 6],
      ['长安支行', 4],
    ],
  ],
  [
    '雁书银行',
    'YS',
    [
      ['西安分行', 7],
      ['丝路支行', 4],
    ],
  ],
  [
    '鹿原银行',
    'LY',
    [
      ['科技金融中心', 6],
      ['灞桥支行', 2],
    ],
  ],
  [
    '沣镐银行',
    'FH',
    [
      ['西安分行', 5],
      ['鄠邑支行', 2],
    ],
  ],
  [
    '斗门农商银行',
    'DM',
    [
      ['总行营业部', 4],
      ['高陵支行', 2],
    ],
  ],
  ['玉衡银行', 'YH', [['西安分行', 6]]],
  ['听松银行', 'TS', [['阎良支行', 3]]],
  ['汉漕银行', 'HC', [['科技支行', 5]]],
  ['云阙银行', 'YQ', [['西安分行', 3]]],
]

const others: [FinancierKind, string, string, number][] = [
  ['fund', '丝路资本', 'SL', 6],
  ['fund', '曲水创业投资基金', 'QS', 5],
  ['fund', '北辰硬科技基金', 'BC', 7],
  ['fund', '秦川种子基金', 'QC', 3],
  ['fund', '关山成长基金', 'GS', 4],
  ['fund', '慈恩光子产业基金', 'CE', 5],
  ['fund', '骊岫创投', 'LX', 3],
  ['fund', '未央航空产业基金', 'WY', 4],
  ['fund', '采薇生命科学基金', 'CW', 3],
  ['fund', '含元成果转化基金', 'HY', 4],
  ['fund', '紫宸股权投资', 'ZC', 2],
  ['fund', '天街天使基金', 'TJ', 2],
  ['guarantee', '秦岭融担', 'QL', 9],
  ['guarantee', '开远融资担保', 'KY', 6],
  ['guarantee', '朱雀科技担保', 'ZQ', 5],
  ['guarantee', '安化融资担保', 'AH', 3],
  ['guarantee', '明德中小企业担保', 'MD', 4],
  ['guarantee', '芳林农业科技担保', 'FL', 1],
  ['guarantee', '含光知识产权担保', 'HG', 3],
  ['leasing', '启夏融资租赁', 'QX', 5],
  ['leasing', '灞上设备租赁', 'BS', 4],
  ['leasing', '航泰金融租赁', 'HT', 4],
  ['leasing', '金光科技租赁', 'JG', 3],
  ['leasing', '通化融资租赁', 'TH', 2],
  ['leasing', '望春医疗租赁', 'WC', 2],
  ['factoring', '永兴商业保理', 'YX', 5],
  ['factoring', '平康供应链保理', 'PK', 4],
  ['factoring', '西市商业保理', 'XS', 3],
  ['factoring', '宣平保理', 'XP', 2],
  ['insurance', '安兴科技保险', 'AX', 5],
  ['insurance', '长乐财产保险西安分公司', 'CL', 4],
  ['insurance', '来庭信用保险', 'LT', 3],
  ['insurance', '大明再生保险', 'DB', 1],
  ['securities', '承天证券', 'CT', 4],
  ['securities', '兴庆证券西安分公司', 'XQ', 3],
  ['securities', '延兴证券', 'YA', 2],
]

export const financierList: readonly FinancierName[] = [
  ...banks.flatMap(([name, mark, branches]) =>
    branches.map(([branch, weight], index) => ({
      kind: 'bank' as const,
      name: `${name}${branch}`,
      mark: branches.length > 1 ? `${mark}${index + 1}` : mark,
      weight,
    })),
  ),
  ...others.map(([kind, name, mark, weight]) => ({ kind, name, mark, weight })),
]
