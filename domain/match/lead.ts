/** An open need as rows of numbers and bit masks: what SQL reads to find the leads of a product. Pure. */
import type { lead } from '@/db/schema'
import { addDays, type Day } from '../calendar/calendar'
import { totalPatents } from '../need/teaser'
import { classes } from '../product/classes'
import { setFacts, type SetFact } from '../product/product'
import { latestFigure, type Facts } from '../profile/profile'
import { codesOf } from './judge'
import { heldMask, leastPart } from './bits'
import type { JudgedNeed } from './match'

export type LeadRow = Required<typeof lead.$inferInsert>

/** The next day on which a certificate begins to count, or counts no more. */
function turnOf({ qualifications }: Facts, today: Day): Day | null {
  const turns = qualifications
    .flatMap(({ validFrom, validTo }) => [validFrom, ...(validTo ? [addDays(validTo, 1)] : [])])
    .filter((day) => day > today)
  return turns.toSorted()[0] ?? null
}

/** The rows of a published need on a day, one a class; none while nothing of it is open. */
export function leadRowsOf(needId: string, need: JudgedNeed, today: Day): LeadRow[] {
  const { terms, facts, openFen } = need
  if (openFen <= 0) return []
  const mask = (fact: SetFact) => {
    const held = codesOf(fact, need, today)
    return held && heldMask(setFacts[fact], held)
  }
  const row = {
    needId,
    inParts: terms.inParts && terms.partFen !== null,
    openFen,
    leastFen: leastPart(need),
    tenorMonths: terms.tenorMonths,
    maxCostBp: terms.maxCostBp,
    district: mask('district'),
    zone: mask('zone'),
    chain: mask('chain'),
    stage: mask('stage'),
    qualification: mask('qualification'),
    collateral: mask('collateral'),
    use: mask('use'),
    foundedOn: facts.foundedOn,
    staff: facts.staff,
    rdStaff: facts.rdStaff,
    debtRatioBp: facts.debtRatioBp,
    patents: totalPatents(facts),
    revenueFen: latestFigure(facts, 'revenueFen')?.fen ?? null,
    profitFen: latestFigure(facts, 'profitFen')?.fen ?? null,
    rdSpendFen: latestFigure(facts, 'rdSpendFen')?.fen ?? null,
    whiteListed: facts.whiteListed.length > 0,
    renewOn: turnOf(facts, today),
  }
  return classes.flatMap((name, place) =>
    terms.classes.includes(name) ? [{ ...row, class: place }] : [],
  )
}
