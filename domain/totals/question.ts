import { and, eq, gte, isNull, lte, sql, type SQL } from 'drizzle-orm'
import { service } from '@/db/schema'
import { counted } from '../ledger/conditions'
import { inScope } from '../organisation/scope'
import type { Cut, Lackable, LedgerQuestion } from './totals'
import type { Period } from './totals'

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
