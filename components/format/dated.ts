/** A date in either language as the formatters write it: 2024年5月31日, 2024年1月, 5月31日, 1–5月, 2024年四季度. */
const date =
  /\d{4}年(?:\d{1,2}(?:月?[–至]\d{1,2})?月(?:\d{1,2}日)?(?: \d{2}:\d{2})?|[一二三四]季度)?|\d{1,2}月\d{1,2}日(?: \d{2}:\d{2})?/g

/** A text cut into its dates and what stands between them. */
export function splitDates(text: string): { text: string; date: boolean }[] {
  const pieces: { text: string; date: boolean }[] = []
  let from = 0
  for (const found of text.matchAll(date)) {
    if (found.index > from) pieces.push({ text: text.slice(from, found.index), date: false })
    pieces.push({ text: found[0], date: true })
    from = found.index + found[0].length
  }
  if (from < text.length) pieces.push({ text: text.slice(from), date: false })
  return pieces
}
