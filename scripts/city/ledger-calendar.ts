/** How many companies the city serves, month by month: what the drawn ledger is held to. */

/** Companies first served in each month of the year, and further drawings by companies served before in it. */
interface Year {
  fresh: readonly number[]
  again: readonly number[]
}

const year2023: Year = {
  fresh: [62, 36, 72, 62, 52, 68, 56, 54, 56, 38, 46, 41],
  again: [8, 8, 20, 22, 24, 36, 34, 36, 44, 34, 44, 58],
}
/** January to May: 320 companies and 417 company-times, as the city published them. */
const year2024: Year = {
  fresh: [66, 38, 80, 70, 66, 80, 68, 64, 70, 50, 60, 58],
  again: [10, 10, 25, 26, 26, 42, 40, 40, 52, 40, 50, 66],
}

export function wantedIn(year: number, month: number): { fresh: number; again: number } {
  const known = year === 2023 ? year2023 : year2024
  const growth = year <= 2024 ? 1 : 1 + 0.07 * (year - 2024)
  // The Spring Festival lies in January 2023 and 2025, else mostly in February.
  const early = year % 4 === 1 ? { 1: 0.85, 2: 1.35 }[month] : undefined
  const scale = growth * (early ?? 1)
  return {
    fresh: Math.round((known.fresh[month - 1] ?? 0) * scale),
    again: Math.round((known.again[month - 1] ?? 0) * scale * growth),
  }
}

/** Yearly price of a plain loan in bp: falling from 3.8 % to 3.4 %, then slowly. */
export function basePriceBp(day: string): number {
  const months = (Number(day.slice(0, 4)) - 2023) * 12 + Number(day.slice(5, 7)) - 1
  return Math.round(
    382 - 38 * Math.min(1, months / 15) - 10 * Math.min(1, Math.max(0, months - 15) / 34),
  )
}
