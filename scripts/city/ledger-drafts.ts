import type { Day } from '@/domain/calendar/calendar'
import { isFinancing, type FinancingClass } from '@/domain/product/classes'
import { roundWan } from './need-terms'
import type { Random } from './random'
import type { ServiceFate } from './services'
import type { Company, Financier } from './world'

/** A drawing that is going to be written, with its grant. */
export interface Draft {
  company: Company
  financier: Financier
  class: FinancingClass
  happenedOn: Day
  wan: number
  contractNo: string
  rateBp: number | null
  tenorMonths: number | null
  secures: string | null
  isNewContract: boolean
  /** Days from the grant to the drawing, and how much more was granted. */
  grantedBefore: number
  grantedShare: number
  fate: ServiceFate
}

/** 万元 drawn from January to May, as the city published it for 2024, and the year before that it was compared with. */
const published: readonly { from: string; to: string; wan: number }[] = [
  { from: '2023-01', to: '2023-06', wan: 128_100 },
  { from: '2024-01', to: '2024-06', wan: 140_200 },
]

/** Scales the amounts, so that January to May 2024 comes to about 1.4 billion yuan; other months by the same factor. */
export function scaleToPublished(drafts: Draft[]): void {
  let factor = 1
  for (const period of published) {
    const inPeriod = drafts.filter(
      ({ happenedOn }) => happenedOn >= period.from && happenedOn < period.to,
    )
    const total = inPeriod
      .filter(({ class: name, fate }) => isFinancing(name) && isCounted(fate))
      .reduce((sum, { wan }) => sum + wan, 0)
    factor = total === 0 ? 1 : period.wan / total
    for (const draft of inPeriod) draft.wan = roundWan(draft.wan * factor)
  }
  const isScaled = ({ happenedOn }: Draft) =>
    published.some(({ from, to }) => happenedOn >= from && happenedOn < to)
  for (const draft of drafts.filter((one) => !isScaled(one)))
    draft.wan = roundWan(draft.wan * factor)
}

const isCounted = (fate: ServiceFate) => fate !== 'voided' && fate !== 'disputed'

/** Of the 320 companies of January to May 2024 five rest on one declared row; the rest are evidenced. */
export function leaveFiveDeclared(random: Random, drafts: readonly Draft[]): void {
  const [, { from, to } = { from: '', to: '' }] = published
  const counted = drafts.filter(
    ({ happenedOn, fate }) => happenedOn >= from && happenedOn < to && isCounted(fate),
  )
  const rows = new Map<Draft['company'], number>()
  for (const { company } of counted) rows.set(company, (rows.get(company) ?? 0) + 1)
  const single = counted.filter(
    ({ company }) =>
      rows.get(company) === 1 && company.row.state !== 'known' && !company.row.parentId,
  )
  const declared = new Set(random.some(single, 5))
  for (const draft of counted)
    draft.fate = declared.has(draft)
      ? 'silent'
      : draft.company.row.state === 'known' || random.chance(0.12)
        ? 'verified'
        : 'confirmed'
}
