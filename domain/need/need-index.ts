/** An open need as rows of numbers and bits: what SQL reads to find the leads of a product. Pure. */
import type { needIndex } from '@/db/schema'
import { addDays, type Day } from '../calendar/calendar'
import { leastPart, slotBits, slots } from '../match/bits'
import { codesOf } from '../match/judge'
import type { JudgedNeed } from '../match/match'
import { classes } from '../product/classes'
import type { SetFact } from '../product/product'
import { latestFigure, type Facts } from '../profile/profile'
import { TENOR_MOST_MONTHS } from './need'
import { totalPatents } from './teaser'

export type NeedIndexRow = Required<typeof needIndex.$inferInsert>

/** The next day on which a certificate begins to count, or counts no more. */
function turnOf({ qualifications }: Facts, today: Day): Day | null {
  const turns = qualifications
    .flatMap(({ validFrom, validTo }) => [validFrom, ...(validTo ? [addDays(validTo, 1)] : [])])
    .filter((day) => day > today)
  return turns.toSorted()[0] ?? null
}

/** The rows of a published need on a day, one a class; none while nothing of it is open. */
export function needIndexRowsOf(needId: string, need: JudgedNeed, today: Day): NeedIndexRow[] {
  const { terms, facts, openFen } = need
  if (openFen <= 0) return []
  const bits = (...list: SetFact[]) =>
    list.reduce((sum, fact) => sum + slotBits(fact, codesOf(fact, need, today)), 0)
  const whiteListed = facts.whiteListed.length > 0 ? 2 ** (slots['white-listed'].from + 1) : 0
  const tenor = Math.min(terms.tenorMonths ?? 0, TENOR_MOST_MONTHS)
  const row = {
    needId,
    inParts: terms.inParts && terms.partFen !== null,
    openFen,
    leastFen: leastPart(need),
    maxCostBp: terms.maxCostBp,
    singleCodes: bits('district', 'zone', 'stage', 'use') + whiteListed,
    severalCodes: bits('chain', 'qualification', 'collateral'),
    foundedOn: facts.foundedOn,
    staff: facts.staff,
    rdStaff: facts.rdStaff,
    debtRatioBp: facts.debtRatioBp,
    patents: totalPatents(facts),
    revenueFen: latestFigure(facts, 'revenueFen')?.fen ?? null,
    profitFen: latestFigure(facts, 'profitFen')?.fen ?? null,
    rdSpendFen: latestFigure(facts, 'rdSpendFen')?.fen ?? null,
    renewOn: turnOf(facts, today),
  }
  return classes.flatMap((name, place) =>
    terms.classes.includes(name)
      ? [{ ...row, class: place, tenorMonths: name === 'equity' ? 0 : tenor }]
      : [],
  )
}
