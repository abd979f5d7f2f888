/** A company's profile: entered once, reused by every need, which keeps a snapshot of it (`Facts`). */
import type * as z from 'zod'
import { monthsBetween, type Day } from '../calendar/calendar'
import type { Chain } from '../chain/chain'
import type { District, Park, Zone } from '../place/place'
import type { CollateralKind, QualificationKind, QualificationLevel, Stage } from './kinds'
import type { sectionSchemas } from './section-schemas'

export * from './kinds'
export { sectionSchemas } from './section-schemas'

export interface Qualification {
  kind: QualificationKind
  level: QualificationLevel
  number: string | null
  issuer: string | null
  validFrom: Day
  /** The last day it counts; null where it has no end. */
  validTo: Day | null
}

/** One year's accounts, money in fen. */
export interface YearFigures {
  year: number
  revenueFen: number | null
  profitFen: number | null
  rdSpendFen: number | null
}

export interface Profile {
  district: District | null
  zone: Zone | null
  park: Park | null
  /** The main one first. */
  chains: Chain[]
  /** On none of them, as it says itself: known, where without a word it is unknown. */
  noChain: boolean
  stage: Stage | null
  foundedOn: Day | null
  staff: number | null
  rdStaff: number | null
  debtRatioBp: number | null
  debtRatioYear: number | null
  inventionPatents: number | null
  otherPatents: number | null
  software: number | null
  collateral: CollateralKind[]
  introduction: string | null
  contactName: string | null
  contactPhone: string | null
  years: YearFigures[]
  qualifications: Qualification[]
  /** Whether the company ever said which it has: none of none is known, unopened is unknown. */
  certificatesKnown: boolean
}

/** What a need keeps of the profile, and what criteria test. Absent facts are null: unknown, never a failure. */
export interface Facts extends Omit<Profile, 'introduction' | 'contactName' | 'contactPhone'> {
  /** Chains for which the company stands on a white list that day. */
  whiteListed: Chain[]
  /** The day on which these facts were taken. */
  asOf: Day
}

export const profileSections = [
  'place',
  'business',
  'people',
  'accounts',
  'property',
  'contact',
] as const
export type ProfileSection = (typeof profileSections)[number]
/** All that a financier keeps: where it sits and whom to ask. */
export const financierSections: readonly ProfileSection[] = ['place', 'contact']

export type SectionInput<Section extends ProfileSection> = z.output<
  (typeof sectionSchemas)[Section]
>
export type SaveProfileInput = {
  [Section in ProfileSection]: { section: Section; values: SectionInput<Section> }
}[ProfileSection]

export const emptyProfile: Profile = {
  district: null,
  zone: null,
  park: null,
  chains: [],
  noChain: false,
  stage: null,
  foundedOn: null,
  staff: null,
  rdStaff: null,
  debtRatioBp: null,
  debtRatioYear: null,
  inventionPatents: null,
  otherPatents: null,
  software: null,
  collateral: [],
  introduction: null,
  contactName: null,
  contactPhone: null,
  years: [],
  qualifications: [],
  certificatesKnown: false,
}

export type SectionStatus = 'not-started' | 'in-progress' | 'done'

/** The state of one task of the task list, read from what is there and never stored. */
export function sectionStatus(profile: Profile, section: ProfileSection): SectionStatus {
  const filled: Record<ProfileSection, [needed: boolean[], any: boolean[]]> = {
    place: [[profile.district !== null], [profile.zone !== null]],
    business: [
      [
        profile.chains.length > 0 || profile.noChain,
        profile.stage !== null,
        profile.foundedOn !== null,
      ],
      [profile.introduction !== null],
    ],
    people: [[profile.staff !== null], [profile.rdStaff !== null]],
    accounts: [
      [profile.years.some((figures) => figures.revenueFen !== null), profile.debtRatioBp !== null],
      [profile.years.length > 0],
    ],
    property: [
      [profile.inventionPatents !== null],
      [
        profile.certificatesKnown,
        profile.qualifications.length > 0,
        profile.collateral.length > 0,
        profile.software !== null,
      ],
    ],
    contact: [[profile.contactName !== null, profile.contactPhone !== null], []],
  }
  const [needed, any] = filled[section]
  if (needed.every(Boolean)) return 'done'
  return [...needed, ...any].some(Boolean) ? 'in-progress' : 'not-started'
}

/** Without these a need cannot be published: they make the teaser. The rest may stay unknown. */
export const sectionsToSubmit: readonly ProfileSection[] = [
  'place',
  'business',
  'people',
  'contact',
]

export function factsOf(profile: Profile, whiteListed: Chain[], asOf: Day): Facts {
  const { introduction: _words, contactName: _name, contactPhone: _phone, ...facts } = profile
  return { ...facts, whiteListed, asOf }
}

export function quarterOf(day: Day): string {
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
}

export function totalPatents(
  facts: Pick<Facts, 'inventionPatents' | 'otherPatents'>,
): number | null {
  if (facts.inventionPatents === null && facts.otherPatents === null) return null
  return (facts.inventionPatents ?? 0) + (facts.otherPatents ?? 0)
}

/** The certificates that count on a day. */
export function validQualifications(
  facts: Pick<Facts, 'qualifications'>,
  on: Day,
): Qualification[] {
  return facts.qualifications.filter(
    ({ validFrom, validTo }) => validFrom <= on && (validTo === null || validTo >= on),
  )
}

export type WhyNotSection = 'founded-in-future' | 'year-in-future' | 'certificate-expired'

/** The places of certificates that were entered anew and have run out; one that ran out since it was entered may stay. */
export function expiredAnew(
  entered: readonly Qualification[],
  stored: Pick<Profile, 'qualifications'>,
  today: Day,
): number[] {
  return entered.flatMap(({ kind, validTo }, at) =>
    validTo !== null &&
    validTo < today &&
    !stored.qualifications.some((one) => one.kind === kind && one.validTo === validTo)
      ? [at]
      : [],
  )
}

/** Why a section cannot hold on a day, or null. */
export function whyNotSection(
  input: SaveProfileInput,
  stored: Pick<Profile, 'qualifications'>,
  today: Day,
): WhyNotSection | null {
  if (input.section === 'business')
    return input.values.foundedOn > today ? 'founded-in-future' : null
  if (input.section === 'accounts') {
    const { years, debtRatioYear } = input.values
    const latest = Math.max(debtRatioYear ?? 0, ...years.map(({ year }) => year))
    return latest > Number(today.slice(0, 4)) ? 'year-in-future' : null
  }
  if (input.section !== 'property') return null
  return expiredAnew(input.values.qualifications, stored, today).length > 0
    ? 'certificate-expired'
    : null
}

/** The latest year with a figure, or null where there is none. */
export function latestFigure(
  facts: Pick<Facts, 'years'>,
  figure: 'revenueFen' | 'profitFen' | 'rdSpendFen',
): { year: number; fen: number } | null {
  let latest: { year: number; fen: number } | null = null
  for (const one of facts.years) {
    const fen = one[figure]
    if (fen !== null && (latest === null || one.year > latest.year))
      latest = { year: one.year, fen }
  }
  return latest
}

/** Age in whole months on a day, or null while the founding day is unknown. */
export function ageInMonths(facts: Pick<Facts, 'foundedOn'>, on: Day): number | null {
  return facts.foundedOn === null ? null : monthsBetween(facts.foundedOn, on)
}
