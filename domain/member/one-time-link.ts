import { createHash, randomBytes } from 'node:crypto'

/** The key of a one-time link. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** Tokens are kept only as a hash: a copy of the database lets nobody in. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

const HOUR_MS = 3_600_000
export const hoursAfter = (now: Date, hours: number) => new Date(now.getTime() + hours * HOUR_MS)
