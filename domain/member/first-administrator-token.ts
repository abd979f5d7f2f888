import { createHmac, timingSafeEqual } from 'node:crypto'
import { DAYS } from '../clock/clock'

const DAY_MS = 86_400_000

function sign(expiresAt: string, secret: string): Buffer {
  return createHmac('sha256', secret).update(`first-administrator ${expiresAt}`).digest()
}

/**
 * The key to making the first administrator of an empty database. It is signed with the server's secret instead of
 * stored, and soon runs out; it works once, because with the first organisation the database is no longer empty.
 */
export function firstAdministratorToken(secret: string, now: Date): string {
  const expiresAt = String(now.getTime() + DAYS.firstAdministrator * DAY_MS)
  return `${expiresAt}.${sign(expiresAt, secret).toString('base64url')}`
}

export function isFirstAdministratorToken(token: string, secret: string, now: Date): boolean {
  const [expiresAt = '', signature = ''] = token.split('.')
  if (!/^\d{1,15}$/.test(expiresAt) || Number(expiresAt) < now.getTime()) return false
  const given = Buffer.from(signature, 'base64url')
  const right = sign(expiresAt, secret)
  return given.length === right.length && timingSafeEqual(given, right)
}
