import { decode, encode } from 'next-auth/jwt'
import * as z from 'zod'
import { SESSION } from '@/domain/clock/clock'
import type { SessionClaims } from '@/domain/member/member'

/** With session.ts the only file that knows next-auth: the signed cookie, for whoever must read it without a page. */
export const SESSION_SECONDS = SESSION.longestHours * 3600

/** The server's secret, which also signs the address of the first administrator. */
export function sessionSecret(): string {
  const value = process.env.NEXTAUTH_SECRET
  if (!value || value.length < 32)
    throw new Error('NEXTAUTH_SECRET is missing or short: npm start makes one')
  return value
}

export const isSecure = () => (process.env.NEXTAUTH_URL ?? '').startsWith('https://')
export const cookieName = () => `${isSecure() ? '__Secure-' : ''}next-auth.session-token`

const claimsSchema = z.object({
  memberId: z.string(),
  sessionVersion: z.number(),
  sessionId: z.string(),
})

/** What was signed, if it is a session's. */
export function claimsIn(signed: unknown): SessionClaims | null {
  const parsed = claimsSchema.safeParse(signed)
  return parsed.success ? parsed.data : null
}

export function signToken(claims: SessionClaims): Promise<string> {
  return encode({ token: { ...claims }, secret: sessionSecret(), maxAge: SESSION_SECONDS })
}

/** Whose a cookie says it is; null where we did not sign it. Whether the session goes on only the database knows. */
export async function memberOf(token: string | undefined): Promise<string | null> {
  if (!token || token.length > 4000) return null
  const signed = await decode({ token, secret: sessionSecret() }).catch(() => null)
  return claimsIn(signed)?.memberId ?? null
}
