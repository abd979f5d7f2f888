import { sql } from 'drizzle-orm'
import {
  check,
  index,
  integer,
  pgTable,
  text,
  uniqueIndex,
  uuid,
  type AnyPgColumn,
} from 'drizzle-orm/pg-core'
import {
  financierKinds,
  organisationKinds,
  organisationStates,
  type FinancierKind,
  type OrganisationKind,
  type OrganisationState,
} from '../../domain/organisation/organisation'
import { districts, zones, type District, type Zone } from '../../domain/place/place'
import { id, moment, oneOf } from './columns'

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
    /** On what evidence it was admitted, and what it was known as until then, where it was known. */
    admittedOn: text(),
    priorName: text(),
    district: text().$type<District>(),
    zone: text().$type<Zone>(),
    appliedAt: moment(),
    admittedAt: moment(),
    suspendedAt: moment(),
    createdAt: moment().notNull(),
    version: integer().notNull().default(1),
  },
  (table) => [
    /** An application holds no code: any number may name the same. */
    uniqueIndex('organisation_uscc')
      .on(table.uscc)
      .where(sql`state not in ('applied', 'refused')`),
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

/**
 * What somebody typed who asked to join, from the one-time link on. Once that is opened there is an organisation of its own,
 * applied, which holds neither the code nor anything that is known under it until a verifier admits it.
 */
export const application = pgTable(
  'application',
  {
    id: id(),
    kind: text().$type<'company' | 'financier'>().notNull(),
    financierKind: text().$type<FinancierKind>(),
    uscc: text().notNull(),
    name: text().notNull(),
    personName: text().notNull(),
    email: text().notNull(),
    phone: text().notNull(),
    /** How it says that it can be verified. */
    evidence: text(),
    askedAt: moment().notNull(),
    /** Null once the link was used. */
    linkHash: text(),
    linkUntil: moment().notNull(),
    openedAt: moment(),
    /** The applicant's own, and once it is admitted the one that holds the code. */
    organisationId: uuid().references(() => organisation.id),
  },
  (table) => [
    uniqueIndex('application_link').on(table.linkHash),
    index('application_organisation').on(table.organisationId),
    oneOf('application_kind_known', table.kind, ['company', 'financier']),
    oneOf('application_financier_kind_known', table.financierKind, financierKinds),
  ],
)
