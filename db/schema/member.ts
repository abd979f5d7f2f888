import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  index,
  integer,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import {
  duties,
  memberRoles,
  memberStates,
  type Duty,
  type MemberRole,
  type MemberState,
} from '../../domain/member/member'
import { type District, type Zone } from '../../domain/place/place'
import { codes, id, moment, oneOf, onlyOf } from './columns'
import { organisation } from './organisation'

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

/** One-time links to a new password. Asked for with an address that nobody has, one is nobody's. */
export const passwordReset = pgTable(
  'password_reset',
  {
    id: id(),
    memberId: uuid().references(() => member.id),
    linkHash: text().notNull(),
    linkUntil: moment().notNull(),
    askedAt: moment().notNull(),
    usedAt: moment(),
  },
  (table) => [
    uniqueIndex('password_reset_link').on(table.linkHash),
    index('password_reset_member').on(table.memberId),
  ],
)

/** A session that was begun and not ended: signing out deletes it, and a copy of its cookie is worth nothing then. */
export const session = pgTable(
  'session',
  {
    id: id(),
    memberId: uuid()
      .notNull()
      .references(() => member.id),
    startedAt: moment().notNull(),
    /** Of the last request but for those that a page makes by itself, to the minute. */
    seenAt: moment().notNull(),
  },
  (table) => [
    index('session_member').on(table.memberId),
    index('session_started').on(table.startedAt),
  ],
)
