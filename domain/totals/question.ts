/** The WHERE of a question: every figure and every list behind one begins here, so that none forgets whose rows it may count. */
import {
  and,
  arrayContains,
  eq,
  gte,
  inArray,
  isNotNull,
  isNull,
  lte,
  sql,
  type SQL,
} from 'drizzle-orm'
import { service } from '@/db/schema'
import { counted, firstInLife } from '../ledger/conditions'
import { loanClasses } from '../product/classes'
import { reachedServices, type TotalsContext } from './reach'
import type { Cut, Lackable, Question } from './totals'

const lacks: Record<Lackable, SQL> = {
  chain: sql`cardinality(${service.chains}) = 0`,
  district: isNull(service.district),
  zone: isNull(service.zone),
  park: isNull(service.park),
  qualification: sql`cardinality(${service.qualifications}) = 0`,
}

function inCut(cut: Cut = {}, asOf: number | null): SQL | undefined {
  return and(
    cut.district ? eq(service.district, cut.district) : undefined,
    cut.zone ? eq(service.zone, cut.zone) : undefined,
    cut.park ? eq(service.park, cut.park) : undefined,
    cut.chains ? arrayContains(service.chains, cut.chains) : undefined,
    cut.class ? eq(service.class, cut.class) : undefined,
    cut.financierKind ? eq(service.financierKind, cut.financierKind) : undefined,
    cut.financierId ? eq(service.financierId, cut.financierId) : undefined,
    cut.companyId ? eq(service.companyId, cut.companyId) : undefined,
    cut.qualifications ? arrayContains(service.qualifications, cut.qualifications) : undefined,
    cut.whiteListed === undefined ? undefined : eq(service.whiteListed, cut.whiteListed),
    cut.firstTime === undefined ? undefined : isFirstTime(cut.firstTime, asOf),
    ...(cut.lacking ?? []).map((fact) => lacks[fact]),
  )
}

function isFirstTime(firstTime: boolean, asOf: number | null): SQL | undefined {
  return firstTime ? firstInLife(asOf) : sql`(${firstInLife(asOf)}) is not true`
}

/** The rows of a question within reach, of any rung and state. */
export function rowsAsked(
  context: TotalsContext,
  { period, cut, until, asOf }: Question,
): SQL | undefined {
  return and(
    gte(service.month, period.from),
    lte(service.month, period.to),
    until ? lte(service.happenedOn, until) : undefined,
    inCut(cut, asOf),
    reachedServices(context),
  )
}

/** The rows that a question counts: of the rung that makes *served*, or of another whose money is added. */
export function rowsCounted(
  context: TotalsContext,
  question: Question,
  rung = question.definition.rung,
): SQL | undefined {
  return and(eq(service.rung, rung), rowsAsked(context, question), counted(question.asOf))
}

/**
 * The rows whose money a question adds: where drawing makes *served*, all that were drawn (or granted); else those of the
 * companies that it counts.
 */
export function rowsOfMoney(
  context: TotalsContext,
  question: Question,
  rung: 5 | 6,
): SQL | undefined {
  const served = sql`${service.companyId} in (select ${service.companyId} from ${service} where ${rowsCounted(context, question)})`
  return and(
    rowsCounted(context, question, rung),
    question.definition.rung === 6 ? undefined : served,
  )
}

/** The loans whose rates are weighed. */
export function rowsRated(context: TotalsContext, question: Question): SQL | undefined {
  return and(
    rowsOfMoney(context, question, 6),
    inArray(service.class, [...loanClasses]),
    isNotNull(service.rateBp),
  )
}
