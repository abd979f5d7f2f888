import { expect, test } from 'vitest'
import { firstAdministratorToken, isFirstAdministratorToken } from './first-administrator-token'

const now = new Date('2024-06-01T02:00:00Z')
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000)
const token = firstAdministratorToken('a secret', now)

test('the address for the first administrator is good for a day', () => {
  expect(isFirstAdministratorToken(token, 'a secret', now)).toBe(true)
  expect(isFirstAdministratorToken(token, 'a secret', hours(23))).toBe(true)
  expect(isFirstAdministratorToken(token, 'a secret', hours(25))).toBe(false)
})

test.each([
  ['another secret', token, 'another'],
  ['a later expiry', token.replace(/^\d+/, String(hours(999).getTime())), 'a secret'],
  ['a cut signature', token.slice(0, -2), 'a secret'],
  ['no signature', token.split('.')[0] ?? '', 'a secret'],
  ['nothing', '', 'a secret'],
  ['no number', `soon.${token.split('.')[1]}`, 'a secret'],
])('a token with %s is refused', (_name, given, secret) => {
  expect(isFirstAdministratorToken(given, secret, now)).toBe(false)
})
