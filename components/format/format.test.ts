import { describe, expect, it } from 'vitest'
import { splitDates } from './dated'
import * as dates from './dates'
import * as figures from './figures'
import * as money from './money'

/** Held together by no-break spaces; read here as plain ones. */
const plain = (text: string | null) => text?.replaceAll('\u00a0', ' ') ?? null
const wan = 1_000_000

describe('money', () => {
  it.each([
    [600 * wan, '600 万元', 'CNY 6 million'],
    [140_200_000_000, '14.02 亿元', 'CNY 1.402 billion'],
    [2_400_000, '2.40 万元', 'CNY 24,000'],
    [930 * wan, '930 万元', 'CNY 9.3 million'],
    [10_000_000_000, '1 亿元', 'CNY 100 million'],
    [980_050, '9,800.50 元', 'CNY 9,800.50'],
    [0, '0 元', 'CNY 0'],
    [-35 * wan, '−35 万元', 'CNY −350,000'],
    [12_000n * 1_000_000n, '1.20 亿元', 'CNY 120 million'],
    [62_145_600, '62.15 万元', 'CNY 621,456'],
  ])('%s fen', (fen, zh, en) => {
    expect(plain(money.money(fen, 'zh'))).toBe(zh)
    expect(plain(money.money(fen, 'en'))).toBe(en)
  })

  it.each([
    [140_200_000_000, '14.02 亿元', 'CNY 1.402 billion'],
    [399_970_000_000, '40.00 亿元', 'CNY 4.000 billion'],
    [400_000_000_000, '40 亿元', 'CNY 4 billion'],
    [401_000_000_000, '40.1 亿元', 'CNY 4.01 billion'],
    [401_040_000_000, '40.10 亿元', 'CNY 4.010 billion'],
    [1_234_567_000_000, '123.5 亿元', 'CNY 12.35 billion'],
    [98_765_432 * wan, '9,877 亿元', 'CNY 987.7 billion'],
    [1_234.56 * wan, '1,235 万元', 'CNY 12.35 million'],
    [9_999.6 * wan, '1.000 亿元', 'CNY 100.0 million'],
    [9_999 * wan, '9,999 万元', 'CNY 99.99 million'],
    [600 * wan, '600 万元', 'CNY 6 million'],
    [-35 * wan, '−35 万元', 'CNY −350,000'],
    [0, '0 元', 'CNY 0'],
  ])('%s fen in a headline has four figures, and a rounded one says its zeros', (fen, zh, en) => {
    expect(plain(money.moneyInSentence(Math.round(fen), 'zh'))).toBe(zh)
    expect(plain(money.moneyInSentence(Math.round(fen), 'en'))).toBe(en)
    const { figure, unit } = money.moneyParts(Math.round(fen), 'zh')
    expect(`${figure} ${unit}`).toBe(zh)
  })

  it('never parts a figure from its unit', () =>
    expect(money.money(600 * wan, 'zh')).toBe('600\u00a0万元'))

  it.each([
    [600 * wan, '6,000,000 元，即 600 万元', 'CNY 6,000,000, or CNY 6 million'],
    [123_456, '1,234.56 元', 'CNY 1,234.56'],
  ])('echoes %s fen', (fen, zh, en) => {
    expect(plain(money.moneyEcho(fen, 'zh'))).toBe(zh)
    expect(plain(money.moneyEcho(fen, 'en'))).toBe(en)
  })

  it.each([
    ['六百万', '6,000,000 元，即 600 万元', 'CNY 6,000,000, or CNY 6 million'],
    [
      '6,000,000',
      '600 亿元？若您指的是 6,000,000 元，请填 600。',
      'CNY 60 billion? If you mean CNY 6,000,000, enter 600.',
    ],
    ['20亿', '2,000,000,000 元，即 20 亿元', 'CNY 2,000,000,000, or CNY 2 billion'],
  ])('of %s asks whether a huge figure was meant', (typed, zh, en) => {
    expect(plain(money.typedMoneyEcho(typed, 'zh') ?? '')).toBe(zh)
    expect(plain(money.typedMoneyEcho(typed, 'en') ?? '')).toBe(en)
  })

  it.each([
    [100 * wan, 1000 * wan, '100–1,000 万元', 'CNY 1–10 million'],
    [10 * wan, 3000 * wan, '10–3,000 万元', 'CNY 0.1–30 million'],
    [2000 * wan, 50_000 * wan, '2,000–50,000 万元', 'CNY 20–500 million'],
    [null, 1000 * wan, '≤ 1,000 万元', 'CNY ≤ 10 million'],
    [50 * wan, null, '≥ 50 万元', 'CNY ≥ 500,000'],
    [500 * wan, 500 * wan, '500 万元', 'CNY 5 million'],
    [null, null, null, null],
  ])('from %s to %s', (from, to, zh, en) => {
    expect(plain(money.moneyRange(from, to, 'zh'))).toBe(zh)
    expect(plain(money.moneyRange(from, to, 'en'))).toBe(en)
  })

  it('fits a column whose head names the unit', () => {
    expect(money.moneyFigure(38_420 * wan, 'zh')).toBe('38,420')
    expect(money.moneyFigure(38_420 * wan, 'en')).toBe('384.2')
    expect(money.moneyFigure(38_420 * wan, 'en', 2)).toBe('384.20')
    expect(money.moneyHead('到账', 'zh')).toBe('到账（万元）')
    expect(money.moneyHead('Drawn', 'en')).toBe('Drawn, CNY million')
  })

  it('splits for the figures strip', () => {
    expect(money.moneyParts(140_200_000_000, 'zh')).toEqual({ figure: '14.02', unit: '亿元' })
    expect(money.moneyParts(140_200_000_000, 'en')).toEqual({
      figure: '1.402',
      unit: 'CNY billion',
    })
  })
})

