import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
  type AnyPgColumn,
} from 'drizzle-orm/pg-core'
import { chains, type Chain } from '../../domain/chain/chain'
import {
  duties,
  memberRoles,
  memberStates,
  type Duty,
  type MemberRole,
  type MemberState,
} from '../../domain/member/member'
import {
  financierKinds,
  organisationKinds,
  organisationStates,
  type FinancierKind,
  type OrganisationKind,
  type OrganisationState,
} from '../../domain/organisation/organisation'
import {
  districts,
  parkCodes,
  zones,
  type District,
  type Park,
  type Zone,
} from '../../domain/place/place'
import {
  collateralKinds,
  qualificationKinds,
  qualificationLevels,
  stages,
  type CollateralKind,
  type QualificationKind,
  type QualificationLevel,
  type Stage,
} from '../../domain/profile/profile'
import { codes, day, fen, id, moment, oneOf, onlyOf } from './columns'

export const organisation = pgTable(
  'organisation',
  {
    id: id(),
    kind: text().$type<OrganisationKind>().notNull(),
    financierKind: text().$type<FinancierKind>(),
    uscc: text().notNull(),
    /** Beside it stands `name_bigrams`, which PostgreSQL makes of it: `domain/organisation/name-search.ts`. */
    name: text().notNull(),
    /** A branch has its own code and counts as its parent. */
    parentId: uuid().references((): AnyPgColumn => organisation.id),
    state: text().$type<OrganisationState>().notNull(),
    stateReason: text(),
    district: text().$type<District>(),
    zone: text().$type<Zone>(),
    appliedAt: moment(),
    admittedAt: moment(),
    suspendedAt: moment(),
    createdAt: moment().notNull(),
    version: integer().notNull().default(1),
  },
  (table) => [
    uniqueIndex('organisation_uscc').on(table.uscc),
    index('organisation_state').on(table.state, table.kind),
    index('organisation_name').on(table.name, table.id),
    index('organisation_uscc_prefix').on(table.uscc.op('text_pattern_ops')),
    oneOf('organisation_kind_known', table.kind, organisationKinds),
    oneOf('organisation_state_known', table.state, organisationStates),
    oneOf('organisation_financier_kind_known', table.financierKind, financierKinds),
    check(
      'organisation_financier_kind',
      sql`(${table.kind} = 'financier') = (${table.financierKind} is not null)`,
    ),
    oneOf('organisation_district_known', table.district, districts),
    oneOf('organisation_zone_known', table.zone, zones),
  ],
)

export const member = pgTable(
  'member',
  {
    id: id(),
    organisationId: uuid()
      .notNull()
      .references(() => organisation.id),
    email: text().notNull(),
    name: text().notNull(),
    phone: text(),
    passwordHash: text(),
    role: text().$type<MemberRole>().notNull(),
    state: text().$type<MemberState>().notNull(),
    duties: codes<Duty>(),
    /** Officials: the whole city, or the places named. */
    scopeCity: boolean().notNull().default(false),
    scopeDistricts: codes<District>(),
    scopeZones: codes<Zone>(),
    /** Raised to end every session of this member. */
    sessionVersion: integer().notNull().default(1),
    invitationHash: text(),
    invitedUntil: moment(),
    createdAt: moment().notNull(),
    removedAt: moment(),
  },
  (table) => [
    uniqueIndex('member_email')
      .on(table.email)
      .where(sql`state <> 'removed'`),
    index('member_organisation').on(table.organisationId),
    uniqueIndex('member_invitation').on(table.invitationHash),
    oneOf('member_role_known', table.role, memberRoles),
    oneOf('member_state_known', table.state, memberStates),
    onlyOf('member_duties_known', table.duties, duties),
    check('member_email_lower', sql`${table.email} = lower(${table.email})`),
    check(
      'member_active_password',
      sql`${table.state} <> 'active' or ${table.passwordHash} is not null`,
    ),
  ],
)

