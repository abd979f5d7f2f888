import { addDays, dayOf, startOf, type Day } from '@/domain/calendar/calendar'
import { emptyTerms, type NeedTerms } from '@/domain/need/need'
import type { OfferTerms } from '@/domain/offer/offer'
import type { IntroductionPlan, NeedPlan } from './plans'
import { personas } from './personas'
import type { Contracts } from './services'
import { workingDayUntil } from './working-time'
import type { Company, Financier, Product, World } from './world'

const WAN = 1_000_000

interface Told {
  world: World
  company: Company
  contracts: Contracts
  /** A moment so many working days before today. */
  ago: (days: number, time: string) => Date
}

function offerOf(
  product: Product,
  given: Partial<OfferTerms> & { amountFen: number; validUntil: Day },
) {
  return {
    rateBp: product.rateMinBp ?? null,
    upfrontFeeFen: Math.round((given.amountFen * (product.feeBp ?? 0)) / 10_000),
    yearlyFeeBp: 0,
    repayment: product.repayment,
    tenorMonths: 12,
    revolving: false,
    collateral: [],
    ...given,
  }
}

function find(
  world: World,
  organisation: string,
  name: string,
): { financier: Financier; product: Product } {
  const financier = world.financiers.find(({ row }) => row.name === organisation)
  const product = financier?.products.find((one) => one.name === name)
  if (!financier || !product) throw new Error(`${organisation} does not offer ${name}`)
  return { financier, product }
}

function introduction(
  told: Told,
  [organisation, name]: [string, string],
  startedAt: Date,
  more: Partial<IntroductionPlan>,
): IntroductionPlan {
  const { financier, product } = find(told.world, organisation, name)
  const [manager] = financier.members
  if (!manager) throw new Error(`${organisation} has nobody`)
  return {
    financier,
    product,
    manager,
    origin: 'claimed',
    startedAt,
    asked: {
      groups: ['identity', 'contact', 'accounts', 'certificates'],
      purpose: 'credit-review',
      until: addDays(dayOf(startedAt), 60),
    },
    contacts: [],
    drawings: [],
    looks: [],
    ...more,
  }
}

const weishui = personas.financier.organisation
const changgeng = personas.otherBank.organisation

const loan: NeedTerms = {
  ...emptyTerms,
  classes: ['credit-loan'],
  useKind: 'materials',
  words: '新签两份光模块订单，量产备料，主要是晶圆和封装基板。',
  amountFen: 600 * WAN,
  leastFen: 400 * WAN,
  tenorMonths: 12,
  collateral: ['patents'],
  maxCostBp: 450,
  showWhiteList: true,
}

/** In talks with two banks: one has visited and offered, one waits for consent and has offered on the teaser alone. */
function inTalks(told: Told): NeedPlan {
  const { world, company, ago } = told
  const first = find(world, weishui, '光子链信用贷').product
  const second = find(world, changgeng, '科创积分贷').product
  const { today } = world
  return {
    company,
    terms: { ...loan, wantedBy: addDays(today, 33) },
    createdAt: ago(8, '10:05'),
    submittedAt: ago(7, '16:40'),
    publishedAt: ago(6, '14:20'),
    introductions: [
      introduction(told, [weishui, '光子链信用贷'], ago(5, '09:12'), {
        openedAt: ago(5, '15:46'),
        contacts: [
          { at: ago(3, '11:30'), kind: 'visit', note: '到企业看了封装线，见了财务负责人。' },
        ],
        indicative: {
          at: ago(3, '16:20'),
          terms: offerOf(first, {
            amountFen: 600 * WAN,
            rateBp: 345,
            validUntil: addDays(today, 15),
          }),
        },
        looks: [
          { at: ago(5, '16:02'), groups: ['contact', 'identity'] },
          { at: ago(4, '10:12'), groups: ['accounts'] },
          { at: ago(3, '09:05'), groups: ['accounts', 'certificates'] },
          { at: ago(1, '10:12'), groups: ['accounts'] },
        ],
      }),
      introduction(told, [changgeng, '科创积分贷'], ago(1, '15:05'), {
        indicative: {
          at: ago(1, '16:05'),
          terms: offerOf(second, {
            amountFen: 600 * WAN,
            rateBp: 320,
            validUntil: addDays(today, 8),
          }),
        },
      }),
    ],
  }
}