describe('figures', () => {
  it.each([
    [320, 'company', '320 家', '320 companies'],
    [1, 'company', '1 家', '1 company'],
    [1417, 'companyTime', '1,417 家次', '1,417 company-times'],
    [0.6, 'workingDay', '0.6 个工作日', '0.6 working days'],
    [12, 'month', '12 个月', '12 months'],
  ] as const)('%s %s', (value, unit, zh, en) => {
    expect(plain(figures.counted(value, unit, 'zh'))).toBe(zh)
    expect(plain(figures.counted(value, unit, 'en'))).toBe(en)
  })

  it('rates and changes', () => {
    expect(figures.rate(342)).toBe('3.42%')
    expect(figures.rate(450)).toBe('4.50%')
    expect(plain(figures.changeBp(-31))).toBe('−31 bp')
    expect(plain(figures.changeBp(51))).toBe('+51 bp')
    expect(figures.changePercent(320, 284)).toBe('+12.7%')
    expect(figures.changePercent(21, 24, 0)).toBe('−13%')
    expect(figures.changePercent(284, 284)).toBe('0.0%')
    expect(figures.changePercent(5, 0)).toBeNull()
    expect(figures.change(9)).toBe('+9')
    expect(figures.change(-3)).toBe('−3')
    expect(figures.share(315, 320)).toBe('98%')
    expect(figures.share(1, 0)).toBeNull()
    expect(plain(figures.outOf(37, 40))).toBe('37 / 40')
  })

  it('ranges by an en dash', () => {
    expect(figures.range('6', '36', 'zh')).toBe('6–36')
    expect(figures.range('6', '6', 'en')).toBe('6')
    expect(plain(figures.range('3', null, 'en'))).toBe('≥ 3')
    expect(plain(figures.range(null, '70%', 'zh'))).toBe('≤ 70%')
    expect(figures.range(null, null, 'zh')).toBeNull()
  })
})

