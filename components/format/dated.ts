import zh from '@/messages/zh/units.json'

/** The Chinese words that count something, longest first: a figure and its unit never part. */
const units = Object.values({ ...zh, ...zh.money })
  .map((pattern) => (typeof pattern === 'object' && 'other' in pattern ? pattern.other : pattern))
  .flatMap((pattern) =>
    typeof pattern === 'string' ? (/^\{\w+\} (\S+)$/.exec(pattern)?.[1] ?? []) : [],
  )
  .sort((a, b) => b.length - a.length)

const time = '(?: \\d{2}:\\d{2})?'
const kept = new RegExp(
  [
    `\\d{4}年(?:\\d{1,2}(?:月?[–至]\\d{1,2})?月(?:\\d{1,2}日)?${time}|[一二三四]季度)?`,
    `\\d{1,2}月\\d{1,2}日${time}`,
    `\\d[\\d,.–]*[ \u00a0](?:${units.join('|')})`,
  ].join('|'),
  'g',
)

/** A text cut into what must stay whole (a Chinese date, a figure with its unit) and what stands between. */
export function splitDates(text: string): { text: string; date: boolean }[] {
  const pieces: { text: string; date: boolean }[] = []
  let from = 0
  for (const found of text.matchAll(kept)) {
    if (found.index > from) pieces.push({ text: text.slice(from, found.index), date: false })
    pieces.push({ text: found[0], date: true })
    from = found.index + found[0].length
  }
  if (from < text.length) pieces.push({ text: text.slice(from), date: false })
  return pieces
}