/** Last year's loan on patents: drawn, confirmed, closed. */
function lastYear(told: Told): NeedPlan {
  const { company, ago, contracts, world } = told
  const { financier, product } = find(world, changgeng, '专利质押贷')
  const terms = offerOf(product, {
    amountFen: 400 * WAN,
    rateBp: 405,
    collateral: ['patents'],
    validUntil: addDays(dayOf(ago(285, '12:00')), 30),
  })
  const drawnAt = ago(280, '15:10')
  return {
    company,
    terms: {
      ...emptyTerms,
      classes: ['ip-pledge-loan'],
      useKind: 'research',
      words: '新一代硅光芯片流片。',
      amountFen: 400 * WAN,
      tenorMonths: 12,
      collateral: ['patents'],
      maxCostBp: 450,
      wantedBy: dayOf(ago(270, '12:00')),
      showWhiteList: true,
    },
    createdAt: ago(306, '09:30'),
    submittedAt: ago(306, '11:10'),
    publishedAt: ago(305, '10:00'),
    ended: { at: ago(268, '10:25'), state: 'closed' },
    introductions: [
      introduction(told, [changgeng, '专利质押贷'], ago(304, '14:30'), {
        openedAt: ago(303, '09:40'),
        contacts: [{ at: ago(300, '10:30'), kind: 'visit', note: '核验了 9 件发明专利的证书。' }],
        indicative: { at: ago(299, '15:00'), terms, askedAt: ago(295, '10:00') },
        fileCompleteAt: ago(296, '16:00'),
        approved: { at: ago(285, '11:00'), terms },
        acceptedAt: ago(284, '09:50'),
        drawings: [
          {
            at: drawnAt,
            on: dayOf(drawnAt),
            amountFen: 400 * WAN,
            contractNo: contracts.next(financier, product.class, dayOf(drawnAt)),
            fate: 'confirmed',
          },
        ],
        looks: [
          { at: ago(302, '09:52'), groups: ['contact', 'identity'] },
          { at: ago(298, '14:10'), groups: ['accounts', 'certificates'] },
        ],
      }),
    ],
  }
}

/** Money that a bank says it paid four days ago; the company has not said yes yet. */
function toConfirm(told: Told): NeedPlan {
  const { company, ago, contracts, world } = told
  const { financier, product } = find(world, changgeng, '订单贷')
  const terms = offerOf(product, {
    amountFen: 300 * WAN,
    rateBp: 366,
    tenorMonths: 6,
    collateral: ['orders'],
    validUntil: addDays(dayOf(ago(10, '12:00')), 30),
  })
  const drawnAt = ago(3, '16:12')
  return {
    company,
    terms: {
      ...emptyTerms,
      classes: ['supply-chain-finance', 'factoring'],
      useKind: 'working-capital',
      words: '数据中心客户的两份订单，账期六个月。',
      amountFen: 300 * WAN,
      tenorMonths: 6,
      collateral: ['orders', 'receivables'],
      maxCostBp: 480,
      wantedBy: addDays(world.today, 4),
    },
    createdAt: ago(28, '10:00'),
    submittedAt: ago(28, '14:00'),
    publishedAt: ago(27, '11:00'),
    introductions: [
      introduction(told, [changgeng, '订单贷'], ago(26, '10:20'), {
        openedAt: ago(25, '09:30'),
        contacts: [{ at: ago(23, '15:00'), kind: 'meeting', note: '核对了两份订单和回款账户。' }],
        indicative: { at: ago(22, '10:00'), terms, askedAt: ago(19, '09:40') },
        fileCompleteAt: ago(20, '16:30'),
        approved: { at: ago(10, '11:15'), terms },
        acceptedAt: ago(9, '09:35'),
        drawings: [
          {
            at: drawnAt,
            on: dayOf(drawnAt),
            amountFen: 300 * WAN,
            contractNo: contracts.next(financier, product.class, dayOf(drawnAt)),
            fate: 'silent',
          },
        ],
        looks: [
          { at: ago(25, '10:02'), groups: ['contact', 'identity'] },
          { at: ago(21, '14:12'), groups: ['accounts'] },
          { at: ago(14, '09:30'), groups: ['accounts', 'certificates'] },
        ],
      }),
    ],
  }
}

export function personaNeeds(world: World, contracts: Contracts): NeedPlan[] {
  const company = world.companies.find(({ row }) => row.name === personas.company.organisation)
  if (!company) throw new Error('the company of the story is missing')
  const ago = (days: number, time: string) => {
    const [hours = 0, minutes = 0] = time.split(':').map(Number)
    let day = world.today
    for (let left = days; left > 0; left--) day = workingDayUntil(addDays(day, -1))
    return new Date(startOf(day).getTime() + (hours * 60 + minutes) * 60_000)
  }
  const told = { world, company, contracts, ago }
  const draft: NeedPlan = {
    company,
    terms: {
      ...emptyTerms,
      classes: ['equity'],
      useKind: 'expansion',
      amountFen: 2000 * WAN,
    },
    createdAt: ago(2, '17:05'),
    stepsDone: ['use', 'amount'],
    introductions: [],
  }
  return [lastYear(told), toConfirm(told), inTalks(told), draft]
}
