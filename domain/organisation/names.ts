/** Names of organisations as files write them: what is only written otherwise, and what is nearly alike. */
import { createHash } from 'node:crypto'

export const HAN = /\p{Script=Han}/u
const legalForm = /股份有限责任公司|股份有限公司|有限责任公司|有限公司|股份公司/g
/** Signs that tell branches apart, however alike the rest is. */
const TELLING = /[东南西北中上下左右前后新老旧大小一二三四五六七八九十百0-9甲乙丙丁]/

/** Names that differ only in width, spaces, case or, in Chinese, in brackets are one. */
export function plainName(name: string): string {
  const folded = name.normalize('NFKC').toUpperCase()
  if (!HAN.test(folded)) return folded.replace(/\s+/g, ' ').trim()
  return folded
    .replace(/[()[\]【】〔〕]/g, ' ')
    .replace(/(?<=\p{Script=Han})\s+|\s+(?=\p{Script=Han})/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** A name without its legal form, and the form: 有限责任公司 and 有限公司 are the same. */
export function splitName(name: string): { core: string; form: string } {
  const plain = plainName(name)
  const form = (plain.match(legalForm) ?? [])
    .map((one) => (one.startsWith('股份') ? '股份有限公司' : '有限公司'))
    .join('')
  return { core: plain.replace(legalForm, ''), form }
}

/** One organisation: the same core, and no other legal form; one may leave it out. */
export function isSameName(a: string, b: string): boolean {
  const [one, other] = [splitName(a), splitName(b)]
  return one.core === other.core && (one.form === other.form || !one.form || !other.form)
}

/** Whether two names in Chinese are so alike that one may be a slip for the other: one sign exchanged, or one or two left out. */
export function isNearName(a: string, b: string): boolean {
  return isNearCore(splitName(a).core, splitName(b).core)
}

/** The same of two names without their legal forms. */
export function isNearCore(one: string, other: string): boolean {
  if (one === other) return true
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  const missing = long.length - short.length
  if (short.length < 4 || missing > 2 || !HAN.test(short)) return false
  if (missing === 0) {
    const differing = [...short].flatMap((sign, at) =>
      sign === long[at] ? [] : [[sign, long[at]]],
    )
    const [pair] = differing
    return differing.length === 1 && !pair?.every((sign) => TELLING.test(sign ?? ''))
  }
  let at = 0
  for (const sign of long) if (sign === short[at]) at++
  return at === short.length
}

/** A key for a financier that is known by its name alone: 21 characters, so that it is never mistaken for a code. */
export function nameKey(name: string): string {
  const digest = createHash('sha256').update(plainName(name)).digest('hex')
  return `NAME:${digest.slice(0, 16).toUpperCase()}`
}
