import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  isPersonNumber,
  isUnusualUscc,
  normaliseUscc,
  suggestUscc,
  usccCheckCharacter,
  usccProblem,
  usccSchema,
} from './uscc'

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
/** As registrars give them: never from 0, and not of one character alone. */
const first17 = fc
  .tuple(
    fc.constantFrom('1', '5', '9', 'A', 'N', 'Y'),
    fc.array(fc.constantFrom(...ALPHABET), { minLength: 16, maxLength: 16 }),
  )
  .map(([first, others]) => [first, ...others].join(''))
  .filter((head) => new Set(head).size > 2 && !/^.{6}(?:18|19|20)\d{10}/.test(head))
const valid = first17.map((head) => `${head}${usccCheckCharacter(head)}`)

test.each([
  '91350100M000100Y43',
  '91440300708461136T',
  '91110000802100433B',
  '91330100799655058B',
  '51610700305332460K',
  '11610923MB2900168E',
])('%s is a valid code', (code) => {
  expect(usccProblem(code)).toBeNull()
})

test.each([
  ['91350200M000000510', 'uscc-check'],
  ['91350100M000100Y4Z', 'uscc-character'],
  ['91350100M000100Y4', 'uscc-length'],
  ['91350100M000100Y433', 'uscc-length'],
  ['', 'uscc-length'],
  ['91350100M000100Y4一', 'uscc-character'],
  ['91350100O000100Y43', 'uscc-character'],
])('%s is told off with %s', (code, problem) => {
  expect(usccProblem(code)).toBe(problem)
})

test.each([
  ['000000000000000000', 'uscc-nobody'],
  ['111111111111111111', 'uscc-nobody'],
  // A code and a person's number alike, by both checks.
  ['100000190001010096', 'uscc-person'],
  // A person's number with its check right, with it wrong, and of fifteen figures.
  ['610113199001010016', 'uscc-person'],
  ['610113199001010017', 'uscc-person'],
  ['61011319900101001X', 'uscc-person'],
  ['610113900101001', 'uscc-person'],
  // No day of birth.
  ['610113199013010016', 'uscc-check'],
])('%s is nobody’s or a person’s: %s', (code, problem) => {
  expect(usccProblem(code)).toBe(problem)
})

test('a person’s number is told by its own check character', () => {
  const fitting = [...'0123456789X'].filter((last) => isPersonNumber(`61011319900101001${last}`))
  expect(fitting).toHaveLength(1)
  expect(isPersonNumber('100000190001010096')).toBe(true)
  expect(isPersonNumber('91350100M000100Y43')).toBe(false)
})

test('91350200M00000051 expects D', () => {
  expect(usccCheckCharacter('91350200M00000051')).toBe('D')
})

test.each([
  [' 91350100m000100y43 ', '91350100M000100Y43'],
  ['９１３５０１００Ｍ０００１００Ｙ４３', '91350100M000100Y43'],
  ['9135 0100-M000 100Y43', '91350100M000100Y43'],
])('%s is read as %s', (typed, code) => {
  expect(normaliseUscc(typed)).toBe(code)
  expect(usccSchema.parse(typed)).toBe(code)
})

test.each([
  ['9135O1OOMOOO1OOY43', '91350100M000100Y43'],
  ['9I3501OOM000I00Y43', '91350100M000100Y43'],
  ['91110000802100433B', null],
  ['9135O1OOMOOO1OOY44', null],
])('for %s the suggestion is %s, and nothing is changed silently', (typed, suggestion) => {
  expect(suggestUscc(typed)).toBe(suggestion)
  expect(normaliseUscc(typed)).toBe(typed)
})

test('a code that does not begin with 9 is worth a word, not a refusal', () => {
  expect(isUnusualUscc('51610700305332460K')).toBe(true)
  expect(isUnusualUscc('91350100M000100Y43')).toBe(false)
  expect(usccSchema.safeParse('51610700305332460K').success).toBe(true)
})

test('the region digits are never checked against a list', () => {
  const head = '91999999MA00000000'.slice(0, 17)
  expect(usccProblem(`${head}${usccCheckCharacter(head)}`)).toBeNull()
})

test('every 17 characters have one check character, and the code with it is valid', () => {
  fc.assert(
    fc.property(first17, (head) => {
      const fitting = [...ALPHABET].filter((last) => usccProblem(`${head}${last}`) === null)
      expect(fitting).toEqual([usccCheckCharacter(head)])
    }),
  )
})

test('one wrong character is always noticed', () => {
  fc.assert(
    fc.property(valid, fc.nat(17), fc.constantFrom(...ALPHABET), (code, at, character) => {
      fc.pre(code[at] !== character && (at > 0 || character !== '0'))
      expect(usccProblem(code.slice(0, at) + character + code.slice(at + 1))).toBe('uscc-check')
    }),
  )
})

test('two neighbours exchanged are always noticed', () => {
  fc.assert(
    fc.property(valid, fc.nat(16), (code, at) => {
      fc.pre(code[at] !== code[at + 1] && (at > 0 || code[1] !== '0'))
      const exchanged = `${code.slice(0, at)}${code[at + 1]}${code[at]}${code.slice(at + 2)}`
      expect(usccProblem(exchanged)).toBe('uscc-check')
    }),
  )
})

test('normalising twice is normalising once', () => {
  fc.assert(
    fc.property(fc.string(), (typed) => {
      expect(normaliseUscc(normaliseUscc(typed))).toBe(normaliseUscc(typed))
    }),
  )
})
