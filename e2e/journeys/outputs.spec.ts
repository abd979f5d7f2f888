import type { Page } from '@playwright/test'
import { publicDimensions } from '@/domain/publication/publication'
import { dimensions } from '@/domain/totals/totals'
import { expect, test } from '../fixtures'
import { filesOf, hasPdftotext, linesOfPage, textOnPaper, type Line } from '../outputs'

const period = 'from=2024-01&to=2024-05'
const COMPANIES = 320

const count = (value: number) => value.toLocaleString('en')
/** 到账（万元）, rounded to what is read; a whole figure has no decimals. */
const inWan = (yuan: number) =>
  (Math.round(yuan / 100) / 100)
    .toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
    .replace(/[.]00$/, '')

/** A line of a file in the words of a page: companies, company-times, yuan. */
function asOnPage(figures: Line): string[] {
  const [companies, times, yuan] = figures
  if (typeof companies !== 'number') return figures.map(String)
  return [count(companies), count(Number(times)), inWan(Number(yuan))]
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** The figures stand on paper beside each other, in the order of the page. */
async function expectOnPaper(page: Page, lines: string[][], what: string) {
  if (!hasPdftotext()) return
  const paper = await textOnPaper(page)
  // What is not shown is a word, which may be broken; figures are not.
  for (const line of lines.filter((one) => one.every((cell) => /\d/.test(cell))))
    expect(paper, what).toMatch(new RegExp(line.map(escaped).join('\\s*')))
}

test.beforeEach(() => {
  if (!hasPdftotext())
    test.info().annotations.push({
      type: 'left out',
      description: 'PDF: there is no pdftotext (poppler-utils) here',
    })
})

test('what officials ask is the same 320 companies on the page, in CSV, in XLSX and in PDF, whole and in each cut', async ({
  official,
}) => {
  test.setTimeout(180_000)
  const { lines, about } = await filesOf(
    official,
    (format) => `/api/export/totals?${period}&language=zh&format=${format}`,
  )
  const [whole = []] = lines
  const figures = [whole[3], whole[4], whole[6]]
  expect(figures[0]).toBe(COMPANIES)
  await official.goto(`/zh/official?${period}`)
  const heading = official.getByRole('heading', { level: 1 })
  await expect(heading).toContainText(`320 家、${count(Number(figures[1]))} 家次`)
  // What leaves says what it is, whose it is and where it is found again.
  expect([...about.keys()]).toEqual([
    ...['内容', '时间', '范围', '条件', '口径', '台账位置'],
    ...['导出人', '导出时间（北京时间）', '重新打开'],
  ])
  await official.goto(about.get('重新打开') ?? '')
  await expect(heading).toContainText(`320 家、${count(Number(figures[1]))} 家次`)
  await expectOnPaper(official, [['320 家、', `${count(Number(figures[1]))} 家次`]], 'whole')

  for (const cut of dimensions) {
    await official.goto(`/zh/official?${period}&cut=${cut}`)
    const onPage = await linesOfPage(official, /^按.*分的服务企业、家次和到账$/)
    const file = await filesOf(
      official,
      (format) => `/api/export/cuts?${period}&cut=${cut}&language=zh&format=${format}`,
    )
    const [total, ...parts] = file.lines
    expect([cut, total?.slice(2, 5)]).toEqual([cut, figures])
    expect(parts.length, cut).toBeGreaterThan(1)
    const told = parts.map((part) => [String(part[0]), ...asOnPage(part.slice(2, 5))])
    expect(
      onPage.map((line) => line.slice(0, 4)),
      cut,
    ).toEqual(told)
    await expectOnPaper(
      official,
      told.map((line) => line.slice(1)),
      cut,
    )
    const svg = await official.request.get(
      `/api/export/cuts?${period}&cut=${cut}&language=zh&format=svg`,
    )
    const drawn = [...(await svg.text()).matchAll(/font-weight="600"[^>]*>([^<]*)</g)]
    expect(
      drawn.slice(1).map(([, figure]) => figure),
      cut,
    ).toEqual(told.map((line) => line[1]))
  }
})

interface PublicPart {
  zh?: string
  month?: string
  companies?: number | null
  companiesSoFar?: number | null
  companyTimes: number | null
  drawnFen: number | null
}
interface PublicAnswer extends PublicPart {
  parts: PublicPart[] | null
  months: PublicPart[] | null
}

const figuresOf = ({ companies, companiesSoFar, companyTimes, drawnFen }: PublicPart): Line =>
  [companies ?? companiesSoFar, companyTimes, drawnFen === null ? null : drawnFen / 100].map(
    (figure) => figure ?? '未显示',
  )

test('what anyone asks is the same on the page, in JSON, in CSV, in XLSX and in PDF, whole and in each cut', async ({
  page,
}) => {
  test.setTimeout(180_000)
  for (const by of ['month', ...publicDimensions]) {
    // Cuts are published by quarter.
    const span = by === 'month' ? period : 'from=2024-01&to=2024-03'
    const query = `${span}&by=${by}`
    const answer = (await (
      await page.request.get(`/api/v1/totals?${query}`)
    ).json()) as PublicAnswer
    if (by === 'month') expect(answer.companies).toBe(COMPANIES)
    const { lines } = await filesOf(
      page,
      (format) => `/api/v1/totals.${format}?${query}&language=zh`,
    )
    const [total, ...parts] = lines
    expect([by, total?.slice(4, 7)]).toEqual([by, figuresOf(answer)])
    const told = (answer.parts ?? answer.months ?? []).map((part): Line => [
      part.zh ?? part.month ?? null,
      ...figuresOf(part),
    ])
    expect(told.length, by).toBeGreaterThan(3)
    expect(
      parts.map((part) => [part[2], ...part.slice(4, 7)]),
      by,
    ).toEqual(told)

    await page.goto(`/zh/totals?${query}`)
    const heading = page.getByRole('heading', { level: 1 })
    await expect(heading).toContainText(`${answer.companies}`)
    const onPage = await linesOfPage(page, by === 'month' ? '按月份' : /./)
    const shown = told.map((line) => asOnPage(line.slice(1)))
    expect(
      onPage.map((line) => line.slice(1, 4)),
      by,
    ).toEqual(shown)
    await expectOnPaper(page, [[String(answer.companies)], ...shown], by)
  }
})

test('who names the tag of what it has is told that nothing changed; another language is another', async ({
  page,
}) => {
  for (const path of ['totals', 'totals.csv', 'totals.xlsx', 'openapi.json']) {
    const address = `/api/v1/${path}${path === 'openapi.json' ? '' : `?${period}&by=month`}`
    const first = await page.request.get(address)
    const { etag = '' } = first.headers()
    expect(etag, path).toMatch(/^"/)
    const again = await page.request.get(address, { headers: { 'if-none-match': etag } })
    expect([path, again.status(), (await again.body()).length]).toEqual([path, 304, 0])
    if (path === 'totals') continue
    const english = `${address}${address.includes('?') ? '&' : '?'}language=en`
    const other = await page.request.get(english, { headers: { 'if-none-match': etag } })
    expect([path, other.status()]).toEqual([path, 200])
  }
})
