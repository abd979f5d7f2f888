import createMiddleware from 'next-intl/middleware'
import { NextRequest, NextResponse } from 'next/server'
import { isLimitedRead, takeRead } from './app/read-limit'
import { WALL_SECONDS } from './domain/clock/clock'
import { cookieName, memberOf } from './app/session-token'
import en from './messages/en/trouble.json'
import { routing } from './messages/routing'
import zh from './messages/zh/trouble.json'
import { plainAnswer, plainHeads, plainPage } from './server/plain-page.mjs'

// Sets language and headers. It is not a lock: every page, action and handler asks for its own context.
const intl = createMiddleware(routing)
const developing = process.env.NODE_ENV === 'development'

function contentSecurityPolicy(nonce: string): string {
  return [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${developing ? ` 'unsafe-eval'` : ''}`,
    `style-src 'self' 'unsafe-inline'`,
    `img-src 'self' data: blob:`,
    `font-src 'self'`,
    `connect-src 'self'${developing ? ' ws:' : ''}`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ].join('; ')
}

const securityHeaders: Record<string, string> = {
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy':
    'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}

const signedIn = /^\/(zh|en)\/(company|financier|official|wall)(\/|$)/
/** A page that nobody touches asks itself anew, before any script and after an error. */
const onWall = /^\/(zh|en)\/wall$/

/** The public address, which a proxy on the way may have dropped the port of. */
const publicOrigin = () =>
  URL.canParse(process.env.NEXTAUTH_URL ?? '') ? new URL(process.env.NEXTAUTH_URL ?? '').origin : ''

/** A write must come from our own pages: browsers name the origin or the site of every such request. */
function isForeignWrite(request: NextRequest): boolean {
  if (request.method === 'GET' || request.method === 'HEAD') return false
  const origin = request.headers.get('origin')
  if (origin === null) return request.headers.get('sec-fetch-site') !== 'same-origin'
  if (origin === publicOrigin()) return false
  return !URL.canParse(origin) || new URL(origin).host !== request.headers.get('host')
}

/** Who reads: the member whose cookie we signed, else where the request comes from. */
async function readerOf(request: NextRequest): Promise<string | null> {
  const member = await memberOf(request.cookies.get(cookieName())?.value)
  return member ?? request.headers.get('x-kerong-address')
}

async function secondsToWait(request: NextRequest): Promise<number> {
  if (!isLimitedRead(request.method, request.nextUrl.pathname)) return 0
  return takeRead(await readerOf(request))
}

/** An answer in words where no page is made. */
function refused(
  request: NextRequest,
  status: number,
  kind: 'foreign' | 'tooMany',
  heads: Record<string, string> = {},
): NextResponse {
  const say = { zh: zh[kind], en: en[kind] }
  const isPage = !request.nextUrl.pathname.startsWith('/api/')
  const body = isPage ? plainPage(say) : plainAnswer(kind, say)
  return new NextResponse(body, { status, headers: { ...plainHeads(isPage), ...heads } })
}

export async function proxy(request: NextRequest): Promise<NextResponse> {
  if (isForeignWrite(request)) return refused(request, 403, 'foreign')
  const wait = await secondsToWait(request)
  if (wait > 0) return refused(request, 429, 'tooMany', { 'retry-after': String(wait) })
  const nonce = btoa(crypto.randomUUID())
  const policy = contentSecurityPolicy(nonce)
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('content-security-policy', policy)
  // Next compares the two again for its actions; what was compared here is the same to it.
  const origin = request.headers.get('origin')
  if (origin !== null && URL.canParse(origin)) headers.set('x-forwarded-host', new URL(origin).host)
  const path = request.nextUrl.pathname
  headers.set('x-path', path + request.nextUrl.search)
  const response = path.startsWith('/api/')
    ? NextResponse.next({ request: { headers } })
    : intl(new NextRequest(request, { headers }))
  response.headers.set('content-security-policy', policy)
  for (const [name, value] of Object.entries(securityHeaders)) response.headers.set(name, value)
  if (signedIn.test(path)) response.headers.set('cache-control', 'private, no-store')
  if (onWall.test(path)) response.headers.set('refresh', String(WALL_SECONDS))
  return response
}

export const config = {
  matcher: ['/((?!_next/static|_next/image|favicon.ico|icon.svg|robots.txt).*)'],
}
