/** The ledger of the city and its needs, in the words of the ranking. */
import { monthsBetween, type Day } from '../calendar/calendar'
import type { FinancingClass } from '../product/classes'
import { validQualifications, type Facts } from '../profile/profile'
import type { Deal, FieldMap, RankedNeed } from './ranking'

export const cityMap: FieldMap = {
  ladders: [{ name: 'place', fields: ['district', 'zone'] }],
  facets: ['class', 'chain', 'stage', 'qualification', 'white list'],
  crosses: [
    ['class', 'chain'],
    ['class', 'district'],
  ],
  figures: [
    { field: 'amount', width: 0.7 },
    { field: 'tenor', width: 0.5 },
    { field: 'age', width: 0.5 },
  ],
  home: 'district',
}

/** One contract of the ledger: its first drawing, with the company as it was that day. */
export interface Contract extends Pick<Facts, 'district' | 'zone' | 'chains'> {
  id: string
  companyId: string
  financierId: string
  class: FinancingClass
  happenedOn: Day
  amountFen: number
  tenorMonths: number | null
  contractNo: string | null
  /** The contract of the loan that a guarantee or policy stands behind. */
  secures: string | null
  qualifications: readonly string[]
  whiteListed: boolean
  stage: string | null
  foundedOn: Day | null
}

const one = (value: string | null) => (value === null ? null : [value])
const monthOf = (day: Day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1

/** What a need of one class and a contract are both told by. */
function told(subject: {
  companyId: string
  on: Day
  class: FinancingClass
  district: string | null
  zone: string | null
  chains: readonly string[]
  stage: string | null
  qualifications: readonly string[]
  whiteListed: boolean
  amountFen: number
  tenorMonths: number | null
  foundedOn: Day | null
}): Omit<RankedNeed, 'id' | 'prior'> {
  return {
    companyId: subject.companyId,
    month: monthOf(subject.on),
    facts: {
      district: one(subject.district),
      zone: one(subject.zone),
      class: [subject.class],
      chain: subject.chains.length === 0 ? null : subject.chains,
      stage: one(subject.stage),
      qualification: subject.qualifications,
      'white list': [subject.whiteListed ? 'on it' : 'not on it'],
    },
    figures: {
      amount: subject.amountFen,
      tenor: subject.tenorMonths,
      age: subject.foundedOn === null ? null : monthsBetween(subject.foundedOn, subject.on),
    },
  }
}

/** The contracts as deals, oldest first; a guarantee and the loan it stands behind are one deal of two financiers. */
export function dealsOf(contracts: readonly Contract[]): Deal[] {
  const ordered = contracts.toSorted(
    (a, b) => a.happenedOn.localeCompare(b.happenedOn) || a.id.localeCompare(b.id),
  )
  const numbers = new Set(ordered.flatMap(({ contractNo }) => contractNo ?? []))
  const behind = new Map<string, Contract[]>()
  for (const contract of ordered)
    if (contract.secures !== null && numbers.has(contract.secures))
      behind.set(contract.secures, [...(behind.get(contract.secures) ?? []), contract])
  const financed = new Map<string, Set<string>>()
  return ordered.flatMap((contract) => {
    if (contract.secures !== null && numbers.has(contract.secures)) return []
    const beside = behind.get(contract.contractNo ?? '') ?? []
    const financiers = [contract, ...beside].map(({ financierId }) => financierId)
    const before = financed.get(contract.companyId) ?? new Set()
    const prior = [...before]
    financed.set(contract.companyId, new Set([...before, ...financiers]))
    const deal = told({ ...contract, on: contract.happenedOn })
    const classes = [...new Set([contract, ...beside].map(({ class: name }) => name))]
    return [
      { ...deal, id: contract.id, facts: { ...deal.facts, class: classes }, prior, financiers },
    ]
  })
}

/** A need on a day, as one of the classes that it would take; `prior` are those who finance the company already. */
export function rankedNeed(
  need: { id: string; companyId: string; tenorMonths: number | null; openFen: number },
  facts: Facts,
  name: FinancingClass,
  { today, prior }: { today: Day; prior: readonly string[] },
): RankedNeed {
  const deal = told({
    ...facts,
    companyId: need.companyId,
    on: today,
    class: name,
    qualifications: validQualifications(facts, today).map(({ kind }) => kind),
    whiteListed: facts.whiteListed.length > 0,
    amountFen: need.openFen,
    tenorMonths: need.tenorMonths,
  })
  return { ...deal, id: need.id, prior }
}
