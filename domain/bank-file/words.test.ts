import { describe, expect, test } from 'vitest'
import en from '@/messages/en/domain.json'
import zh from '@/messages/zh/domain.json'
import { financierKinds } from '../organisation/organisation'
import { classes } from '../product/classes'
import { kindOfName, parseClass, parseKind } from './words'

describe('words for classes and kinds', () => {
  test('every code is read as itself', () => {
    expect(classes.map(parseClass)).toEqual([...classes])
    expect(financierKinds.map(parseKind)).toEqual([...financierKinds])
  })
  test('what our own files call a kind and a class is read back, in both languages', () => {
    for (const { financierKind, class: named } of [zh, en]) {
      expect(financierKinds.map((kind) => parseKind(financierKind[kind]))).toEqual([
        ...financierKinds,
      ])
      expect(classes.map((one) => parseClass(named[one]))).toEqual([...classes])
    }
  })
  test.each([
    ['担保贷款', 'secured-loan'],
    ['抵押/担保贷款', 'secured-loan'],
    ['融资担保', 'guarantee'],
    ['知识产权质押贷款', 'ip-pledge-loan'],
    ['Supply chain finance', 'supply-chain-finance'],
    ['理财', null],
  ])('%j is %j', (cell, name) => {
    expect(parseClass(cell)).toBe(name)
  })
  test.each([
    ['渭水银行高新支行', 'bank'],
    ['秦岭融资担保有限公司', 'guarantee'],
    ['FIFTH THIRD BANK', 'bank'],
    ['某某公司', null],
    ['某某小额贷款有限公司', null],
  ])('the name %j says %j', (name, kind) => {
    expect(kindOfName(name)).toBe(kind)
  })
})
