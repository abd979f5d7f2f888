import { and, eq, gte, inArray, isNull, lt, lte, sql, type SQL } from 'drizzle-orm'
import { alias, type AnyPgColumn } from 'drizzle-orm/pg-core'
import { service, serviceMark } from '@/db/schema'
import type { Chain } from '../chain/chain'
import { countedStates, type LedgerRung, type Period } from '../ledger/ledger'
import type { FinancierKind } from '../organisation/organisation'
import { inScope } from '../organisation/scope'
import type { District, Scope, Zone } from '../place/place'
import { financingClasses, type FinancingClass } from '../product/classes'
import type { QualificationKind } from '../profile/profile'

/** Rows whose money is financing: a guarantee and a policy add none. */
export const isFinancing = inArray(service.class, [...financingClasses])

export const lackables = ['chain', 'district', 'zone', 'qualification'] as const
export type Lackable = (typeof lackables)[number]

/** The cuts a figure may be asked in. */
export interface Cut {
  district?: District
  zone?: Zone
  chain?: Chain
  class?: FinancingClass
  financierKind?: FinancierKind
  financierId?: string
  companyId?: string
  qualification?: QualificationKind
  whiteListed?: boolean
  /** Rows that lack this fact: the part of a cut that has no name. */
  lacking?: Lackable
}

export interface LedgerQuestion {
  period: Period
  rung: LedgerRung
  /** What was known at a past moment; null is now. The same moment gives the same figure for ever. */
  asOf: Date | null
  cut?: Cut
  /** An official's places; the whole city where it is left out. */
  scope?: Scope
}

type LedgerColumns = Record<'id' | 'state' | 'recordedAt', AnyPgColumn>

/** The state of a row as it was known at a moment: its latest mark by then, or *reported*. */
export function stateAsOf(asOf: Date, row: LedgerColumns = service): SQL {
  return sql`coalesce((select ${serviceMark.state} from ${serviceMark} where ${serviceMark.serviceId} = ${row.id} and ${serviceMark.at} <= ${asOf.toISOString()} order by ${serviceMark.position} desc limit 1), 'reported')`
}

function known(asOf: Date | null, row: LedgerColumns = service): SQL | undefined {
  return asOf ? lte(row.recordedAt, asOf) : undefined
}

/** Rows that count: reported, confirmed, unconfirmed or verified. */
export function counted(asOf: Date | null, row: LedgerColumns = service): SQL | undefined {
  return asOf
    ? and(known(asOf, row), inArray(stateAsOf(asOf, row), [...countedStates]))
    : inArray(row.state, [...countedStates])
}

const earlier = alias(service, 'earlier')

/** A drawing declared as its company's first loan, with no such drawing on an earlier day: once in a life. */
export function firstInLife(asOf: Date | null): SQL | undefined {
  return and(
    eq(service.firstLoan, true),
    sql`not exists (select 1 from ${service} as ${sql.identifier('earlier')} where ${and(
      eq(earlier.companyId, service.companyId),
      eq(earlier.firstLoan, true),
      lt(earlier.happenedOn, service.happenedOn),
      counted(asOf, earlier),
    )})`,
  )
}

/** Rows that were disputed: they stand apart until decided. */
export function disputed(asOf: Date | null): SQL | undefined {
  return asOf ? and(known(asOf), eq(stateAsOf(asOf), 'disputed')) : eq(service.state, 'disputed')
}

/** A contract number, and the company's confirmation or an official's verification. */
export function evidenced(asOf: Date | null): SQL {
  const state = asOf ? stateAsOf(asOf) : sql`${service.state}`
  return sql`(${service.contractNo} is not null and ${state} in ('confirmed', 'verified'))`
}

export function inPeriod({ from, to }: Period): SQL | undefined {
  return and(gte(service.month, from), lte(service.month, to))
}

const lacks: Record<Lackable, SQL> = {
  chain: sql`cardinality(${service.chains}) = 0`,
  district: isNull(service.district),
  zone: isNull(service.zone),
  qualification: sql`cardinality(${service.qualifications}) = 0`,
}

export function inCut(cut: Cut = {}): SQL | undefined {
  return and(
    cut.district ? eq(service.district, cut.district) : undefined,
    cut.zone ? eq(service.zone, cut.zone) : undefined,
    cut.chain ? sql`${service.chains} @> array[${cut.chain}]::text[]` : undefined,
    cut.class ? eq(service.class, cut.class) : undefined,
    cut.financierKind ? eq(service.financierKind, cut.financierKind) : undefined,
    cut.financierId ? eq(service.financierId, cut.financierId) : undefined,
    cut.companyId ? eq(service.companyId, cut.companyId) : undefined,
    cut.qualification
      ? sql`${service.qualifications} @> array[${cut.qualification}]::text[]`
      : undefined,
    cut.whiteListed === undefined ? undefined : eq(service.whiteListed, cut.whiteListed),
    cut.lacking ? lacks[cut.lacking] : undefined,
  )
}

/** The rows a question counts. */
export function rowsOf({ period, rung, asOf, cut, scope }: LedgerQuestion): SQL | undefined {
  return and(
    eq(service.rung, rung),
    inPeriod(period),
    counted(asOf),
    inCut(cut),
    scope ? inScope(scope, { district: service.district, zone: service.zone }) : undefined,
  )
}
