import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isNearName, isSameName, nameKey, plainName } from './names'

describe('one institution', () => {
  test.each([
    ['渭水银行股份有限公司高新支行', '渭水银行股份有限公司 高新支行'],
    ['渭水银行股份有限公司高新支行', '渭水银行高新支行'],
    ['渭水银行高新支行', '渭水银行（高新支行）'],
    ['秦岭融资担保有限公司', '秦岭融资担保有限责任公司'],
    ['First  Bank', 'ＦＩＲＳＴ Bank'],
  ])('%s and %s', (a, b) => {
    expect(isSameName(a, b)).toBe(true)
  })
  test.each([
    ['渭水银行高新支行', '渭河银行高新支行'],
    ['渭水银行', '渭水银行高新支行'],
    ['秦岭担保有限公司', '秦岭担保股份有限公司'],
    ['渭水银行高新支行', '渭水银行高新科技支行'],
    ['FIRST BANK', 'FIRST BANKS'],
    ['FIRST BANK', 'FIRSTBANK'],
  ])('never %s and %s', (a, b) => {
    expect(isSameName(a, b)).toBe(false)
  })
})

describe('nearly alike', () => {
  test.each([
    ['渭水银行高新支行', '渭河银行高新支行'],
    ['渭水银行高新支行', '渭水银行高新科技支行'],
    ['秦岭担保有限公司', '秦岭担保股份有限公司'],
    ['渭水银行股份有限公司高新支行', '渭水银行高新区支行'],
  ])('%s and %s', (a, b) => {
    expect(isNearName(a, b) && isNearName(b, a)).toBe(true)
  })
  test.each([
    ['渭水银行高新支行', '渭水银行曲江支行'],
    ['渭水银行东关支行', '渭水银行西关支行'],
    ['渭水银行第一支行', '渭水银行第二支行'],
    ['渭水银行', '渭水银行高新支行'],
    ['FIRST BANK', 'FIRST BANKS'],
  ])('not %s and %s', (a, b) => {
    expect(isNearName(a, b) || isNearName(b, a)).toBe(false)
  })
})

test('a name that is only written otherwise has the same key', () => {
  const names = fc.stringMatching(/^[渭水银行高新支曲江 （）()]{1,12}$/)
  fc.assert(
    fc.property(names, (name) => {
      expect(nameKey(` ${name}　`)).toBe(nameKey(name))
      expect(plainName(plainName(name))).toBe(plainName(name))
    }),
  )
})
