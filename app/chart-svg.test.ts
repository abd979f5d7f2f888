import { describe, expect, test } from 'vitest'
import { barsSvg, linesSvg } from './chart-svg'

const about = {
  title: '累计比去年同期多 36 家',
  subtitle: '累计服务企业（家）',
  description: '到 5月，2024年累计 320 家',
  source: ['台账位置: 12', `重新打开: https://kerong.example/zh/official?${'a=1&'.repeat(60)}`],
  format: String,
}
const months = Array.from({ length: 12 }, (_, index) => `${index + 1}月`)
const lines = (now: number[], then: number[], more = {}) =>
  linesSvg({ ...about, year: 2024, months, now, then, ...more })
const bars = (list: { name: string; value: number }[], more = {}) =>
  barsSvg({ ...about, bars: list, ...more })

/** The names of the elements, each of which is closed; @throws where one is not. */
function elementsOf(svg: string): string[] {
  const open: string[] = []
  const found: string[] = []
  for (const [, close, name = '', rest = ''] of svg.matchAll(/<(\/)?([a-z]+)([^<>]*)>/g)) {
    if (close) expect(open.pop()).toBe(name)
    else {
      found.push(name)
      if (!rest.endsWith('/')) open.push(name)
    }
  }
  expect(open).toEqual([])
  return found
}
const textsOf = (svg: string) =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text)

test('says its finding, its measure, its figures and where they are from', () => {
  const svg = lines([66, 104, 184, 254, 320], [62, 98, 170, 232, 284, 352])
  expect(svg).toContain(`<title id="title">${about.title}</title>`)
  expect(svg).toContain(`<desc id="description">${about.description}</desc>`)
  const texts = textsOf(svg)
  for (const text of [about.title, about.subtitle, '台账位置: 12', '2024 · 320', '2023 · 352'])
    expect(texts).toContain(text)
  expect(texts).toEqual(expect.arrayContaining(months))
  // The address is long: it goes on in further lines, and nothing of it is left out.
  expect(texts.join('')).toContain('a=1&amp;'.repeat(60))
  expect(elementsOf(svg).filter((name) => name === 'path')).toHaveLength(2)
})

test('the year before is left out where it is not known, and one month alone is a point', () => {
  const svg = lines([66], [])
  expect(elementsOf(svg)).not.toContain('path')
  expect(elementsOf(svg)).toContain('circle')
  expect(textsOf(svg).some((text) => text?.startsWith('2023'))).toBe(false)
})

test('bars begin at zero and are as long as their figures', () => {
  const svg = bars([
    { name: '光子', value: 50 },
    { name: '航空', value: 25 },
    { name: '重卡', value: 0 },
  ])
  const widths = [...svg.matchAll(/<rect x="360"[^>]*? width="([\d.]+)"/g)].map(([, width]) =>
    Number(width),
  )
  expect(widths[1]).toBeCloseTo((widths[0] ?? 0) / 2, 0)
  expect(widths[2]).toBe(0)
  expect(textsOf(svg)).toEqual(expect.arrayContaining(['光子', '50', '航空', '25', '重卡', '0']))
  elementsOf(bars([]))
})

describe.each(['<script>alert(1)</script>', '"><g onload="x">', '&amp;', 'a\u0000b\ud800', ']]>'])(
  'what stands in it as %j',
  (text) => {
    test('is text', () => {
      for (const svg of [
        bars([{ name: text, value: 1 }], {
          title: text,
          subtitle: text,
          description: text,
          source: [text],
        }),
        lines([1, 2], [], { title: text, subtitle: text, description: text, source: [text] }),
      ]) {
        const names = new Set(elementsOf(svg))
        expect(
          [...names].every((name) => /^(svg|title|desc|rect|g|text|line|path|circle)$/.test(name)),
        ).toBe(true)
        expect(svg).not.toMatch(/<[^>]*\son\w+=/)
        expect(svg).not.toContain('\u0000')
      }
    })
  },
)