export const profile = pgTable(
  'profile',
  {
    organisationId: uuid()
      .primaryKey()
      .references(() => organisation.id),
    park: text().$type<Park>(),
    chains: codes<Chain>(),
    stage: text().$type<Stage>(),
    foundedOn: day(),
    staff: integer(),
    rdStaff: integer(),
    debtRatioBp: integer(),
    debtRatioYear: integer(),
    inventionPatents: integer(),
    otherPatents: integer(),
    software: integer(),
    collateral: codes<CollateralKind>(),
    introduction: text(),
    contactName: text(),
    contactPhone: text(),
    savedAt: moment().notNull(),
    version: integer().notNull().default(1),
  },
  (table) => [
    oneOf('profile_park_known', table.park, parkCodes),
    onlyOf('profile_chains_known', table.chains, chains),
    oneOf('profile_stage_known', table.stage, stages),
    onlyOf('profile_collateral_known', table.collateral, collateralKinds),
    check(
      'profile_staff',
      sql`${table.staff} >= 0 and (${table.rdStaff} is null or ${table.rdStaff} <= ${table.staff})`,
    ),
    index('profile_chains').using('gin', table.chains),
  ],
)

export const profileYear = pgTable(
  'profile_year',
  {
    organisationId: uuid()
      .notNull()
      .references(() => organisation.id),
    year: integer().notNull(),
    revenueFen: fen(),
    profitFen: fen(),
    rdSpendFen: fen(),
  },
  (table) => [primaryKey({ columns: [table.organisationId, table.year] })],
)

export const qualification = pgTable(
  'qualification',
  {
    id: id(),
    organisationId: uuid()
      .notNull()
      .references(() => organisation.id),
    kind: text().$type<QualificationKind>().notNull(),
    level: text().$type<QualificationLevel>().notNull(),
    number: text(),
    issuer: text(),
    validFrom: day().notNull(),
    validTo: day(),
  },
  (table) => [
    index('qualification_organisation').on(table.organisationId),
    oneOf('qualification_kind_known', table.kind, qualificationKinds),
    oneOf('qualification_level_known', table.level, qualificationLevels),
    check(
      'qualification_days',
      sql`${table.validTo} is null or ${table.validTo} >= ${table.validFrom}`,
    ),
  ],
)

/** Dated batches of key enterprises by chain. */
export const whiteListEntry = pgTable(
  'white_list_entry',
  {
    id: id(),
    batchOn: day().notNull(),
    organisationId: uuid()
      .notNull()
      .references(() => organisation.id),
    chain: text().$type<Chain>().notNull(),
    contactMemberId: uuid().references(() => member.id),
    endedOn: day(),
  },
  (table) => [
    uniqueIndex('white_list_entry_once').on(table.batchOn, table.organisationId, table.chain),
    index('white_list_entry_organisation').on(table.organisationId),
    oneOf('white_list_chain_known', table.chain, chains),
  ],
)

/** Who did what to which record, with no prose: the evidence behind every state. Append-only (see the triggers). */
export const event = pgTable(
  'event',
  {
    id: id(),
    at: moment().notNull(),
    type: text().notNull(),
    memberId: uuid(),
    organisationId: uuid(),
    /** The record it happened to, and the company it concerns. */
    subjectId: uuid().notNull(),
    companyId: uuid(),
    facts: jsonb().$type<Record<string, string | number | boolean | null>>().notNull(),
  },
  (table) => [
    index('event_subject').on(table.subjectId, table.at),
    index('event_company').on(table.companyId, table.at),
    index('event_at').on(table.at),
  ],
)

/** What a member's form was answered, by its key and contents: sent twice, it is one act. */
export const act = pgTable(
  'act',
  {
    memberId: uuid()
      .notNull()
      .references(() => member.id),
    key: text().notNull(),
    answer: jsonb().$type<unknown>(),
    at: moment().notNull(),
  },
  (table) => [primaryKey({ columns: [table.memberId, table.key] }), index('act_at').on(table.at)],
)

/** Counted attempts: see ports/attempts. */
export const rateLimit = pgTable('rate_limit', {
  key: text().primaryKey(),
  points: integer().notNull().default(0),
  expire: fen(),
})
