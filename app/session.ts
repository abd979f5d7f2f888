import 'server-only'
import { getServerSession, type NextAuthOptions } from 'next-auth'
import { encode } from 'next-auth/jwt'
import { hasLocale } from 'next-intl'
import { getLocale } from 'next-intl/server'
import { cookies, headers } from 'next/headers'
import { forbidden, notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { database } from '@/db/client'
import type {
  CompanyActor,
  FinancierActor,
  MemberActor,
  OfficialActor,
  PublicActor,
} from '@/domain/actor'
import type { Context } from '@/domain/context'
import { findActor } from '@/domain/member/queries'
import type { SignedIn } from '@/domain/member/sign-in'
import { actKey, isForm } from './forms'
import { pathFor } from '@/messages/navigation'
import { routing } from '@/messages/routing'

/** The only file that knows next-auth. A session ends after twelve hours, or at once when its version is raised. */
const SESSION_SECONDS = 12 * 3600

/** The server's secret, which also signs the address of the first administrator. */
export function sessionSecret(): string {
  const value = process.env.NEXTAUTH_SECRET
  if (!value || value.length < 32)
    throw new Error('NEXTAUTH_SECRET is missing or short: npm start makes one')
  return value
}

const isSecure = () => (process.env.NEXTAUTH_URL ?? '').startsWith('https://')
const cookieName = () => `${isSecure() ? '__Secure-' : ''}next-auth.session-token`

interface SessionClaims {
  memberId?: unknown
  sessionVersion?: unknown
}

function options(): NextAuthOptions {
  return {
    providers: [],
    secret: sessionSecret(),
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    useSecureCookies: isSecure(),
    callbacks: {
      session: ({ session, token }) => ({
        ...session,
        memberId: token.memberId,
        sessionVersion: token.sessionVersion,
      }),
    },
  }
}

/** Begins the session of a member whose password was right. */
export async function startSession({
  memberId,
  sessionVersion,
}: Pick<SignedIn, 'memberId' | 'sessionVersion'>) {
  const token = await encode({
    token: { memberId, sessionVersion },
    secret: sessionSecret(),
    maxAge: SESSION_SECONDS,
  })
  const jar = await cookies()
  jar.set(cookieName(), token, {
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure(),
    path: '/',
    maxAge: SESSION_SECONDS,
  })
}

export async function endSession() {
  const jar = await cookies()
  jar.delete(cookieName())
}

/** Who is signed in, read from the member's own row once a request; null for the public. */
export const currentActor = cache(async (): Promise<MemberActor | null> => {
  const session: (SessionClaims & object) | null = await getServerSession(options())
  if (
    !session ||
    typeof session.memberId !== 'string' ||
    typeof session.sessionVersion !== 'number'
  )
    return null
  return findActor(database(), {
    memberId: session.memberId,
    sessionVersion: session.sessionVersion,
  })
})

interface Actors {
  company: CompanyActor
  financier: FinancierActor
  official: OfficialActor
}

function isAudience<Audience extends keyof Actors>(
  actor: MemberActor,
  audience: Audience,
): actor is Actors[Audience] {
  return actor.audience === audience
}

async function toSignIn(): Promise<never> {
  const [asked, request] = await Promise.all([getLocale(), headers()])
  const locale = hasLocale(routing.locales, asked) ? asked : routing.defaultLocale
  const path = request.get('x-path') ?? ''
  const next = path.startsWith('/') ? `?next=${encodeURIComponent(path)}` : ''
  redirect(pathFor(locale, '/sign-in') + next)
}

/**
 * The first line of every page, action and handler of an audience: its context, sign-in, or forbidden. An action gives
 * its form, so that a form sent twice is one act.
 */
export async function contextFor<Audience extends keyof Actors>(
  audience: Audience,
  form?: FormData,
): Promise<Context<Actors[Audience]>> {
  const actor = await currentActor()
  if (!actor) return toSignIn()
  if (!isAudience(actor, audience)) return forbidden()
  return { actor, now: new Date(), db: database(), ...once(form) }
}

/** The context of whoever is signed in, for what every member does alike (team, password). */
export async function contextForMember(form?: FormData): Promise<Context<MemberActor>> {
  const actor = await currentActor()
  return actor ? { actor, now: new Date(), db: database(), ...once(form) } : toSignIn()
}

function once(form: FormData | undefined): Pick<Context, 'once'> {
  if (form !== undefined && !isForm(form)) notFound()
  const key = form && actKey(form)
  return key ? { once: { key, acts: 0 } } : {}
}

/** The context of a page that anyone may read. */
export function publicContext(): Context<PublicActor> {
  return { actor: { audience: 'public' }, now: new Date(), db: database() }
}