describe('dates', () => {
  it.each([
    ['2024-05-31', '2024年5月31日', '31 May 2024', '周五', 'Friday'],
    ['2023-09-08', '2023年9月8日', '8 September 2023', '周五', 'Friday'],
  ])('%s', (day, zh, en, zhWeekday, enWeekday) => {
    expect(dates.fullDay(day, 'zh')).toBe(zh)
    expect(plain(dates.fullDay(day, 'en'))).toBe(en)
    expect(dates.weekday(day, 'zh')).toBe(zhWeekday)
    expect(dates.weekday(day, 'en')).toBe(enWeekday)
  })

  it('drops the year while it is this one', () => {
    expect(dates.nearDay('2024-05-31', '2024-01-01', 'zh')).toBe('5月31日')
    expect(plain(dates.nearDay('2023-05-31', '2024-01-01', 'en'))).toBe('31 May 2023')
  })

  it('tells instants in Asia/Shanghai', () => {
    const instant = new Date('2024-06-12T01:00:00Z')
    expect(dates.clock(instant, 'zh')).toBe('2024年6月12日 09:00')
    expect(plain(dates.clock(instant, 'en'))).toBe('12 June 2024, 09:00')
    expect(plain(dates.nearClock(instant, new Date('2024-06-13T00:00:00Z'), 'en'))).toBe(
      '12 June, 09:00',
    )
    expect(dates.clock(new Date('2024-05-31T16:00:00Z'), 'zh')).toBe('2024年6月1日 00:00')
  })

  it.each([
    ['2024-01', '2024-05', '2024年1月至5月', 'January to May 2024', '2024年1–5月', 'Jan–May 2024'],
    ['2024-05', '2024-05', '2024年5月', 'May 2024', '2024年5月', 'May 2024'],
    ['2024-01', '2024-12', '2024年', '2024', '2024年', '2024'],
    [
      '2023-11',
      '2024-05',
      '2023年11月至2024年5月',
      'November 2023 to May 2024',
      '2023年11月至2024年5月',
      'November 2023 to May 2024',
    ],
  ])('from %s to %s', (from, to, zh, en, zhShort, enShort) => {
    expect(dates.period(from, to, 'zh')).toBe(zh)
    expect(plain(dates.period(from, to, 'en'))).toBe(en)
    expect(dates.periodShort(from, to, 'zh')).toBe(zhShort)
    expect(plain(dates.periodShort(from, to, 'en'))).toBe(enShort)
  })

  it('names spans of days, quarters and months on an axis', () => {
    expect(dates.days('2024-05-13', '2024-06-14', '2024-05-16', 'zh')).toBe('5月13日至6月14日')
    expect(plain(dates.days('2023-12-13', '2024-06-14', '2024-05-16', 'en'))).toBe(
      '13 December 2023 to 14 June',
    )
    expect(dates.quarterOf('2024-11-18', 'zh')).toBe('2024年四季度')
    expect(plain(dates.quarterOf('2024-11-18', 'en'))).toBe('Q4 2024')
    expect(dates.monthAlone('2024-09', 'zh')).toBe('9月')
    expect(dates.monthAlone('2024-09', 'en')).toBe('Sep')
  })

  const at = (text: string) => new Date(`${text}:00+08:00`)
  it.each([
    ['2024-05-16T11:20', '2024-05-18T11:20', 'running', '剩 2 天', '2 days left'],
    ['2024-05-16T11:20', '2024-05-16T17:30', 'today', '剩 6 小时', '6 hours left'],
    ['2024-05-16T17:00', '2024-05-16T17:30', 'today', '剩 30 分钟', '30 minutes left'],
    ['2024-05-17T09:00', '2024-05-16T17:30', 'overdue', '超 1 个工作日', '1 working day over'],
    ['2024-05-16T18:30', '2024-05-16T17:30', 'overdue', '超 1 小时', '1 hour over'],
    ['2024-05-18T10:00', '2024-05-17T17:30', 'overdue', '超 1 天', '1 day over'],
  ])('at %s, due %s', (now, due, state, zh, en) => {
    expect(dates.dueState(at(due), at(now))).toBe(state)
    expect(plain(dates.timeLeft(at(due), at(now), 'zh'))).toBe(zh)
    expect(plain(dates.timeLeft(at(due), at(now), 'en'))).toBe(en)
  })
})

describe('dates in a running text', () => {
  it.each([
    ['按 2024年5月16日 11:20 计算', ['2024年5月16日 11:20']],
    ['2024年1月至5月，服务 320 家次', ['2024年1月至5月', '320 家次']],
    ['2024年1–5月', ['2024年1–5月']],
    ['5月13日至6月14日', ['5月13日', '6月14日']],
    ['2024年四季度到期', ['2024年四季度']],
    ['成立 6 年，20–49 人', ['6 年', '20–49 人']],
    ['能为这 600\u00a0万元融资，1,000 万元封顶', ['600\u00a0万元', '1,000 万元']],
    ['第 3 步，共 6 步', []],
  ])('%s', (text, found) => {
    const pieces = splitDates(text)
    expect(pieces.filter(({ date }) => date).map((piece) => piece.text)).toEqual(found)
    expect(pieces.map((piece) => piece.text).join('')).toBe(text)
  })
})
