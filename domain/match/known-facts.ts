/** What is known of a need's company: by its facts, or before consent by its teaser where that speaks of them. Pure. */
import type { Day } from '../calendar/calendar'
import type { Teaser } from '../need/teaser'
import { rangeFacts, type FlagFact, type RangeFact, type SetFact } from '../product/product'
import {
  ageInMonths,
  bandBounds,
  latestFigure,
  totalPatents,
  validQualifications,
  type PatentBand,
  type StaffBand,
} from '../profile/profile'
import type { Actual, JudgedNeed } from './match'

/** What is known of a figure: exactly, or by the band of a teaser that it lies in. */
export interface Known {
  low: number
  high: number
  actual: Actual
}

function exactly(fact: RangeFact, value: number | null, year?: number | null): Known | null {
  if (value === null) return null
  const dated = year === undefined || year === null ? {} : { year }
  return {
    low: value,
    high: value,
    actual: { kind: 'figure', unit: rangeFacts[fact], value, ...dated },
  }
}

function ofYear(fact: RangeFact, figure: { year: number; fen: number } | null): Known | null {
  return figure && exactly(fact, figure.fen, figure.year)
}

function inBand(of: 'staff' | 'patents', band: StaffBand | PatentBand | null): Known | null {
  if (band === null) return null
  const [low, high] = bandBounds(band)
  return { low, high, actual: { kind: 'band', of, band } }
}

/** What a range tests, or null while it is unknown. */
export function figureOf(fact: RangeFact, { facts, teaser }: JudgedNeed, today: Day): Known | null {
  switch (fact) {
    case 'age':
      if (!teaser) return exactly(fact, ageInMonths(facts, today))
      return teaser.ageYears === null
        ? null
        : {
            low: 12 * teaser.ageYears,
            high: 12 * teaser.ageYears + 11,
            actual: { kind: 'years', value: teaser.ageYears },
          }
    case 'staff':
      return teaser ? inBand(fact, teaser.staff) : exactly(fact, facts.staff)
    case 'patents':
      return teaser ? inBand(fact, teaser.patents) : exactly(fact, totalPatents(facts))
    case 'rd-staff':
      return exactly(fact, facts.rdStaff)
    case 'revenue':
      return ofYear(fact, latestFigure(facts, 'revenueFen'))
    case 'profit':
      return ofYear(fact, latestFigure(facts, 'profitFen'))
    case 'rd-spend':
      return ofYear(fact, latestFigure(facts, 'rdSpendFen'))
    case 'debt-ratio':
      return exactly(fact, facts.debtRatioBp, facts.debtRatioYear)
  }
}

/** By the teaser: a place that was widened is unknown, and so is a zone beside a district that is only all that it says. */
function placeIn(fact: 'district' | 'zone', teaser: Teaser): string[] | null {
  if (fact === 'district') return teaser.district === null ? null : [teaser.district]
  if (teaser.zone !== null) return [teaser.zone]
  return teaser.district !== null && teaser.widening === 'none' ? [] : null
}

/** The codes a set tests, or null while they are unknown: none named is known where the company said so. */
export function codesOf(fact: SetFact, need: JudgedNeed, today: Day): string[] | null {
  const { facts, terms, teaser } = need
  switch (fact) {
    case 'district':
      if (teaser) return placeIn(fact, teaser)
      return facts.district === null ? null : [facts.district]
    case 'zone':
      if (teaser) return placeIn(fact, teaser)
      return facts.district === null && facts.zone === null
        ? null
        : facts.zone === null
          ? []
          : [facts.zone]
    case 'chain':
      if (teaser) return teaser.chain === null ? null : [teaser.chain]
      return facts.chains.length === 0 && !facts.noChain ? null : facts.chains
    case 'stage':
      return facts.stage === null ? null : [facts.stage]
    case 'qualification':
      if (teaser)
        return teaser.certificatesKnown ? teaser.qualifications.map(({ kind }) => kind) : null
      return facts.certificatesKnown
        ? validQualifications(facts, today).map(({ kind }) => kind)
        : null
    case 'collateral':
      return terms.collateral
    case 'use':
      return terms.useKind === null ? null : [terms.useKind]
  }
}

/** Null while it is unknown; by a teaser that does not say so, white-list standing is. */
export function flagOf(flag: FlagFact, { facts, teaser }: JudgedNeed): boolean | null {
  if (flag === 'white-listed')
    return teaser ? teaser.whiteListed || null : facts.whiteListed.length > 0
  const profit = latestFigure(facts, 'profitFen')
  return profit && profit.fen > 0
}
