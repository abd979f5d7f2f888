import type { service } from '@/db/schema'
import { dueAfter, monthOf, type Day } from '../calendar/calendar'
import { WORKING_DAYS } from '../clock/clock'
import { isMember, type Context } from '../context'
import { newId } from '../id'
import type { FinancierKind } from '../organisation/organisation'
import type { FinancingClass } from '../product/classes'
import type { LedgerRung, ServiceSource } from './ledger'

export type ServiceRow = typeof service.$inferSelect
/** Before it is written: its commit is given by the database, or told where a whole ledger is. */
export type UnwrittenRow = Omit<ServiceRow, 'commitId'> & { commitId?: number }

/** What a row copies of a company, as it was that day. */
export type AsWere = Pick<
  ServiceRow,
  'district' | 'zone' | 'park' | 'chains' | 'qualifications' | 'whiteListed'
>

/** What is told of one service, by whatever door it comes. */
export interface NewService {
  rung: LedgerRung
  class: FinancingClass
  contractNo: string | null
  /** The contract, or the introduction's code while there is none. */
  contractKey: string
  /** 借据号, of a drawing. */
  voucher?: string | null
  happenedOn: Day
  amountFen: number
  rateBp?: number | null
  tenorMonths?: number | null
  secures?: string | null
  firstLoan?: boolean | null
  source: ServiceSource
  introductionId?: string | null
  offerId?: string | null
  correctsId?: string | null
}

export interface Parties {
  /** A branch counts as its parent. */
  company: { id: string; parentId: string | null }
  financier: { id: string; kind: FinancierKind }
}

/** When and by whom rows are entered, and until when their company may confirm them. */
export interface Entry {
  at: Date
  memberId: string | null
  confirmDueAt: Date
}

export function entryOf({ actor, now }: Pick<Context, 'actor' | 'now'>): Entry {
  return {
    at: now,
    memberId: isMember(actor) ? actor.memberId : null,
    confirmDueAt: dueAfter(now, WORKING_DAYS.confirm),
  }
}

/** The row of the ledger that a service makes: the same whether it is entered alone, from a bank file or in a demonstration city. */
export function serviceRowOf(
  told: NewService,
  { company, financier }: Parties,
  asWere: AsWere,
  entry: Entry,
): UnwrittenRow {
  return {
    voucher: null,
    twin: 1,
    rateBp: null,
    tenorMonths: null,
    secures: null,
    firstLoan: null,
    introductionId: null,
    offerId: null,
    correctsId: null,
    ...told,
    ...asWere,
    id: newId(),
    organisationId: company.id,
    companyId: company.parentId ?? company.id,
    financierId: financier.id,
    financierKind: financier.kind,
    month: monthOf(told.happenedOn),
    recordedAt: entry.at,
    recordedByMemberId: entry.memberId,
    confirmDueAt: entry.confirmDueAt,
    state: 'reported',
  }
}
