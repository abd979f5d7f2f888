import { whyNotActAs, type FinancierActor, type WhyNotAct } from '../actor'
import { dayOf } from '../calendar/calendar'
import { transact, type Context } from '../context'
import { recordEvent } from '../event/record-event'
import { findOrMakeKnown } from '../organisation/known-organisation'
import { isSameName } from '../organisation/names'
import { classesOfKind } from '../product/classes'
import { ok, refused, type Result } from '../result'
import { normaliseUscc, usccProblem } from '../uscc/uscc'
import type { ReportServiceInput } from './ledger'
import { writeService } from './write-service'

export type ReportServiceRefusal =
  | WhyNotAct
  | 'uscc-invalid'
  | 'not-a-company'
  | 'day-in-future'
  | 'class-of-kind'
  | 'name-of-another'
  | 'already-there'

/**
 * A financier reports a service that did not come about on the platform; an unknown company becomes known. A code that is on
 * record under another name is refused until the licence was looked at again; the name on record is told to nobody.
 */
export async function reportService(
  context: Context<FinancierActor>,
  input: ReportServiceInput,
): Promise<Result<string, ReportServiceRefusal>> {
  const no = whyNotActAs(context.actor, 'financier')
  if (no) return refused(no)
  const { actor, now } = context
  const uscc = normaliseUscc(input.uscc)
  if (usccProblem(uscc)) return refused('uscc-invalid')
  if (!classesOfKind[actor.financierKind].includes(input.class)) return refused('class-of-kind')
  if (input.happenedOn > dayOf(now)) return refused('day-in-future')
  return transact<string, ReportServiceRefusal>(context, async (tx) => {
    const company = await findOrMakeKnown(
      tx,
      { kind: 'company', uscc, name: input.companyName },
      now,
    )
    if (company.kind !== 'company') return refused('not-a-company')
    const { uscc: _code, companyName, nameChecked, voucher, isFurther, ...facts } = input
    if (!nameChecked && !isSameName(company.name, companyName)) return refused('name-of-another')
    const isDrawing = input.rung === 6
    const written = await writeService(tx, context, {
      ...facts,
      organisationId: company.id,
      financierId: actor.organisationId,
      contractKey: input.contractNo,
      voucher: isDrawing ? voucher || null : null,
      isFurther: isDrawing && isFurther,
      source: 'report',
    })
    if (!written.ok) return written
    await recordEvent(tx, context, 'service.reported', written.value, {
      companyId: company.parentId ?? company.id,
    })
    return ok(written.value)
  })
}
