import * as z from 'zod'
import { SESSION } from '../clock/clock'
import { personSchema } from '../organisation/organisation'
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

export const inviteMemberSchema = z.object({
  email: personSchema.email,
  personName: personSchema.personName,
  role: z.enum(memberRoles, 'required'),
  /** Officials only; the invited sees the places that the inviter sees. */
  duties: z.array(z.enum(duties)).optional(),
})
export type InviteMemberInput = z.output<typeof inviteMemberSchema>

export const acceptMembershipSchema = z.object({
  token: z.string().min(20).max(100),
  password: personSchema.password,
})

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
