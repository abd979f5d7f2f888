import * as z from 'zod'
import { usccSchema } from '../uscc/uscc'

export const organisationKinds = ['company', 'financier', 'authority'] as const
export type OrganisationKind = (typeof organisationKinds)[number]

export const financierKinds = [
  'bank',
  'fund',
  'guarantee',
  'leasing',
  'factoring',
  'insurance',
  'securities',
] as const
export type FinancierKind = (typeof financierKinds)[number]

/** *known*: met in an import, never registered. */
export const organisationStates = ['known', 'applied', 'admitted', 'refused', 'suspended'] as const
export type OrganisationState = (typeof organisationStates)[number]

/** The states of an application: it holds no code, and what it is called is only what somebody typed. */
const applicationStates = ['applied', 'refused'] as const satisfies OrganisationState[]
/** The states of an organisation that holds its code. */
export const heldStates = ['known', 'admitted', 'suspended'] as const satisfies OrganisationState[]

export function isApplication(state: OrganisationState): boolean {
  return (applicationStates as readonly OrganisationState[]).includes(state)
}

const PASSWORD_LEAST = 10

export const personSchema = {
  personName: z.string().trim().min(1, 'required').max(60, 'too-long'),
  // What is too long is not looked at further: the pattern's time grows with the square of it.
  email: z
    .string()
    .trim()
    .toLowerCase()
    .max(120, { error: 'too-long', abort: true })
    .transform((typed) => typed.normalize('NFKC').replace(/。/g, '.'))
    .pipe(z.string().regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'email-shape')),
  password: z.string().min(PASSWORD_LEAST, 'password-short').max(200, 'too-long'),
}

export const phoneSchema = z
  .string()
  .max(60, 'phone-shape')
  .transform((typed) => typed.normalize('NFKC').replace(/[\s()–—−-]/g, ''))
  .pipe(z.string().regex(/^\+?\d{7,15}$/, 'phone-shape'))

/** What an application is asked for with; its password comes with the link. */
export const askToRegisterSchema = z
  .object({
    kind: z.enum(['company', 'financier'], 'required'),
    financierKind: z.enum(financierKinds).optional(),
    uscc: usccSchema,
    name: z.string().trim().min(2, 'required').max(100, 'too-long'),
    personName: personSchema.personName,
    email: personSchema.email,
    phone: phoneSchema,
    evidence: z.string().trim().max(500, 'too-long').optional(),
  })
  .check((context) => {
    if (context.value.kind === 'financier' && !context.value.financierKind) {
      context.issues.push({
        code: 'custom',
        message: 'required',
        path: ['financierKind'],
        input: context.value,
      })
    }
  })
export type AskToRegisterInput = z.output<typeof askToRegisterSchema>

export const registerOrganisationSchema = z.object({
  token: z.string().min(20).max(100),
  password: personSchema.password,
})
export type RegisterOrganisationInput = z.output<typeof registerOrganisationSchema>

export const reasonSchema = z.string().trim().min(2, 'required').max(500, 'too-long')
