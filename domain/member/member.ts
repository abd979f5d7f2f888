import * as z from 'zod'
import { SESSION } from '../clock/clock'
import { personSchema } from '../organisation/organisation'
import { districts, zones } from '../place/place'
import { usccSchema } from '../uscc/uscc'

export const memberRoles = ['owner', 'editor', 'viewer'] as const
export type MemberRole = (typeof memberRoles)[number]

export const memberStates = ['invited', 'active', 'removed'] as const
export type MemberState = (typeof memberStates)[number]

export const duties = ['verifier', 'statistician', 'publisher', 'administrator'] as const
export type Duty = (typeof duties)[number]

/** What a signed cookie says of a session. */
export interface SessionClaims {
  memberId: string
  sessionVersion: number
  sessionId: string
}

/** When a session ends that nobody uses from then on. */
export function endsAt(audience: keyof typeof SESSION.idle, seenAt: Date): Date {
  return new Date(seenAt.getTime() + SESSION.idle[audience] * 60_000)
}

/** When a session ends in any case. */
export function lastsUntil(startedAt: Date): Date {
  return new Date(startedAt.getTime() + SESSION.longestHours * 3_600_000)
}

export const inviteMemberSchema = z.object({
  email: personSchema.email,
  personName: personSchema.personName,
  role: z.enum(memberRoles, 'required'),
  /** Officials only; the invited sees the places that the inviter sees. */
  duties: z.array(z.enum(duties)).optional(),
})
export type InviteMemberInput = z.output<typeof inviteMemberSchema>

/** Where an official reads and acts: the whole city, or some places. */
const grantFields = {
  duties: z.array(z.enum(duties)),
  wholeCity: z.boolean(),
  districts: z.array(z.enum(districts)),
  zones: z.array(z.enum(zones)),
}
type Granted = z.output<z.ZodObject<typeof grantFields>>

function hasScope({ wholeCity, districts: some, zones: others }: Granted): boolean {
  return wholeCity || some.length + others.length > 0
}
const scopeMissing = { error: 'scope-required', path: ['wholeCity'] }

export const grantOfficialSchema = z
  .object({ memberId: z.uuid(), ...grantFields })
  .refine(hasScope, scopeMissing)
export type GrantOfficialInput = z.output<typeof grantOfficialSchema>

export const inviteOfficialSchema = z
  .object({
    /** One that is there, or the name and code of a new one. */
    authorityId: z.uuid().nullable(),
    name: z.string().trim().max(100, 'too-long').nullable(),
    uscc: usccSchema.nullable(),
    email: personSchema.email,
    personName: personSchema.personName,
    role: z.enum(memberRoles, 'required'),
    ...grantFields,
  })
  .refine(hasScope, scopeMissing)
  .refine(({ authorityId, name }) => authorityId ?? name, { error: 'required', path: ['name'] })
  .refine(({ authorityId, uscc }) => authorityId ?? uscc, { error: 'required', path: ['uscc'] })
export type InviteOfficialInput = z.output<typeof inviteOfficialSchema>

export const acceptMembershipSchema = z.object({
  token: z.string().min(20).max(100),
  password: personSchema.password,
})

export const askForResetSchema = z.object({ email: personSchema.email })

export const signInSchema = z.object({
  email: personSchema.email,
  password: z.string().min(1, 'required').max(200, 'too-long'),
})

export const changePasswordSchema = z.object({
  currentPassword: z.string().min(1, 'required').max(200, 'too-long'),
  password: personSchema.password,
})

export const firstAdministratorSchema = z.object({
  token: z.string().max(200),
  /** The authority's own name and code. */
  name: z.string().trim().min(2, 'required').max(100, 'too-long'),
  uscc: usccSchema,
  ...personSchema,
})
export type FirstAdministratorInput = z.output<typeof firstAdministratorSchema>
