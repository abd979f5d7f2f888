import { dueAfter, monthOf, type Day } from '@/domain/calendar/calendar'
import { WORKING_DAYS } from '@/domain/clock/clock'
import { type LedgerRung, type ServiceSource, type ServiceState } from '@/domain/ledger/ledger'
import type { FinancingClass } from '@/domain/product/classes'
import { validQualifications } from '@/domain/profile/profile'
import type { Random } from './random'
import type { Rows } from './rows'
import { disputeWords, verifyWords, voidWords } from './words'
import { later } from './working-time'
import type { Company, Financier, Member, World } from './world'

export type ServiceRow = Rows['service'][number]

/** What becomes of a row once it is reported; *ordinary* is mostly the company's yes. */
export type ServiceFate = 'ordinary' | 'confirmed' | 'verified' | 'silent' | 'disputed' | 'voided'

export interface DrawnService {
  company: Company
  financier: Financier
  rung: LedgerRung
  class: FinancingClass
  contractNo: string | null
  contractKey: string
  happenedOn: Day
  amountFen: number
  rateBp?: number | null
  tenorMonths?: number | null
  secures?: string | null
  firstLoan?: boolean | null
  source: ServiceSource
  introductionId?: string
  offerId?: string
  recordedAt: Date
  recordedBy: Member | null
}

function fateOf(random: Random, company: Company): ServiceFate {
  if (company.row.state === 'known') return random.chance(0.7) ? 'verified' : 'silent'
  const lot = random.next()
  if (lot < 0.86) return 'confirmed'
  return lot < 0.97 ? 'verified' : 'silent'
}

/** Adds one row to the ledger as the verbs write it, with the marks that followed by now. */
export function addService(
  world: World,
  random: Random,
  drawn: DrawnService,
  fate: ServiceFate = 'ordinary',
): ServiceRow {
  const { company, financier, recordedBy, ...facts } = drawn
  const known = company.row.state !== 'known'
  const profile = known ? world.factsOn(company, drawn.happenedOn) : null
  const row: ServiceRow = {
    rateBp: null,
    tenorMonths: null,
    secures: null,
    firstLoan: null,
    introductionId: null,
    offerId: null,
    correctsId: null,
    ...facts,
    id: random.id(drawn.recordedAt),
    organisationId: company.row.id,
    companyId: company.row.parentId ?? company.row.id,
    financierId: financier.row.id,
    financierKind: financier.row.financierKind,
    month: monthOf(drawn.happenedOn),
    district: profile?.district ?? null,
    zone: profile?.zone ?? null,
    chains: profile?.chains ?? [],
    qualifications: profile
      ? [...new Set(validQualifications(profile, drawn.happenedOn).map(({ kind }) => kind))]
      : [],
    whiteListed: (profile?.whiteListed.length ?? 0) > 0,
    recordedByMemberId: recordedBy?.id ?? null,
    state: 'reported',
    confirmDueAt: dueAfter(drawn.recordedAt, WORKING_DAYS.confirm),
  }
  world.rows.service.push(row)
  if (drawn.source === 'report')
    world.event(drawn.recordedAt, 'service.reported', row.id, recordedBy, {
      companyId: row.companyId,
    })
  settle(world, random, row, company, fate === 'ordinary' ? fateOf(random, company) : fate)
  return row
}

function settle(
  world: World,
  random: Random,
  row: ServiceRow,
  company: Company,
  fate: ServiceFate,
): void {
  const [owner = null] = company.members
  const mark = (
    state: ServiceState,
    at: Date,
    by: Member | null,
    said: { words?: string; rightAmountFen?: number } = {},
  ) => {
    if (at >= world.now) return
    row.state = state
    world.rows.serviceMark.push({
      serviceId: row.id,
      state,
      at,
      memberId: by?.id ?? null,
      words: said.words ?? null,
      rightAmountFen: said.rightAmountFen ?? null,
    })
    const events = {
      confirmed: 'service.confirmed',
      disputed: 'service.disputed',
      verified: 'service.verified',
      voided: 'service.voided',
    } as const
    if (state !== 'unconfirmed' && state !== 'reported')
      world.event(at, events[state], row.id, by, { companyId: row.companyId })
  }
  const statistician = world.official('statistician')
  const due = row.confirmDueAt ?? row.recordedAt
  switch (fate) {
    case 'confirmed':
    case 'ordinary':
      return mark('confirmed', later(random, row.recordedAt, 1, 70), owner)
    case 'verified':
      mark('unconfirmed', due, null)
      return mark('verified', later(random, due, 3, 60), statistician, {
        words: random.pick(verifyWords),
      })
    case 'silent':
      return mark('unconfirmed', due, null)
    case 'disputed': {
      const right = Math.round((row.amountFen * random.pick([0.6, 0.8, 0.9])) / 1e6) * 1e6
      return mark('disputed', later(random, row.recordedAt, 2, 70), owner, {
        words: random.pick(disputeWords),
        rightAmountFen: right,
      })
    }
    case 'voided':
      return mark('voided', later(random, row.recordedAt, 2, 40), statistician, {
        words: random.pick(voidWords),
      })
  }
}

/** The next number of a financier's contracts of a year, as `WS1-XD-2024-00417`. */
export class Contracts {
  private readonly last = new Map<string, number>()

  next(financier: Financier, name: FinancingClass, day: Day): string {
    const kind = contractMarks[name]
    const key = `${financier.mark}-${kind}-${day.slice(0, 4)}`
    const number = (this.last.get(key) ?? 0) + 1
    this.last.set(key, number)
    return `${key}-${String(number).padStart(4, '0')}`
  }
}

const contractMarks: Record<FinancingClass, string> = {
  'credit-loan': 'XD',
  'secured-loan': 'DY',
  'ip-pledge-loan': 'ZY',
  guarantee: 'DB',
  equity: 'TZ',
  'venture-debt': 'TD',
  'finance-lease': 'ZL',
  factoring: 'BL',
  'supply-chain-finance': 'GY',
  insurance: 'BX',
  bond: 'ZQ',
}
