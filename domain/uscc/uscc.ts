/** Unified Social Credit Code, GB 32100-2015: 18 characters, the natural key of a legal person. */
import * as z from 'zod'

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const LOOKALIKES: Record<string, string> = { O: '0', I: '1', Z: '2', S: '5' }

export type UsccProblem = 'uscc-length' | 'uscc-character' | 'uscc-check'

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

export function usccProblem(code: string): UsccProblem | null {
  if (code.length !== 18) return 'uscc-length'
  const check = usccCheckCharacter(code)
  if (check === null || !ALPHABET.includes(code[17] ?? '?')) return 'uscc-character'
  return check === code[17] ? null : 'uscc-check'
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
