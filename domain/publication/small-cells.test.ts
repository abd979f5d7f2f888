import { describe, expect, test } from 'vitest'
import { answersOf, pinned, publicKeysOf, systemsOf, type Answer } from '../testing/attacker'
import { dice } from '../testing/ledger'
import { chains } from '../chain/chain'
import { districts, zones } from '../place/place'
import { classes, isFinancing } from '../product/classes'
import { SMALL_CELL } from '../totals/totals'
import { YearOfFigures, type PublishedRow } from './judge-figures'
import { publicDimensions, quarterOf, type PublishedWindow } from './publication'

const kinds = ['bank', 'fund', 'guarantee', 'leasing'] as const
const WAN = 1_000_000

/** A year of few companies and unlike places: most parts are small. */
function drawRows(seed: number, companies: number, rows: number): PublishedRow[] {
  const { roll, one } = dice(seed)
  const homes = Array.from({ length: companies }, () => ({
    district: roll(9) === 0 ? null : one(districts.slice(0, 4)),
    zone: roll(3) === 0 ? null : one(zones.slice(0, 3)),
    chains: [...new Set(Array.from({ length: roll(3) }, () => one(chains.slice(0, 4))))],
  }))
  return Array.from({ length: rows }, (_, index) => {
    const company = roll(companies)
    const name = one(classes)
    return {
      rung: roll(4) === 0 ? (5 as const) : (6 as const),
      month: 202401 + roll(12),
      companyId: `company ${company}`,
      financierId: `financier ${roll(4)}`,
      // As in life: the class says much of the kind.
      financierKind:
        roll(5) === 0
          ? one(kinds)
          : name === 'equity'
            ? 'fund'
            : name === 'guarantee'
              ? 'guarantee'
              : 'bank',
      class: name,
      contractKey: `HT-${roll(rows)}`,
      amountFen: (1 + roll(900)) * WAN + index,
      ...(homes[company] ?? { district: null, zone: null, chains: [] }),
      isEvidenced: roll(3) > 0,
    }
  })
}

function publishYear(rows: readonly PublishedRow[]): PublishedWindow[] {
  const year = new YearOfFigures()
  return Array.from({ length: 12 }, (_, index) => 202401 + index).flatMap((month) =>
    year.publish(
      month,
      rows.filter((row) => row.month === month),
    ),
  )
}

describe.each([1, 2, 3, 4, 5, 6])('of a drawn year (%i)', (seed) => {
  const rows = drawRows(seed, 14 + seed * 3, 110 + seed * 10)
  const windows = publishYear(rows)

  test('adding and subtracting all that is public gives nothing of one or two companies', () => {
    const systems = systemsOf(rows, answersOf(rows, windows))
    for (const [name, system] of Object.entries(systems))
      expect([name, pinned(system)]).toEqual([name, null])
  }, 120_000)

  test('what is shown is right, and something is', () => {
    let shown = 0
    for (const { from, to, totals, cuts } of windows) {
      const own = rows.filter(({ rung, month }) => rung === 6 && month >= from && month <= to)
      const figures = (of: readonly PublishedRow[]) => ({
        companies: new Set(of.map(({ companyId }) => companyId)).size,
        companyTimes: of.length,
        drawnFen: of
          .filter((row) => isFinancing(row.class))
          .reduce((sum, row) => sum + row.amountFen, 0),
      })
      if (totals) expect(totals).toMatchObject(figures(own))
      for (const dimension of cuts ? publicDimensions : [])
        for (const cell of cuts?.[dimension] ?? [])
          if (cell.shown) {
            shown++
            expect(cell.shown.companies).toBeGreaterThanOrEqual(SMALL_CELL)
            expect(cell.shown).toEqual(
              figures(own.filter((row) => publicKeysOf[dimension](row).includes(cell.key))),
            )
          }
    }
    expect(shown).toBeGreaterThan(3)
    expect(windows.filter(({ totals }) => totals !== null).length).toBeGreaterThan(3)
  })
})

test('loans and grants of the whole are told in steps of three companies or more', () => {
  for (let seed = 10; seed < 40; seed++) {
    const rows = drawRows(seed, 5, 30)
    const year = publishYear(rows).filter(({ from }) => from === 202401)
    const steps: [string, PublishedRow[]][] = [
      ['grantedFen', rows.filter((row) => row.rung === 5 && isFinancing(row.class))],
    ]
    for (const [measure, counted] of steps) {
      let last = 0
      for (const { to, totals } of year) {
        if (!totals || totals[measure as 'grantedFen'] === null) continue
        const step = counted.filter(({ month }) => month > last && month <= to)
        expect([0, 1, 2].slice(1)).not.toContain(
          new Set(step.map(({ companyId }) => companyId)).size,
        )
        last = to
      }
    }
  }
})

/** The rule before: any months, and in each table small parts left out with the smallest of the others. */
function hiddenBefore(cells: { key: string | null; companies: number }[]): Set<string | null> {
  const small = cells.filter(({ companies }) => companies > 0 && companies < SMALL_CELL)
  const hidden = new Set(small.map(({ key }) => key))
  let left = small.reduce((sum, { companies }) => sum + companies, 0)
  const others = cells
    .filter(({ companies }) => companies >= SMALL_CELL)
    .toSorted((a, b) => a.companies - b.companies)
  for (const { key, companies } of others) {
    if (hidden.size === 0 || (hidden.size > 1 && left > hidden.size)) break
    hidden.add(key)
    left += companies
  }
  return hidden
}

test('the same attacker opens what was public under the rule before', () => {
  const rows = drawRows(3, 23, 140)
  const drawn = rows.filter(({ rung }) => rung === 6)
  const answers: Answer[] = []
  for (const [from, to] of [
    [202401, 202403],
    [202401, 202402],
    [202403, 202403],
    [202404, 202406],
    [202401, 202406],
  ] as const) {
    const own = drawn.filter(({ month }) => month >= from && month <= to)
    answers.push({ companies: true, rows: true, of: own })
    for (const dimension of publicDimensions) {
      const parts = [...new Set(own.flatMap(publicKeysOf[dimension]))].map((key) => {
        const of = own.filter((row) => publicKeysOf[dimension](row).includes(key))
        return { key, of, companies: new Set(of.map(({ companyId }) => companyId)).size }
      })
      const hidden = hiddenBefore(parts)
      for (const { key, of } of parts)
        if (!hidden.has(key)) answers.push({ companies: true, rows: true, of })
    }
  }
  for (const system of Object.values(systemsOf(rows, answers)))
    expect(pinned(system)).not.toBeNull()
})

test('a month is published once: what comes later, or is taken back, changes no figure', () => {
  const rows = drawRows(8, 20, 140)
  const first = publishYear(rows)
  const again = new YearOfFigures()
  const months = Array.from({ length: 12 }, (_, index) => 202401 + index)
  const windows = months.flatMap((month) => {
    const own = rows.filter((row) => row.month === month)
    const earlier = first.filter(({ to }) => to === month)
    if (quarterOf(month) === 202410) return again.publish(month, own)
    again.remember(own, earlier)
    return earlier
  })
  expect(windows).toEqual(first)
})
