import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { hiddenKeys, type Cell } from './suppress'
import { SMALL_CELL } from './totals'

const cut = (...counts: number[]): Cell[] =>
  counts.map((companies, index) => ({ key: `k${index}`, companies }))

test.each<[string, number[], string[]]>([
  ['nothing small, nothing hidden', [3, 40, 5], []],
  ['nobody is nobody, and may be said', [0, 4, 9], []],
  ['one small cell takes the smallest of the others with it', [2, 40, 5, 9], ['k0', 'k2']],
  ['two small cells of three companies hide each other', [1, 2, 40], ['k0', 'k1']],
  ['two cells of one company each would be told by their sum', [1, 1, 40, 7], ['k0', 'k1', 'k3']],
  ['a small cell that stands alone is hidden all the same', [2], ['k0']],
])('%s', (_name, counts, hidden) => {
  expect([...hiddenKeys(cut(...counts))].toSorted()).toEqual(hidden)
})

test('a cell without a key is a cell', () => {
  const cells = [
    { key: null, companies: 1 },
    { key: 'yanta', companies: 12 },
    { key: 'beilin', companies: 30 },
  ]
  expect(hiddenKeys(cells)).toEqual(new Set([null, 'yanta']))
})

/** How many ways the hidden cells could hold what the total less the shown cells leaves, each at least one company. */
function waysFor(cell: number, cells: number, left: number): Set<number> {
  const possible = new Set<number>()
  for (let own = 1; own <= left - (cells - 1); own++)
    if (cells > 1 || own === left) possible.add(own)
  return cell < cells ? possible : new Set()
}

test('the total less the shown cells gives no small cell away', () => {
  const counts = fc.array(fc.oneof(fc.nat(3), fc.nat(60)), { minLength: 2, maxLength: 12 })
  fc.assert(
    fc.property(counts, (companies) => {
      const cells = cut(...companies)
      const small = cells.filter((cell) => cell.companies > 0 && cell.companies < SMALL_CELL)
      const hidden = hiddenKeys(cells)
      for (const { key } of small) expect(hidden.has(key)).toBe(true)
      if (small.length === 0) expect(hidden.size).toBe(0)
      const others = cells.filter((cell) => cell.companies >= SMALL_CELL)
      // Where there is nothing else to hide, the whole cut is hidden and its total is what tells.
      fc.pre(small.length > 0 && others.length > 0)
      const left = cells
        .filter(({ key }) => hidden.has(key))
        .reduce((sum, cell) => sum + cell.companies, 0)
      for (let cell = 0; cell < hidden.size; cell++)
        expect(waysFor(cell, hidden.size, left).size).toBeGreaterThan(1)
    }),
  )
})

test('no more is hidden than must be', () => {
  const counts = fc.array(fc.integer({ min: 3, max: 60 }), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(counts, fc.constantFrom(1, 2), (large, one) => {
      expect(hiddenKeys(cut(one, ...large)).size).toBe(2)
    }),
  )
})
