/**
 * What a matched financier reads before consent. The company agrees to it by publishing, after reading it word for
 * word. Nothing outside this allow-list reaches a financier's page, tag, reason or export before consent.
 */
import { addDays, type Day } from '../calendar/calendar'
import type { Chain } from '../chain/chain'
import type { District, Zone } from '../place/place'
import type { FinancingClass } from '../product/classes'
import {
  ageInMonths,
  patentBand,
  staffBand,
  validQualifications,
  type CollateralKind,
  type Facts,
  type PatentBand,
  type QualificationKind,
  type StaffBand,
} from '../profile/profile'
import type { NeedState, NeedTerms, UseKind } from './need'

/** Fewer companies than this at one place in one chain could be guessed: the place is widened, then the chain. */
const GUESSABLE_BELOW = 5

export const widenings = ['none', 'district', 'city', 'city-and-chain'] as const
export type Widening = (typeof widenings)[number]

export interface Teaser {
  classes: FinancingClass[]
  amountFen: number
  inParts: boolean
  partFen: number | null
  tenorMonths: number | null
  useKind: UseKind
  maxCostBp: number | null
  /** 'YYYY-MM' */
  wantedByMonth: string
  collateral: CollateralKind[]
  /** Null district and zone: somewhere in the city. */
  district: District | null
  zone: Zone | null
  chain: Chain | null
  ageYears: number | null
  staff: StaffBand | null
  patents: PatentBand | null
  /** With the quarter a certificate ends, 'YYYY-Qn'. */
  qualifications: { kind: QualificationKind; endsInQuarter: string | null }[]
  /** Whether none is known to be none. */
  certificatesKnown: boolean
  whiteListed: boolean
  widening: Widening
}

export function quarterOf(day: Day): string {
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
}

/** How many admitted companies share a place and chain with this one, itself included. */
export interface Crowd {
  zoneAndChain: number
  districtAndChain: number
  cityAndChain: number
}

export function wideningFor(facts: Pick<Facts, 'zone'>, crowd: Crowd): Widening {
  const enough = (count: number) => count >= GUESSABLE_BELOW
  if (facts.zone !== null && enough(crowd.zoneAndChain)) return 'none'
  if (enough(crowd.districtAndChain)) return facts.zone === null ? 'none' : 'district'
  return enough(crowd.cityAndChain) ? 'city' : 'city-and-chain'
}

/** Of two the one that tells less. */
export function widerOf(one: Widening, other: Widening): Widening {
  return widenings.indexOf(one) > widenings.indexOf(other) ? one : other
}

export function totalPatents(
  facts: Pick<Facts, 'inventionPatents' | 'otherPatents'>,
): number | null {
  if (facts.inventionPatents === null && facts.otherPatents === null) return null
  return (facts.inventionPatents ?? 0) + (facts.otherPatents ?? 0)
}

/** What of a teaser goes with the days: the age in whole years, and the certificates that are valid. */
function datedParts(facts: Facts, on: Day): Pick<Teaser, 'ageYears' | 'qualifications'> {
  const months = ageInMonths(facts, on)
  return {
    ageYears: months === null ? null : Math.floor(months / 12),
    qualifications: [...new Set(validQualifications(facts, on).map(({ kind }) => kind))].map(
      (kind) => {
        const last = lastDayOf(kind, facts, on)
        return { kind, endsInQuarter: last === null ? null : quarterOf(last) }
      },
    ),
  }
}

/** Until when a certificate that is valid on a day goes on, one that renews it without a gap included; null without an end. */
function lastDayOf(kind: QualificationKind, facts: Facts, on: Day): Day | null {
  const own = facts.qualifications.filter((one) => one.kind === kind)
  let last = on
  for (;;) {
    const further = own.find(
      ({ validFrom, validTo }) =>
        validFrom <= addDays(last, 1) && (validTo === null || validTo > last),
    )
    if (!further) return last
    if (further.validTo === null) return null
    last = further.validTo
  }
}

/** The same teaser on another day; how far it is widened stays. */
export function teaserOn(teaser: Teaser, facts: Facts, on: Day): Teaser {
  return { ...teaser, ...datedParts(facts, on) }
}

/** What is told of a need today: its lead is kept up by night, but there is none once nothing more is open. Ended, it stands as it stood. */
export function teaserToday(
  { state, facts, teaser }: { state: NeedState; facts: Facts | null; teaser: Teaser | null },
  today: Day,
): Teaser | null {
  return teaser && facts && state === 'published' ? teaserOn(teaser, facts, today) : teaser
}

/** What a lead shows of a need: its teaser, with the amount that is still open. */
export function asLeadTells(teaser: Teaser, openFen: number): Teaser {
  return { ...teaser, amountFen: openFen }
}

/** Terms must be complete: publishing has checked that. */
export function teaserOf(terms: NeedTerms, facts: Facts, widening: Widening, on: Day): Teaser {
  if (terms.amountFen === null || terms.useKind === null || terms.wantedBy === null) {
    throw new Error('a teaser needs complete terms')
  }
  const patents = totalPatents(facts)
  return {
    classes: terms.classes,
    amountFen: terms.amountFen,
    inParts: terms.inParts,
    partFen: terms.partFen,
    tenorMonths: terms.tenorMonths,
    useKind: terms.useKind,
    maxCostBp: terms.maxCostBp,
    wantedByMonth: terms.wantedBy.slice(0, 7),
    collateral: terms.collateral,
    district:
      widening === 'district' || (widening === 'none' && facts.zone === null)
        ? facts.district
        : null,
    zone: widening === 'none' ? facts.zone : null,
    chain: widening === 'city-and-chain' ? null : (facts.chains[0] ?? null),
    ...datedParts(facts, on),
    staff: facts.staff === null ? null : staffBand(facts.staff),
    patents: patents === null ? null : patentBand(patents),
    certificatesKnown: facts.certificatesKnown,
    whiteListed: terms.showWhiteList && facts.whiteListed.length > 0,
    widening,
  }
}
