import { chains, type Chain } from '@/domain/chain/chain'
import type { FinancingClass } from '@/domain/product/classes'
import type { Criterion, RepaymentMethod, SetFact, SetValue } from '@/domain/product/product'
import type { QualificationKind } from '@/domain/profile/profile'
import { chainShare } from './company-profile'
import type { Random } from './random'

const WAN = 1_000_000

/** One kind of product that financiers offer, with the bands its terms are drawn from. Amounts in 万元. */
export interface ProductShape {
  class: FinancingClass
  names: readonly string[]
  summary: string
  least: readonly number[]
  most: readonly number[]
  tenor: readonly [least: number, most: number] | null
  /** Lowest price, and how much wider the band is, in bp. */
  rate: readonly [low: number, wide: number] | null
  fee: readonly number[]
  repayment: RepaymentMethod
  answerDays: readonly [number, number]
  decisionDays: readonly [number, number]
  criteria: (random: Random) => Criterion[]
}

type RangeOf = Extract<Criterion, { min: number | null }>['fact']
export const atLeast = (fact: RangeOf, min: number, hard = true): Criterion => ({
  fact,
  min,
  max: null,
  hard,
})
export const atMost = (fact: RangeOf, max: number, hard = true): Criterion => ({
  fact,
  min: null,
  max,
  hard,
})
export const oneOf = (fact: SetFact, values: readonly SetValue[], hard = true): Criterion => ({
  fact,
  quantifier: 'any',
  values: [...values],
  hard,
})
const noneOf = (fact: SetFact, values: readonly SetValue[], hard = true): Criterion => ({
  fact,
  quantifier: 'none',
  values: [...values],
  hard,
})
export const wan = (amount: number) => amount * WAN

const certified: readonly QualificationKind[] = [
  'technology-sme',
  'high-tech-enterprise',
  'specialised-sme',
]
const someChains = (random: Random, count: number): Chain[] => {
  const left = [...chains]
  return Array.from({ length: count }, () => {
    const one = random.weighted(left, (chain) => chainShare[chain].companies)
    left.splice(left.indexOf(one), 1)
    return one
  })
}
const maybe = (random: Random, probability: number, criterion: Criterion): Criterion[] =>
  random.chance(probability) ? [criterion] : []

