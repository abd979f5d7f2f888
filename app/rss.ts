interface Item {
  title: string
  text: string
  /** Its lasting address, which is also what tells it from others. */
  address: string
  at: Date
  category: string
  source: { name: string; address: string }
}

interface Feed {
  title: string
  description: string
  language: string
  home: string
  self: string
  items: readonly Item[]
}

const marks: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/** Text as XML holds it; what XML 1.0 has no way to hold is left out. */
export function xmlText(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"']/g, (mark) => marks[mark] ?? mark)
}

/** An RSS 2.0 feed. */
export function rssFeed({ title, description, language, home, self, items }: Feed): string {
  const line = (name: string, text: string) => `<${name}>${xmlText(text)}</${name}>`
  const item = (one: Item) =>
    [
      '<item>',
      line('title', one.title),
      line('link', one.address),
      `<guid isPermaLink="true">${xmlText(one.address)}</guid>`,
      line('pubDate', one.at.toUTCString()),
      line('category', one.category),
      `<source url="${xmlText(one.source.address)}">${xmlText(one.source.name)}</source>`,
      line('description', one.text),
      '</item>',
    ].join('\n')
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">',
    '<channel>',
    line('title', title),
    line('link', home),
    line('description', description),
    line('language', language),
    `<atom:link href="${xmlText(self)}" rel="self" type="application/rss+xml"/>`,
    ...items.map(item),
    '</channel>',
    '</rss>',
    '',
  ].join('\n')
}
