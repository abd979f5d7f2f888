/** Criteria as a form holds them. No rule lives here: the browser reads this file too. */
export interface TypedCriterion {
  fact: string
  min: string
  max: string
  quantifier: string
  values: string[]
  hard: boolean
}

export type Typed = Record<string, string | string[]>

const named = /^criteria\[(\d{1,2})\]\.fact$/

/** The rows of a form in their order, by what was typed. */
export function rowsTyped(values: Typed): TypedCriterion[] {
  const text = (name: string, otherwise = '') => {
    const value = values[name]
    return typeof value === 'string' ? value : otherwise
  }
  return Object.keys(values)
    .flatMap((name) => named.exec(name)?.[1] ?? [])
    .map(Number)
    .toSorted((a, b) => a - b)
    .map((index) => {
      const at = `criteria[${index}]`
      return {
        fact: text(`${at}.fact`),
        min: text(`${at}.min`),
        max: text(`${at}.max`),
        quantifier: text(`${at}.quantifier`, 'any'),
        values: [values[`${at}.values[]`] ?? []].flat().filter((value) => value !== ''),
        hard: text(`${at}.hard`, 'hard') !== 'soft',
      }
    })
}

/** The same rows as fields of a form, numbered from nought. */
export function fieldsOf(rows: readonly TypedCriterion[]): Typed {
  return Object.fromEntries(
    rows.flatMap((row, index) => {
      const at = `criteria[${index}]`
      return [
        [`${at}.fact`, row.fact],
        [`${at}.min`, row.min],
        [`${at}.max`, row.max],
        [`${at}.quantifier`, row.quantifier],
        [`${at}.values[]`, row.values],
        [`${at}.hard`, row.hard ? 'hard' : 'soft'],
      ] as [string, string | string[]][]
    }),
  )
}