const bankShapes: ProductShape[] = [
  {
    class: 'credit-loan',
    names: ['科创积分贷', '创新积分贷', '科技信用贷'],
    summary: '按创新能力给额度，不要抵押。',
    least: [30, 50, 100],
    most: [500, 800, 1000],
    tenor: [6, 24],
    rate: [315, 120],
    fee: [0, 0, 0, 40],
    repayment: 'equal-instalments',
    answerDays: [1, 2],
    decisionDays: [7, 15],
    criteria: (random) => [
      oneOf('qualification', certified),
      atLeast('age', random.pick([12, 24, 24, 36])),
      atMost('debt-ratio', random.pick([6500, 7000, 7500])),
      atLeast('patents', random.pick([1, 3, 5]), false),
    ],
  },
  {
    class: 'credit-loan',
    names: ['高企快贷', '高新企业信用贷'],
    summary: '高新技术企业专用，最快一周放款。',
    least: [50, 100],
    most: [300, 500, 1000],
    tenor: [6, 36],
    rate: [320, 130],
    fee: [0],
    repayment: 'interest-monthly',
    answerDays: [1, 2],
    decisionDays: [7, 12],
    criteria: (random) => [
      oneOf('qualification', ['high-tech-enterprise']),
      atLeast('revenue', wan(random.pick([300, 500, 1000]))),
      { fact: 'profitable', hard: false },
      ...maybe(random, 0.4, oneOf('zone', ['high-tech', 'economic'], false)),
    ],
  },
  {
    class: 'credit-loan',
    names: ['专精特新贷', '小巨人信用贷'],
    summary: '专精特新企业专享额度。',
    least: [200, 300],
    most: [1500, 2000, 3000],
    tenor: [12, 36],
    rate: [305, 110],
    fee: [0],
    repayment: 'interest-monthly',
    answerDays: [1, 3],
    decisionDays: [10, 20],
    criteria: (random) => [
      oneOf('qualification', ['specialised-sme', 'little-giant']),
      atMost('debt-ratio', random.pick([6500, 7000])),
      atLeast('staff', random.pick([20, 30]), false),
    ],
  },
  {
    class: 'credit-loan',
    names: ['初创贷', '起步贷', '人才创业贷'],
    summary: '成立五年以内也能贷。',
    least: [10, 20],
    most: [200, 300],
    tenor: [6, 24],
    rate: [345, 110],
    fee: [0],
    repayment: 'equal-instalments',
    answerDays: [1, 2],
    decisionDays: [7, 14],
    criteria: (random) => [
      atMost('age', random.pick([60, 72])),
      atLeast('rd-staff', random.pick([2, 3, 5])),
      oneOf('use', ['research', 'working-capital', 'materials', 'market'], false),
    ],
  },
  {
    class: 'credit-loan',
    names: ['链上信用贷', '产业链快贷'],
    summary: '面向重点产业链上的企业。',
    least: [100],
    most: [1000, 1500],
    tenor: [6, 36],
    rate: [325, 110],
    fee: [0, 0, 20],
    repayment: 'interest-monthly',
    answerDays: [1, 2],
    decisionDays: [8, 15],
    criteria: (random) => [
      oneOf('chain', someChains(random, 5)),
      atLeast('age', 36),
      atMost('debt-ratio', 7000),
      oneOf('qualification', ['high-tech-enterprise', 'specialised-sme', 'little-giant'], false),
    ],
  },
  {
    class: 'credit-loan',
    names: ['白名单专项贷'],
    summary: '市级白名单企业，当日答复。',
    least: [200, 300],
    most: [3000, 5000],
    tenor: [6, 36],
    rate: [295, 90],
    fee: [0],
    repayment: 'interest-monthly',
    answerDays: [0, 1],
    decisionDays: [5, 10],
    criteria: () => [{ fact: 'white-listed', hard: true }, atMost('debt-ratio', 7500, false)],
  },
  {
    class: 'secured-loan',
    names: ['厂房抵押贷', '科技物业贷'],
    summary: '以自有厂房或办公用房抵押。',
    least: [100, 200],
    most: [3000, 5000],
    tenor: [12, 120],
    rate: [300, 120],
    fee: [0],
    repayment: 'interest-monthly',
    answerDays: [1, 3],
    decisionDays: [15, 30],
    criteria: (random) => [
      oneOf('collateral', ['real-estate', 'land']),
      atLeast('age', 24),
      ...maybe(random, 0.5, atMost('debt-ratio', 7500)),
    ],
  },
  {
    class: 'secured-loan',
    names: ['设备抵押贷', '技改贷'],
    summary: '新购或现有设备作抵押。',
    least: [50, 100],
    most: [800, 1500, 2000],
    tenor: [12, 60],
    rate: [325, 120],
    fee: [0],
    repayment: 'equal-principal',
    answerDays: [1, 3],
    decisionDays: [12, 25],
    criteria: (random) => [
      oneOf('collateral', ['equipment', 'real-estate', 'inventory']),
      ...maybe(random, 0.5, oneOf('use', ['equipment', 'expansion', 'materials'])),
    ],
  },
  {
    class: 'secured-loan',
    names: ['科技担保贷', '银担贷'],
    summary: '融资担保公司增信，不另要抵押物。',
    least: [50, 100],
    most: [1000, 1000, 2000],
    tenor: [6, 36],
    rate: [320, 100],
    fee: [0],
    repayment: 'interest-monthly',
    answerDays: [1, 2],
    decisionDays: [10, 20],
    criteria: (random) => [
      oneOf('qualification', [...certified, 'innovative-sme']),
      atMost('debt-ratio', random.pick([7000, 7500, 8000])),
      oneOf('collateral', ['third-party-guarantee', 'patents', 'receivables'], false),
    ],
  },
  {
    class: 'ip-pledge-loan',
    names: ['知识产权质押贷', '专利质押贷'],
    summary: '发明专利质押，评估费由银行承担。',
    least: [100, 200],
    most: [1000, 2000],
    tenor: [6, 36],
    rate: [335, 120],
    fee: [0, 30],
    repayment: 'interest-monthly',
    answerDays: [2, 4],
    decisionDays: [15, 30],
    criteria: (random) => [
      atLeast('patents', random.pick([3, 5, 8])),
      oneOf('collateral', ['patents']),
      oneOf('qualification', ['high-tech-enterprise', 'specialised-sme', 'little-giant'], false),
    ],
  },
  {
    class: 'supply-chain-finance',
    names: ['订单贷', '链企订单融资'],
    summary: '凭真实订单放款，回款进监管账户。',
    least: [50, 100],
    most: [600, 1000],
    tenor: [3, 12],
    rate: [340, 100],
    fee: [0],
    repayment: 'bullet',
    answerDays: [1, 2],
    decisionDays: [5, 10],
    criteria: (random) => [
      oneOf('collateral', ['orders', 'receivables']),
      atLeast('revenue', wan(random.pick([500, 800]))),
      noneOf('use', ['premises', 'refinancing']),
    ],
  },
  {
    class: 'venture-debt',
    names: ['投贷联动', '认股权贷'],
    summary: '贷款加认股权，不设抵押。',
    least: [200, 500],
    most: [2000, 3000],
    tenor: [12, 36],
    rate: [400, 120],
    fee: [50],
    repayment: 'interest-monthly',
    answerDays: [2, 5],
    decisionDays: [15, 30],
    criteria: (random) => [
      oneOf('stage', ['start-up', 'growth', 'expansion']),
      atLeast('rd-spend', wan(random.pick([100, 200]))),
      oneOf('chain', someChains(random, 6), false),
    ],
  },
]

