import * as z from 'zod'
import { personSchema } from '../organisation/organisation'

export const memberRoles = ['owner', 'editor', 'viewer'] as const
export type MemberRole = (typeof memberRoles)[number]

export const memberStates = ['invited', 'active', 'removed'] as const
export type MemberState = (typeof memberStates)[number]

export const duties = ['verifier', 'statistician', 'publisher', 'administrator'] as const
export type Duty = (typeof duties)[number]

/** An invitation is good for two weeks. */
export const INVITATION_DAYS = 14

export const inviteMemberSchema = z.object({
  email: personSchema.email,
  personName: personSchema.personName,
  role: z.enum(memberRoles, 'required'),
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
