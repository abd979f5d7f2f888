import { readTrusted } from './address.mjs'

const LEAST_SECRET = 32
const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/

/** Why a server must not start with these settings, in a sentence; null where nothing stands against it. */
export function whyNotStart(env) {
  const secret = env.NEXTAUTH_SECRET ?? ''
  if (secret.length < LEAST_SECRET)
    return `NEXTAUTH_SECRET ${secret === '' ? 'is missing' : `has ${secret.length} characters`}: it signs every session and must have ${LEAST_SECRET} random ones or more, for example from openssl rand -base64 32.`
  if (!URL.canParse(env.NEXTAUTH_URL ?? '') || !/^https?:/.test(env.NEXTAUTH_URL))
    return `NEXTAUTH_URL is ${env.NEXTAUTH_URL || 'missing'}: give the address at which people reach Kerong, for example https://kerong.example.cn.`
  if (!env.DATABASE_URL) return 'DATABASE_URL is missing: start with npm start, which sets it.'
  if (env.KERONG_LIMITS && env.KERONG_LIMITS !== 'off')
    return `KERONG_LIMITS is ${env.KERONG_LIMITS}: only tests set it, to off; leave it out.`
  if (env.KERONG_LIMITS === 'off' && !loopback.test(new URL(env.NEXTAUTH_URL).hostname))
    return `KERONG_LIMITS=off lets passwords be tried without end and is for tests on this machine alone: leave it out at ${env.NEXTAUTH_URL}.`
  try {
    readTrusted(env.TRUSTED_PROXIES)
  } catch (error) {
    return error.message
  }
  return null
}
