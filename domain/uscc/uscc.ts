/** Unified Social Credit Code, GB 32100-2015: 18 characters, the natural key of a legal person. */
import * as z from 'zod'

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const LOOKALIKES: Record<string, string> = { O: '0', I: '1', Z: '2', S: '5' }

export type UsccProblem =
  'uscc-length' | 'uscc-character' | 'uscc-check' | 'uscc-nobody' | 'uscc-person'

const DAY_IN_NUMBER = '(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])'
const personShape = new RegExp(
  `^\\d{6}(?:(?:18|19|20)\\d{2}${DAY_IN_NUMBER}\\d{3}[\\dX]|\\d{2}${DAY_IN_NUMBER}\\d{3})$`,
)
const PERSON_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** Whether it has the shape of a person's identity number, of 18 or 15 figures: a day of birth in its middle. */
function looksLikePerson(code: string): boolean {
  return personShape.test(code)
}

/** Whether it is a person's identity number by GB 11643-1999: 18 figures whose check character is right. */
export function isPersonNumber(code: string): boolean {
  if (code.length !== 18 || !looksLikePerson(code)) return false
  const sum = PERSON_WEIGHTS.reduce((all, weight, at) => all + weight * Number(code[at]), 0)
  return '10X98765432'[sum % 11] === code[17]
}

/** Trims, folds full-width characters, drops inner spaces and hyphens, upper-cases. Changes no letter silently. */
export function normaliseUscc(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/[\s-]+/g, '')
    .toUpperCase()
}

/** The 18th character that belongs to the first 17, or null when one of them is outside the alphabet. */
export function usccCheckCharacter(first17: string): string | null {
  let sum = 0
  for (let i = 0; i < 17; i++) {
    const value = ALPHABET.indexOf(first17[i] ?? '?')
    if (value < 0) return null
    sum += value * (WEIGHTS[i] ?? 0)
  }
  return ALPHABET[(31 - (sum % 31)) % 31] ?? null
}

/** No registrar has the figure 0, and no code is one character again and again. */
function isNobodys(code: string): boolean {
  return code.startsWith('0') || new Set(code).size === 1
}

/**
 * What is wrong with a code, or null. A number that is a person's and a code alike is the person's, unless it begins with the 9
 * of a business licence.
 */
export function usccProblem(code: string): UsccProblem | null {
  if (code.length !== 18) return looksLikePerson(code) ? 'uscc-person' : 'uscc-length'
  if (isNobodys(code)) return 'uscc-nobody'
  const check = usccCheckCharacter(code)
  if (check === null || !ALPHABET.includes(code[17] ?? '?')) return 'uscc-character'
  if (check !== code[17]) return looksLikePerson(code) ? 'uscc-person' : 'uscc-check'
  return isPersonNumber(code) && !code.startsWith('9') ? 'uscc-person' : null
}

/** A valid code that differs only by letters the alphabet lacks (O, I, Z, S), or null. */
export function suggestUscc(code: string): string | null {
  const mended = [...code].map((character) => LOOKALIKES[character] ?? character).join('')
  return mended !== code && usccProblem(mended) === null ? mended : null
}

/** Codes of companies and banks begin with 9; others are possible and only worth a word. */
export function isUnusualUscc(code: string): boolean {
  return !code.startsWith('9')
}

export const usccSchema = z
  .string()
  .transform(normaliseUscc)
  .check((context) => {
    const problem = usccProblem(context.value)
    if (problem) {
      context.issues.push({ code: 'custom', message: problem, input: context.value })
    }
  })