const otherShapes: Record<string, ProductShape[]> = {
  fund: [
    {
      class: 'equity',
      names: ['成长轮直投', '链上成长投资'],
      summary: '直投成长期企业，单笔不超过占股两成。',
      least: [500, 1000],
      most: [5000, 8000],
      tenor: null,
      rate: null,
      fee: [0],
      repayment: 'none',
      answerDays: [3, 5],
      decisionDays: [40, 90],
      criteria: (random) => [
        oneOf('stage', ['growth', 'expansion']),
        oneOf('chain', someChains(random, 7)),
        atLeast('patents', random.pick([5, 10]), false),
        atLeast('revenue', wan(1000), false),
      ],
    },
    {
      class: 'equity',
      names: ['天使直投', '成果转化种子投资'],
      summary: '成立五年内，有核心专利即可谈。',
      least: [100, 200],
      most: [1000, 1500],
      tenor: null,
      rate: null,
      fee: [0],
      repayment: 'none',
      answerDays: [3, 5],
      decisionDays: [30, 60],
      criteria: (random) => [
        atMost('age', random.pick([60, 84])),
        atLeast('patents', 1),
        oneOf('chain', someChains(random, 8), false),
      ],
    },
    {
      class: 'venture-debt',
      names: ['可转债投资', '投贷联动'],
      summary: '先债后股，与合作银行同步放款。',
      least: [300, 500],
      most: [3000],
      tenor: [12, 36],
      rate: [420, 130],
      fee: [0],
      repayment: 'interest-monthly',
      answerDays: [3, 5],
      decisionDays: [25, 45],
      criteria: () => [
        oneOf('stage', ['start-up', 'growth', 'expansion']),
        atLeast('rd-staff', 8),
        { fact: 'white-listed', hard: false },
      ],
    },
  ],
  guarantee: [
    {
      class: 'guarantee',
      names: ['见贷即保', '科技批量保'],
      summary: '银行批了我们就保，不收抵押物。',
      least: [50],
      most: [1000, 1000, 2000],
      tenor: [6, 36],
      rate: [60, 60],
      fee: [80, 100],
      repayment: 'interest-monthly',
      answerDays: [1, 2],
      decisionDays: [5, 10],
      criteria: (random) => [
        oneOf('qualification', [...certified, 'innovative-sme']),
        atMost('debt-ratio', random.pick([7000, 7500])),
        atLeast('age', 24, false),
      ],
    },
    {
      class: 'guarantee',
      names: ['研发专项担保', '首台套担保'],
      summary: '研发和新品投产用款的担保。',
      least: [100, 200],
      most: [2000, 3000],
      tenor: [12, 60],
      rate: [80, 70],
      fee: [100, 120],
      repayment: 'interest-monthly',
      answerDays: [1, 3],
      decisionDays: [10, 15],
      criteria: (random) => [
        oneOf('use', ['research', 'equipment', 'expansion', 'materials']),
        atLeast('rd-spend', wan(random.pick([50, 100]))),
      ],
    },
  ],
  leasing: [
    {
      class: 'finance-lease',
      names: ['设备直租', '产线直租', '仪器租赁'],
      summary: '我们买设备，企业按月付租金。',
      least: [100, 200],
      most: [3000, 5000],
      tenor: [12, 60],
      rate: [420, 160],
      fee: [100, 150],
      repayment: 'equal-instalments',
      answerDays: [1, 3],
      decisionDays: [10, 20],
      criteria: (random) => [
        oneOf('use', ['equipment', 'expansion']),
        atLeast('age', random.pick([12, 24])),
        atMost('debt-ratio', 8000, false),
      ],
    },
    {
      class: 'finance-lease',
      names: ['售后回租'],
      summary: '盘活现有设备，款项自由使用。',
      least: [100],
      most: [2000, 3000],
      tenor: [12, 48],
      rate: [450, 150],
      fee: [150],
      repayment: 'equal-instalments',
      answerDays: [1, 3],
      decisionDays: [12, 20],
      criteria: () => [oneOf('collateral', ['equipment']), atLeast('revenue', wan(1000))],
    },
  ],
  factoring: [
    {
      class: 'factoring',
      names: ['应收账款保理', '回款保理'],
      summary: '核心企业应收账款，最高八折融资。',
      least: [50, 100],
      most: [1000, 2000],
      tenor: [1, 12],
      rate: [440, 140],
      fee: [30, 50],
      repayment: 'bullet',
      answerDays: [1, 2],
      decisionDays: [3, 8],
      criteria: () => [
        oneOf('collateral', ['receivables', 'orders']),
        atLeast('revenue', wan(500)),
      ],
    },
    {
      class: 'supply-chain-finance',
      names: ['链主应收融资'],
      summary: '链主企业确权后放款。',
      least: [50],
      most: [1500],
      tenor: [1, 12],
      rate: [400, 120],
      fee: [30],
      repayment: 'bullet',
      answerDays: [1, 2],
      decisionDays: [3, 7],
      criteria: () => [oneOf('collateral', ['receivables', 'orders'])],
    },
  ],
  insurance: [
    {
      class: 'insurance',
      names: ['研发中断险', '首台套保险', '专利执行险', '科技企业信用险'],
      summary: '科技保险，保费可申请补助。',
      least: [50, 100],
      most: [3000, 5000],
      tenor: [12, 36],
      rate: [40, 90],
      fee: [0],
      repayment: 'none',
      answerDays: [1, 3],
      decisionDays: [5, 10],
      criteria: (random) => [
        oneOf('qualification', [...certified, 'little-giant', 'above-scale']),
        ...maybe(random, 0.5, atLeast('patents', 3, false)),
      ],
    },
  ],
  securities: [
    {
      class: 'bond',
      names: ['科创票据承销', '科技创新公司债'],
      summary: '承销科技创新债券，发行前免费辅导。',
      least: [3000, 5000],
      most: [50_000],
      tenor: [12, 60],
      rate: [300, 120],
      fee: [50],
      repayment: 'interest-monthly',
      answerDays: [3, 5],
      decisionDays: [45, 90],
      criteria: () => [
        oneOf('stage', ['expansion', 'mature']),
        atLeast('revenue', wan(8000)),
        { fact: 'profitable', hard: true },
      ],
    },
    {
      class: 'equity',
      names: ['上市前直投'],
      summary: '上市后备企业的战略投资。',
      least: [1000, 2000],
      most: [10_000],
      tenor: null,
      rate: null,
      fee: [0],
      repayment: 'none',
      answerDays: [3, 5],
      decisionDays: [60, 90],
      criteria: () => [
        oneOf('stage', ['growth', 'expansion', 'mature']),
        oneOf('qualification', [
          'little-giant',
          'listing-reserve',
          'gazelle',
          'high-tech-enterprise',
        ]),
        atLeast('revenue', wan(3000), false),
      ],
    },
  ],
}

export function shapesFor(kind: string): readonly ProductShape[] {
  return kind === 'bank' ? bankShapes : (otherShapes[kind] ?? [])
}
