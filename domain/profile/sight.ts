/**
 * Who reads which field of a company, and when: the one table by which it is disclosed to financiers and shown to officials, and
 * from which the pages say who sees what.
 */
import { addDays, type Day } from '../calendar/calendar'
import { fieldGroups, type FieldGroup } from '../consent/consent'
import { patentBand, staffBand, type PatentBand, type StaffBand } from './kinds'
import {
  quarterOf,
  totalPatents,
  validQualifications,
  type Profile,
  type Qualification,
} from './profile'

/** What a matched financier reads of a field before consent: in the teaser, by a rule's *within* or *outside*, or not at all. */
export type Before = 'widened' | 'first' | 'years' | 'band' | 'quarter' | 'within' | 'no'
/** What an official in scope reads of it: itself, as a teaser has it, or not at all. */
export type ForOfficials = 'whole' | 'band' | 'quarter' | 'no'

export interface Sight {
  /** The group by whose consent a financier reads it whole. */
  group: FieldGroup
  before: Before
  officials: ForOfficials
}

/** All that a company says of itself: its profile, its name and code, and its words on a need. */
export interface Sayings extends Profile {
  name: string
  uscc: string
  words: string | null
}

export const sights = {
  name: { group: 'identity', before: 'no', officials: 'whole' },
  uscc: { group: 'identity', before: 'no', officials: 'whole' },
  words: { group: 'identity', before: 'no', officials: 'whole' },
  contactName: { group: 'contact', before: 'no', officials: 'whole' },
  contactPhone: { group: 'contact', before: 'no', officials: 'whole' },
  district: { group: 'business', before: 'widened', officials: 'whole' },
  zone: { group: 'business', before: 'widened', officials: 'whole' },
  park: { group: 'business', before: 'no', officials: 'whole' },
  chains: { group: 'business', before: 'first', officials: 'whole' },
  noChain: { group: 'business', before: 'within', officials: 'whole' },
  stage: { group: 'business', before: 'within', officials: 'whole' },
  foundedOn: { group: 'business', before: 'years', officials: 'whole' },
  staff: { group: 'business', before: 'band', officials: 'band' },
  rdStaff: { group: 'business', before: 'within', officials: 'no' },
  introduction: { group: 'business', before: 'no', officials: 'no' },
  years: { group: 'accounts', before: 'within', officials: 'no' },
  debtRatioBp: { group: 'accounts', before: 'within', officials: 'no' },
  debtRatioYear: { group: 'accounts', before: 'no', officials: 'no' },
  inventionPatents: { group: 'property', before: 'band', officials: 'band' },
  otherPatents: { group: 'property', before: 'band', officials: 'band' },
  software: { group: 'property', before: 'no', officials: 'no' },
  collateral: { group: 'property', before: 'no', officials: 'no' },
  qualifications: { group: 'certificates', before: 'quarter', officials: 'quarter' },
  certificatesKnown: { group: 'certificates', before: 'quarter', officials: 'quarter' },
} as const satisfies Record<keyof Sayings, Sight>

type Sights = typeof sights
export type SeenField = keyof Sights
export const seenFields = Object.keys(sights) as SeenField[]

/** What is never without the field that it belongs to has no name of its own. */
const companions = ['noChain', 'certificatesKnown', 'debtRatioYear'] as const
export type NamedField = Exclude<SeenField, (typeof companions)[number]>
export const namedFields = seenFields.filter(
  (field): field is NamedField => !(companions as readonly SeenField[]).includes(field),
)

type FieldOf<Part extends Partial<Sight>> = {
  [Field in SeenField]: Sights[Field] extends Part ? Field : never
}[SeenField]
export type Opened = {
  [Group in FieldGroup]?: Pick<Sayings, FieldOf<{ group: Group }>>
}

/** The groups of which an official reads more than every matched financier does before consent. */
export const officialGroups = fieldGroups.filter((group) =>
  seenFields.some((field) => sights[field].group === group && sights[field].officials === 'whole'),
)

export function fieldsOf(group: FieldGroup): SeenField[] {
  return seenFields.filter((field) => sights[field].group === group)
}

function pick<Held extends object>(held: Held, fields: readonly SeenField[]): Partial<Held> {
  return Object.fromEntries(
    Object.entries(held).filter(([name]) => (fields as readonly string[]).includes(name)),
  ) as Partial<Held>
}

/** What the consent to some groups opens, a group each. */
export function openedBy(groups: readonly FieldGroup[], said: Sayings): Opened {
  return Object.fromEntries(groups.map((group) => [group, pick(said, fieldsOf(group))])) as Opened
}

/** A certificate as a teaser tells it, with the quarter it ends, 'YYYY-Qn'. */
export interface TeaserCertificate {
  kind: Qualification['kind']
  endsInQuarter: string | null
}

/** The kinds of certificates that are valid on a day. */
export function certificatesOn(
  held: Pick<Profile, 'qualifications'>,
  on: Day,
): TeaserCertificate[] {
  return [...new Set(validQualifications(held, on).map(({ kind }) => kind))].map((kind) => {
    const last = lastDayOf(kind, held, on)
    return { kind, endsInQuarter: last === null ? null : quarterOf(last) }
  })
}

/** Until when a certificate that is valid on a day goes on, one that renews it without a gap included; null without an end. */
function lastDayOf(
  kind: Qualification['kind'],
  held: Pick<Profile, 'qualifications'>,
  on: Day,
): Day | null {
  const own = held.qualifications.filter((one) => one.kind === kind)
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

type WholeForOfficials = Exclude<FieldOf<{ officials: 'whole' }>, 'name' | 'uscc' | 'words'>
export interface OfficialsRead extends Pick<Profile, WholeForOfficials> {
  staff: StaffBand | null
  patents: PatentBand | null
  qualifications: TeaserCertificate[]
  certificatesKnown: boolean
}

/** A profile as an official in scope reads it. */
export function asOfficialsRead(profile: Profile, on: Day): OfficialsRead {
  const whole = seenFields.filter((field) => sights[field].officials === 'whole')
  const patents = totalPatents(profile)
  return {
    ...(pick(profile, whole) as Pick<Profile, WholeForOfficials>),
    staff: profile.staff === null ? null : staffBand(profile.staff),
    patents: patents === null ? null : patentBand(patents),
    qualifications: certificatesOn(profile, on),
    certificatesKnown: profile.certificatesKnown,
  }
}
