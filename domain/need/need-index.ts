/** An open need as rows of numbers and bits: what SQL reads to find the leads of a product. Pure. */
import type { needIndex } from '@/db/schema'
import { addDays, addMonths, monthsBetween, type Day } from '../calendar/calendar'
import { chains, type Chain } from '../chain/chain'
import { leastPart, slotBits, slots } from '../match/bits'
import { codesOf, figureOf, flagOf } from '../match/known-facts'
import type { JudgedNeed } from '../match/match'
import { classes } from '../product/classes'
import type { SetFact } from '../product/product'
import { latestFigure, type Facts } from '../profile/profile'
import { TENOR_MOST_MONTHS } from './need'

export type NeedIndexRow = Required<typeof needIndex.$inferInsert>

/** The next day on which a certificate begins to count, or counts no more, or the company is a year older. */
function turnOf({ qualifications, foundedOn }: Facts, today: Day): Day | null {
  const years =
    foundedOn === null ? 0 : Math.max(0, Math.floor(monthsBetween(foundedOn, today) / 12))
  const turns = [
    ...qualifications.flatMap(({ validFrom, validTo }) => [
      validFrom,
      ...(validTo ? [addDays(validTo, 1)] : []),
    ]),
    ...(foundedOn === null ? [] : [addMonths(foundedOn, 12 * (years + 1))]),
  ]
  return turns.filter((day) => day > today).toSorted()[0] ?? null
}

const MOST = 2 ** 31 - 1

/** The columns of a figure that the teaser gives a band. */
function banded(fact: 'age' | 'staff' | 'patents', need: JudgedNeed, today: Day) {
  const known = figureOf(fact, need, today)
  return known ? ([known.low, Math.min(known.high, MOST)] as const) : ([null, null] as const)
}

/** Every chain by which it may fit, by the teaser or by facts; unknown where either is. */
function anyChain(need: JudgedNeed, today: Day): string[] | null {
  const { teaser: _teaser, ...byFacts } = need
  const [told, held] = [codesOf('chain', need, today), codesOf('chain', byFacts, today)]
  return told === null || held === null ? null : [...new Set([...told, ...held])]
}

/** The rows of a published need on a day, one a class; none while nothing of it is open. */
export function needIndexRowsOf(needId: string, need: JudgedNeed, today: Day): NeedIndexRow[] {
  const { terms, facts, openFen } = need
  if (openFen <= 0) return []
  const bits = (...list: SetFact[]) =>
    list.reduce((sum, fact) => sum + slotBits(fact, codesOf(fact, need, today)), 0)
  const listed = flagOf('white-listed', need)
  const whiteListed = 2 ** slots['white-listed'].from * (listed === null ? 1 : listed ? 2 : 0)
  const [ageLow, ageHigh] = banded('age', need, today)
  const [staffLow, staffHigh] = banded('staff', need, today)
  const [patentsLow, patentsHigh] = banded('patents', need, today)
  const told = codesOf('chain', need, today)
  const tenor = Math.min(terms.tenorMonths ?? 0, TENOR_MOST_MONTHS)
  const row = {
    needId,
    inParts: terms.inParts && terms.partFen !== null,
    openFen,
    leastFen: leastPart(need),
    maxCostBp: terms.maxCostBp,
    singleCodes: bits('district', 'zone', 'stage', 'use') + whiteListed,
    severalCodes: bits('qualification', 'collateral') + slotBits('chain', anyChain(need, today)),
    chainTold: told === null ? null : chains.indexOf(told[0] as Chain),
    foundedOn: facts.foundedOn,
    ageLow,
    ageHigh,
    staffLow,
    staffHigh,
    patentsLow,
    patentsHigh,
    rdStaff: facts.rdStaff,
    debtRatioBp: facts.debtRatioBp,
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
