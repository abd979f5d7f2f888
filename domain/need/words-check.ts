/** What a company's own words must not hold before consent is given: ways to reach it, and its name. */
export const wordsFindings = ['phone', 'email', 'address', 'account', 'code', 'name'] as const
export type WordsFinding = (typeof wordsFindings)[number]

export interface WordsPiece {
  text: string
  /** Null for words that may stay. */
  finding: WordsFinding | null
}

const patterns: [WordsFinding, RegExp][] = [
  ['email', /[\w.+-]+@[\w-]+(\.[\w-]+)+/g],
  ['address', /(https?:\/\/|www\.)[^\s,;，。；、）)]+/gi],
  ['code', /\b[0-9A-HJ-NP-RTUW-Y]{18}\b/g],
  // A mobile or fixed number however it is spaced; amounts and years are shorter.
  [
    'phone',
    /(?<![\d.])(?:\+?86[-\s]?)?(?:1[3-9]\d[-\s]?\d{4}[-\s]?\d{4}|0\d{2,3}[-\s]?\d{7,8})(?!\d)/g,
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

/** A text cut where a verifier should look: contact data, and the company's own name. */
export function checkWords(text: string, companyName: string): WordsPiece[] {
  const folded = text.normalize('NFKC')
  const source = folded.length === text.length ? folded : text
  const found: { from: number; to: number; finding: WordsFinding }[] = []
  for (const [finding, pattern] of patterns)
    for (const hit of source.matchAll(pattern))
      found.push({ from: hit.index, to: hit.index + hit[0].length, finding })
  for (const name of new Set([companyName, coreOf(companyName)])) {
    if (name.length < 2) continue
    for (let from = source.indexOf(name); from >= 0; from = source.indexOf(name, from + 1))
      found.push({ from, to: from + name.length, finding: 'name' })
  }
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
