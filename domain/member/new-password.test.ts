import { expect, test } from 'vitest'
import { whyNotPassword } from './new-password'

const email = 'linlan@yaoxin.example'

test.each([
  '1234567890',
  'qwertyuiop',
  'password123',
  'Password2024!',
  '１２３４５６７８９０',
  'kerong-demo-2024',
  '我在科融平台的密码',
  'aaaaaaaaaaaa',
  'abcabcabcabc',
  'abcdefghijkl',
  '9876543210',
  'linlan@yaoxin.example',
  'Linlan2024',
])('%s is refused', async (password) => {
  expect(await whyNotPassword(password, email)).toBe('password-common')
})

test.each([
  'a sentence to remember',
  '长安城里的一只小白兔',
  'x7Kf-02mQ-tz',
  'dragons eat my homework',
])('%s may be set', async (password) => {
  expect(await whyNotPassword(password, email)).toBeNull()
})
