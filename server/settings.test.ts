import { expect, test } from 'vitest'
import { whyNotStart } from './settings.mjs'

const right = {
  DATABASE_URL: 'postgres://kerong@db/kerong',
  NEXTAUTH_URL: 'https://kerong.example.cn',
  NEXTAUTH_SECRET: 'x'.repeat(32),
}

test('a server with an address, a secret and a database starts', () => {
  expect(whyNotStart(right)).toBeNull()
  expect(whyNotStart({ ...right, TRUSTED_PROXIES: '10.0.0.0/8' })).toBeNull()
  expect(
    whyNotStart({ ...right, KERONG_LIMITS: 'off', NEXTAUTH_URL: 'http://127.0.0.1:3000' }),
  ).toBeNull()
})

test.each([
  [{ NEXTAUTH_SECRET: 'short' }, /NEXTAUTH_SECRET has 5 characters/],
  [{ NEXTAUTH_SECRET: '' }, /NEXTAUTH_SECRET is missing/],
  [{ NEXTAUTH_URL: 'kerong.example.cn' }, /NEXTAUTH_URL is kerong/],
  [{ NEXTAUTH_URL: undefined }, /NEXTAUTH_URL is missing/],
  [{ DATABASE_URL: '' }, /DATABASE_URL/],
  [{ KERONG_LIMITS: 'off' }, /KERONG_LIMITS=off .* tests/],
  [{ KERONG_LIMITS: 'on' }, /KERONG_LIMITS is on/],
  [{ TRUSTED_PROXIES: 'nginx' }, /TRUSTED_PROXIES has nginx/],
])('%o is refused with a sentence', (wrong, sentence) => {
  expect(whyNotStart({ ...right, ...wrong })).toMatch(sentence)
})
