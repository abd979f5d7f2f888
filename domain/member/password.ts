import { hash, verify } from '@node-rs/argon2'
import { availableParallelism } from 'node:os'
import { SECRETS } from '../clock/clock'

/** OWASP's argon2id: 19 MiB, two passes, one lane. */
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Of the processors half at most work on passwords, whoever asks: the rest is for pages. */
const AT_ONCE = Math.max(1, Math.floor(availableParallelism() / 2))

/** More people wait for their password than will be served soon. */
export class PasswordsBusy extends Error {
  override name = 'PasswordsBusy'
}

interface Lane {
  running: number
  waiting: (() => void)[]
}
/** Kept globally, because Next loads its parts apart. */
const shared = globalThis as { kerongPasswordLane?: Lane }
const lane = (shared.kerongPasswordLane ??= { running: 0, waiting: [] })

/** Runs in libuv's threads, off the event loop, when it is its turn. */
async function inTurn<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  if (lane.running >= AT_ONCE) {
    if (lane.waiting.length >= SECRETS.mostWaiting) throw new PasswordsBusy()
    await new Promise<void>((turn) => lane.waiting.push(turn))
  } else lane.running += 1
  try {
    return await work()
  } finally {
    // The turn is handed on, so that nobody slips in between.
    const next = lane.waiting.shift()
    if (next) next()
    else lane.running -= 1
  }
}

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize('NFKC'), options))
}

/** Of a password that was thrown away: what is compared where there is no account takes as long. */
const nobodys =
  '$argon2id$v=19$m=19456,t=2,p=1$01ytk304AVuC5XP4s3L2Ag$GZmm9V30KH5RZmU6W8lnLhBEXnzC2hA9ThAe9D3BVVk'

/** Takes as long for an account that does not exist. */
export async function verifyPassword(
  passwordHash: string | null,
  password: string,
): Promise<boolean> {
  const right = await inTurn(() => verify(passwordHash ?? nobodys, password.normalize('NFKC')))
  return right && passwordHash !== null
}
