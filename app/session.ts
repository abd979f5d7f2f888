import 'server-only'
import { getServerSession, type NextAuthOptions } from 'next-auth'
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
import { endsAt, type SessionClaims } from '@/domain/member/member'
import { findSession } from '@/domain/member/queries'
import {
  endSession as endMemberSession,
  keepSession,
  startSession as startMemberSession,
} from '@/domain/member/sessions'
import type { SignedIn } from '@/domain/member/sign-in'
import { actKey, isForm } from './forms'
import {
  claimsIn,
  cookieName,
  isSecure,
  SESSION_SECONDS,
  sessionSecret,
  signToken,
} from './session-token'
import { pathFor } from '@/messages/navigation'
import { routing } from '@/messages/routing'

export { sessionSecret }

/**
 * A session ends after some hours, without a request for a while, when its member signs out, and at once when its version is
 * raised.
 */
const currentClaims = cache(async (): Promise<SessionClaims | null> => {
  const found: { claims?: unknown } | null = await getServerSession(options())
  return claimsIn(found?.claims)
})

function options(): NextAuthOptions {
  return {
    providers: [],
    secret: sessionSecret(),
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    useSecureCookies: isSecure(),
    callbacks: { session: ({ session, token }) => ({ ...session, claims: token }) },
  }
}

/** Begins the session of a member whose password was right. */
export async function startSession({
  memberId,
  sessionVersion,
}: Pick<SignedIn, 'memberId' | 'sessionVersion'>) {
  const sessionId = await startMemberSession(database(), memberId, new Date())
  const token = await signToken({ memberId, sessionVersion, sessionId })
  const jar = await cookies()
  jar.set(cookieName(), token, {
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure(),
    path: '/',
    maxAge: SESSION_SECONDS,
  })
}

/** Ends the session itself, so that a copy of its cookie is worth nothing. */
export async function endSession() {
  const claims = await currentClaims()
  if (claims) await endMemberSession(database(), claims.sessionId)
  const jar = await cookies()
  jar.delete(cookieName())
}

/** What a page asks by itself, while nobody need be there: it does not keep a session. */
const byItself = /^\/api\/(bell|session)\b/

/** The session as it goes on now, once a request; a request that a person made keeps it. */
const currentSession = cache(async () => {
  const claims = await currentClaims()
  const now = new Date()
  const found = claims && (await findSession(database(), claims, now))
  if (!found) return null
  const session = { id: claims.sessionId, seenAt: found.seenAt, actor: found.actor }
  const asked = (await headers()).get('x-path') ?? ''
  if (!byItself.test(asked)) await keepSession(database(), session, now)
  return session
})

/** Who is signed in, read from the member's own row once a request; null for the public. */
export async function currentActor(): Promise<MemberActor | null> {
  return (await currentSession())?.actor ?? null
}

/** When the session ends that nobody uses from then on; `prolong` where its member is there, though the page asked nothing. */
export async function sessionEnd({ prolong }: { prolong: boolean }): Promise<Date | null> {
  const session = await currentSession()
  if (!session) return null
  const now = new Date()
  if (prolong) await keepSession(database(), session, now)
  return endsAt(session.actor.audience, prolong ? now : session.seenAt)
}

/** Where the request came from, as server/gate.mjs read it. */
const addressAsked = async () => (await headers()).get('x-kerong-address')

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
  const address = await addressAsked()
  return { actor, now: new Date(), db: database(), address, ...once(form) }
}

/**
 * The context of the page on a wall, which asks itself anew: it keeps no session, and is read on where nobody has used one for a
 * while. For that page alone: what it shows is figures without names, and it leads nowhere.
 */
export async function wallContext(): Promise<Context<OfficialActor>> {
  const claims = await currentClaims()
  const now = new Date()
  const found = claims && (await findSession(database(), claims, now, true))
  if (!found) return toSignIn()
  if (!isAudience(found.actor, 'official')) return forbidden()
  return { actor: found.actor, now, db: database(), address: await addressAsked() }
}

/** The context of whoever is signed in, for what every member does alike (team, password). */
export async function contextForMember(form?: FormData): Promise<Context<MemberActor>> {
  const actor = await currentActor()
  if (!actor) return toSignIn()
  return { actor, now: new Date(), db: database(), address: await addressAsked(), ...once(form) }
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

/** The same for an act that tests a secret: it is limited by where it comes from. */
export async function strangerContext(): Promise<Context<PublicActor>> {
  return { ...publicContext(), address: await addressAsked() }
}
