import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Database } from '@/db/client'
import { testDatabase } from '@/db/testing'
import { SECRETS } from '../clock/clock'
import { ok, refused } from '../result'
import { NOW } from '../testing/cast'
import { hashPassword, PasswordsBusy } from './password'
import { trySecret } from './try-secret'

const db = testDatabase()
afterEach(() => vi.unstubAllEnvs())

let stranger = 0
/** An address that nobody has had. */
const newAddress = () => `203.0.113.${++stranger}`

interface Try {
  account?: string | null
  address: string | null
  /** Seconds after NOW. */
  at?: number
  isRight?: boolean
}

/** What came of one try: whether it was tested at all, and how long one is asked to wait. */
async function tryOnce({
  account = 'somebody@test.example',
  address,
  at = 0,
  isRight = false,
}: Try) {
  let isTested = false
  const now = new Date(NOW.getTime() + at * 1000)
  const context = { db: db() as Database, now, address }
  const done = await trySecret<null, 'wrong'>(context, { account, wrong: ['wrong'] }, async () => {
    isTested = true
    return isRight ? ok(null) : refused('wrong')
  })
  return { isTested, isRight: done.ok, wait: done.ok ? 0 : Number(done.facts?.seconds ?? 0) }
}

describe('wrong ones of one account from one address', () => {
  test('wait from the fifth on, a second first and then twice as long, a minute at most', async () => {
    const address = newAddress()
    for (let count = 1; count <= 5; count++)
      expect(await tryOnce({ address }), `${count}`).toMatchObject({ isTested: true, wait: 0 })
    let at = 0
    for (const wait of [1, 2, 4, 8, 16, 32, 60, 60, 60]) {
      expect(await tryOnce({ address, at: at + wait - 0.5 })).toMatchObject({
        isTested: false,
        wait: 1,
      })
      expect(await tryOnce({ address, at })).toMatchObject({ isTested: false, wait })
      at += wait
      expect(await tryOnce({ address, at })).toMatchObject({ isTested: true })
    }
  })

  test('a hundred at once are no more than a few', async () => {
    const address = newAddress()
    const tries = await Promise.all(Array.from({ length: 50 }, () => tryOnce({ address })))
    expect(tries.filter(({ isTested }) => isTested)).toHaveLength(SECRETS.slowFrom)
  })

  test('begin anew after a right one, and after an hour', async () => {
    for (const begin of [{ at: 1, isRight: true }, { at: SECRETS.forgottenMinutes * 60 }]) {
      const address = newAddress()
      for (let count = 0; count < 5; count++) await tryOnce({ address })
      expect(await tryOnce({ address })).toMatchObject({ isTested: false })
      await tryOnce({ address, ...begin })
      for (let count = 0; count < 4; count++)
        expect(await tryOnce({ address, at: begin.at })).toMatchObject({ isTested: true })
    }
  })

  test('close no door for another address, nor for another account', async () => {
    const [stranger, owner] = [newAddress(), newAddress()]
    for (let count = 0; count < 50; count++) await tryOnce({ address: stranger })
    expect(await tryOnce({ address: stranger })).toMatchObject({ isTested: false })
    expect(await tryOnce({ address: owner, isRight: true })).toMatchObject({ isRight: true })
    const other = { account: 'other@test.example', address: stranger, isRight: true }
    expect(await tryOnce(other)).toMatchObject({ isRight: true })
  })
})

describe('one address', () => {
  test('tries sixty a minute, whosever they are', async () => {
    const address = newAddress()
    for (let count = 0; count < SECRETS.mostAMinute; count++)
      expect(await tryOnce({ address, account: `${count}` })).toMatchObject({ isTested: true })
    for (const account of ['one more', null])
      expect(await tryOnce({ address, account, at: 20 })).toEqual({
        isTested: false,
        isRight: false,
        wait: 40,
      })
    expect(await tryOnce({ address, account: 'a minute later', at: 60 })).toMatchObject({
      isTested: true,
    })
  })

  test('that is not known is not limited, and neither is a test that says so', async () => {
    for (let count = 0; count < SECRETS.mostAMinute + 5; count++)
      expect(await tryOnce({ address: null })).toMatchObject({ isTested: true })
    vi.stubEnv('KERONG_LIMITS', 'off')
    const address = newAddress()
    for (let count = 0; count < SECRETS.mostAMinute + 5; count++)
      expect(await tryOnce({ address })).toMatchObject({ isTested: true })
  })
})

test('more who wait for a processor than it serves soon are told so, and the others are served', async () => {
  const crowd = SECRETS.mostWaiting * 2
  const hashed = await Promise.allSettled(
    Array.from({ length: crowd }, (_, at) => hashPassword(`a password of ${at}`)),
  )
  const busy = hashed.filter(({ status }) => status === 'rejected')
  expect(busy.length).toBeGreaterThan(0)
  expect(busy.length).toBeLessThan(SECRETS.mostWaiting)
  for (const one of busy) expect(one).toMatchObject({ reason: expect.any(PasswordsBusy) })
  const context = { db: db() as Database, now: NOW, address: null }
  const none = { account: null, wrong: [] }
  const answer = await trySecret(context, none, () => Promise.reject(new PasswordsBusy()))
  expect(answer).toMatchObject({ refusal: 'passwords-busy', facts: { seconds: SECRETS.busyWait } })
  expect(await hashPassword('served again')).toMatch(/^\$argon2id/)
})
