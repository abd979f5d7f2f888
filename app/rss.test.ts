import { expect, test } from 'vitest'
import { rssFeed, xmlText } from './rss'

const feed = (title: string) =>
  rssFeed({
    ...{ title: 'Kerong', description: 'News', language: 'en' },
    ...{ home: 'https://kerong.example/en/news', self: 'https://kerong.example/en/news/feed.xml' },
    items: [
      {
        ...{ title, text: 'a & b', address: 'https://kerong.example/en/news/1', category: 'News' },
        at: new Date('2024-05-09T16:00:00Z'),
        source: { name: 'City desk', address: 'https://news.example/?a=1&b=2' },
      },
    ],
  })

test('what people wrote is text in a feed and never markup', () => {
  const nasty = '</title><script>alert(1)</script> & ]]> "quoted" \u0000\u0008\ud800 end'
  expect(xmlText(nasty)).toBe(
    '&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp; ]]&gt; &quot;quoted&quot;  end',
  )
  const text = feed(nasty)
  expect(text).not.toContain('<script')
  expect(text).not.toMatch(/&(?!(amp|lt|gt|quot|apos);)/)
  expect(text).toContain('<source url="https://news.example/?a=1&amp;b=2">')
})

test('days are written as RSS asks, in UTC', () => {
  expect(feed('One')).toContain('<pubDate>Thu, 09 May 2024 16:00:00 GMT</pubDate>')
})
