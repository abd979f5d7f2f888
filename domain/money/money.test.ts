import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bpAsPercent, fenAsWan, parseMoney, parseMonths, parseRate, parseWhole } from './money'

describe('an amount as people type it', () => {
  it.each([
    ['600', 600_000_000],
    ['１，２００万', 1_200_000_000],
    ['1，200', 1_200_000_000],
    ['1.2亿', 12_000_000_000],
    ['600 万元', 600_000_000],
    ['600万', 600_000_000],
    ['1亿2000万', 12_000_000_000],
    ['1亿2,000万元', null],
    ['3百万', 300_000_000],
    ['5千万元', 5_000_000_000],
    ['6,000,000 元', 600_000_000],
    ['6000000元', 600_000_000],
    ['¥600', 600_000_000],
    ['￥ 6,000,000元', 600_000_000],
    ['CNY 6 million', 600_000_000],
    ['1.402 billion yuan', 140_200_000_000],
    ['0.5', 500_000],
    ['12.85', 12_850_000],
    ['0', 0],
    ['-35', -35_000_000],
    ['－３５万', -35_000_000],
    ['', null],
    ['万', null],
    ['abc', null],
    ['3万5', null],
    ['2万1亿', null],
    ['1,2', null],
    ['12,34', null],
    ['1.2.3', null],
    ['0.0000001', null],
    ['600 or so', null],
    ['1e5', null],
    ['99999999999999999999', null],
    ['六百万', 600_000_000],
    ['六百萬元', 600_000_000],
    ['600萬', 600_000_000],
    ['一亿二千万', 12_000_000_000],
    ['壹佰贰拾万圆整', 120_000_000],
    ['一点五亿', 15_000_000_000],
    ['二〇〇万', 200_000_000],
    ['六百', 600_000_000],
    ['一千零五十万', 1_050_000_000],
    ['1.2m', 120_000_000],
    ['1.2 mn', 120_000_000],
    ['600k', 60_000_000],
    ['600w', 600_000_000],
    ['1.5bn', 150_000_000_000],
    ['6千元', 600_000],
    ['1万5千', 1_500_000],
    ['6千', null],
    ['六千', null],
    ['三百五', null],
    ['一百零', null],
    ['百万', null],
  ])('%s is %s fen', (typed, fen) => expect(parseMoney(typed)).toBe(fen))

  it('takes a bare figure in the unit of its field', () =>
    expect(parseMoney('1,234.56', '元')).toBe(123_456))

  it('reads back every amount it shows', () =>
    fc.assert(
      fc.property(fc.maxSafeInteger(), (fen) => parseMoney(fenAsWan(fen)) === fen || fen === 0),
    ))
})

describe('a rate as people type it', () => {
  it.each([
    ['4.5', 450],
    ['4.50%', 450],
    ['４．５％', 450],
    ['450bp', 450],
    ['四点五', 450],
    ['百分之四点五', 450],
    ['年化4.5%', 450],
    ['4.5%/年', 450],
    ['450 bps', 450],
    ['3.425', null],
    ['', null],
    ['four', null],
    ['4.5‰', null],
  ])('%s is %s bp', (typed, bp) => expect(parseRate(typed)).toBe(bp))

  it('reads back every rate it shows', () =>
    fc.assert(fc.property(fc.integer(), (bp) => parseRate(bpAsPercent(bp)) === bp || bp === 0)))
})

describe('a whole number as people type it', () => {
  it.each([
    ['38', 38],
    ['1,200', 1200],
    ['３８ 人', 38],
    ['12 months', 12],
    ['12个月', 12],
    ['12.0', 12],
    ['三十八人', 38],
    ['十二', 12],
    ['一百零五 名', 105],
    ['两千人', 2000],
    ['1.2万人', 12_000],
    ['2023年', 2023],
    ['12.5', null],
    ['2年', null],
    ['3 dozen', null],
    ['', null],
    ['twelve', null],
  ])('%s is %s', (typed, whole) => expect(parseWhole(typed)).toBe(whole))
})

describe('a length in months as people type it', () => {
  it.each([
    ['18', 18],
    ['18 个月', 18],
    ['１２月', 12],
    ['3年', 36],
    ['三年', 36],
    ['一年半', 18],
    ['1年6个月', 18],
    ['1.5 years', 18],
    ['2 yrs', 24],
    ['24m', 24],
    ['2个季度', 6],
    ['1.3 years', null],
    ['18 days', 18],
    ['一年半载', null],
    ['', null],
  ])('%s is %s', (typed, months) => expect(parseMonths(typed)).toBe(months))
})
