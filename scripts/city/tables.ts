import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import * as z from 'zod'
import { chains } from '@/domain/chain/chain'
import { useKinds } from '@/domain/need/need'
import { financierKinds } from '@/domain/organisation/organisation'
import { districts, zones } from '@/domain/place/place'
import { classes, type FinancingClass } from '@/domain/product/classes'
import { repaymentMethods } from '@/domain/cost/cost'

/** 万元 in fen. */
export const WAN = 1_000_000

/** Reads one of the plain tables of words and shapes that the city is drawn from. */
export function readTable<Row>(name: string, row: z.ZodType<Row>): Row[] {
  const text = readFileSync(new URL(`tables/${name}.csv`, import.meta.url), 'utf8')
  return z.array(row).parse(parse(text, { columns: true }))
}

/** A cell with several values in it, what stands between them, and what each of them is. */
function several<Item>(between: string, item: z.ZodType<Item, string>) {
  return z
    .string()
    .transform((cell) => cell.split(between).filter((part) => part !== ''))
    .pipe(z.array(item))
}
const number = z.coerce.number<string>()
const text = z.string()
export const numberOrNull = text.transform((cell) => (cell === '' ? null : Number(cell)))
/** Codes with spaces between. */
export const codesOf = <Code extends string>(list: readonly [Code, ...Code[]]) =>
  several(' ', z.enum(list))
/** A code, or null where the cell is empty. */
const codeOrNull = <Code extends string>(list: readonly [Code, ...Code[]]) =>
  z
    .string()
    .transform((cell) => cell || null)
    .pipe(z.enum(list).nullable())

/** The chains: how many companies sit on each, how lively financing is, where its home is, and what its firms are called. */
export const chainTable = readTable(
  'chains',
  z.object({
    chain: z.enum(chains),
    companies: number,
    lively: number,
    /** Enterprises on the first white list. */
    listed: number,
    home: codeOrNull(zones),
    related: codesOf(chains),
    trades: several(' ', text),
  }),
)

/** Where companies and financiers sit, by weight. */
export const placeTable = readTable(
  'places',
  z.object({
    district: z.enum(districts),
    zone: codeOrNull(zones),
    companies: number,
    financiers: number,
  }),
)

/** The classes of financing, as needs ask for them and as business outside the platform comes about. Amounts in 万元. */
export const classTable = readTable(
  'classes',
  z.object({
    class: z.enum(classes),
    /** In contract numbers. */
    mark: text,
    /** By weight how often a need asks for it first; *then* for a company with this collateral or of this age. */
    asks: number,
    where: text,
    then: number,
    beside: codesOf(classes),
    wan: number,
    tenors: several(' ', number),
    uses: codesOf(useKinds),
    /** Of all drawings outside the platform in per cent, their median and spread, bp over a plain loan, and months. */
    share: number,
    drawn: number,
    spread: number,
    over: number,
    terms: several(' ', number),
  }),
)
const byClass = new Map(classTable.map((row) => [row.class, row]))

export function classShape(name: FinancingClass) {
  const found = byClass.get(name)
  if (!found) throw new Error(`there is no shape of ${name}`)
  return found
}

export const financierTable = readTable(
  'financiers',
  z.object({ kind: z.enum(financierKinds), name: text, mark: text, weight: number }),
)

/**
 * What each kind of financier offers, and each financier of the story by its name: the values its terms are drawn from.
 * Amounts in 万元, rates as the lowest and how much wider in bp, criteria as `product-terms.ts` reads them.
 */
export const productTable = readTable(
  'products',
  z.object({
    of: text,
    class: z.enum(classes),
    names: several('|', text),
    summary: text,
    least: several('|', number),
    most: several('|', number),
    tenor: several('-', number),
    rate: several('+', number),
    fee: several('|', number),
    repayment: z.enum(repaymentMethods),
    answer: several('-', number),
    decision: several('-', number),
    criteria: several('; ', text),
  }),
)
export type ProductShape = (typeof productTable)[number]

const phrases = new Map(
  readTable('words', z.object({ of: text, words: several('|', text) })).map((row) => [
    row.of,
    row.words,
  ]),
)

/** What people write and what things are called, by what it is of. */
export function wordsOf(of: string): readonly string[] {
  const found = phrases.get(of)
  if (!found) throw new Error(`there are no words of ${of}`)
  return found
}

/** The characters that names are put together from. */
export function charactersOf(of: string): readonly string[] {
  return wordsOf(of).flatMap((word) => [...word])
}
