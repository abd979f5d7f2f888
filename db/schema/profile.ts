import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { chains, type Chain } from '../../domain/chain/chain'
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
import { member } from './member'
import { organisation } from './organisation'

export const profile = pgTable(
  'profile',
  {
    organisationId: uuid()
      .primaryKey()
      .references(() => organisation.id),
    park: text().$type<Park>(),
    chains: codes<Chain>(),
    noChain: boolean().notNull().default(false),
    stage: text().$type<Stage>(),
    foundedOn: day(),
    staff: integer(),
    rdStaff: integer(),
    debtRatioBp: integer(),
    debtRatioYear: integer(),
    inventionPatents: integer(),
    otherPatents: integer(),
    software: integer(),
    certificatesKnown: boolean().notNull().default(false),
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

/** Where a company was, its park too, and in which chains, since a day: what the ledger copies of it. A row a day on which one of them changed. */
export const datedProfile = pgTable(
  'dated_profile',
  {
    organisationId: uuid()
      .notNull()
      .references(() => organisation.id),
    since: day().notNull(),
    district: text().$type<District>(),
    zone: text().$type<Zone>(),
    park: text().$type<Park>(),
    chains: codes<Chain>(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.since] }),
    oneOf('dated_profile_park_known', table.park, parkCodes),
    oneOf('dated_profile_district_known', table.district, districts),
    oneOf('dated_profile_zone_known', table.zone, zones),
    onlyOf('dated_profile_chains_known', table.chains, chains),
  ],
)
