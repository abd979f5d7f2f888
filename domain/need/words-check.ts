/** What a company's own words must not hold: ways to reach it, and whose they are. Read by the writer while typing and by the server. */
import { plainSigns } from '../numeral/numeral'

export const wordsFindings = ['phone', 'email', 'address', 'account', 'code', 'name'] as const
export type WordsFinding = (typeof wordsFindings)[number]

export interface WordsPiece {
  text: string
  /** Null for words that may stay. */
  finding: WordsFinding | null
}

/** Between the figures of one number: spaces, dashes and dots, two at most. */
const GAP = '[\\s.·_()-]{0,2}'
const figures = (count: string) => `(?:${GAP}\\d)${count}`

const patterns: [WordsFinding, RegExp][] = [
  ['email', /[\w.+-]+\s?@\s?[\w-]+(\s?\.\s?[\w-]+)+/g],
  ['address', /(https?:\/\/|www\.)[^\s,;，。；、）)]+/gi],
  // Spelled with a letter that no code has, it is the code all the same.
  [
    'code',
    new RegExp(
      `(?<![0-9A-Z])(?=(?:[A-Z\\s-]*\\d){8})[1-9Y](?:[\\s-]?[0-9A-Z]){17}(?![0-9A-Z])`,
      'gi',
    ),
  ],
  // A mobile, fixed or service number however it is spaced; amounts and years are shorter.
  [
    'phone',
    new RegExp(
      `(?<![\\d.])(?:\\+?86${GAP})?(?:1${GAP}[3-9]${figures('{9}')}|\\(?0${figures('{2,3}')}${GAP}[2-9]${figures('{6,7}')}|[48]00${figures('{7}')})(?!\\d)`,
      'g',
    ),
  ],
  ['account', /(微信|薇信|vx|wechat|qq)\s*(号|id)?\s*[:：]?\s*[\w-]{5,20}/gi],
]

/** Legal forms and the city say nothing of whose company it is. */
function coreOf(name: string): string {
  return name
    .replace(/（.*?）|\(.*?\)/g, '')
    .replace(/(股份)?有限(责任)?公司|集团|科技|技术/g, '')
    .replace(/^(陕西省?|西安市?)/, '')
}

/** The same text sign by sign, so that what is found stands at its place: full-width and Chinese figures as figures. */
function folded(text: string): string {
  return [...text]
    .map((sign) => {
      const plain = plainSigns(sign.normalize('NFKC'))
      return plain.length === sign.length ? plain : sign
    })
    .join('')
}

const literal = (sign: string) => sign.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
/** A name whatever stands between its signs. */
const spaced = (name: string) =>
  new RegExp(
    [...folded(name)]
      .filter((sign) => sign.trim())
      .map(literal)
      .join(GAP),
    'gi',
  )

/** A text cut where its writer and a verifier should look: contact data, and the company's own name. */
export function checkWords(text: string, companyName: string): WordsPiece[] {
  const source = folded(text)
  const names = [...new Set([companyName, coreOf(companyName)])].filter((name) => name.length >= 2)
  const asked = [...patterns, ...names.map((name) => ['name', spaced(name)] as const)]
  const found = asked.flatMap(([finding, pattern]) =>
    [...source.matchAll(pattern)].map(({ index, 0: hit }) => {
      const lead = hit.length - hit.trimStart().length
      return { from: index + lead, to: index + hit.trimEnd().length, finding }
    }),
  )
  const pieces: WordsPiece[] = []
  let at = 0
  for (const { from, to, finding } of found.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    if (from < at) continue
    if (from > at) pieces.push({ text: text.slice(at, from), finding: null })
    pieces.push({ text: text.slice(from, to), finding })
    at = to
  }
  if (at < text.length) pieces.push({ text: text.slice(at), finding: null })
  return pieces
}

/** A core of two signs is an everyday word, such as 光子: a verifier looks at it, its writer may keep it. */
const TELLING_NAME = 3

/** What keeps words from being published, each piece once. */
export function tellingPieces(
  text: string | null,
  companyName: string,
): { text: string; finding: WordsFinding }[] {
  const told = checkWords(text ?? '', companyName).flatMap(({ text: piece, finding }) =>
    finding && (finding !== 'name' || piece.length >= TELLING_NAME)
      ? [{ text: piece, finding }]
      : [],
  )
  return told.filter((one, at) => told.findIndex(({ text: other }) => other === one.text) === at)
}
