/**
 * Registers that publishers keep: each entry is drafted by one and published by another, and stays with why where it is withdrawn.
 * What an entry says is its body, whose shape its register knows.
 */
import * as z from 'zod'
import { isDay } from '../calendar/calendar'
import { chains } from '../chain/chain'

export const registers = ['news', 'policy', 'indicator', 'chain-groups'] as const
export type Register = (typeof registers)[number]

export const entryStates = ['draft', 'published', 'withdrawn'] as const
export type EntryState = (typeof entryStates)[number]

const line = (most: number) => z.string().trim().min(2, 'required').max(most, 'too-long')
const prose = z.string().trim().min(10, 'required').max(10_000, 'too-long')
const printedOn = z.string('required').refine(isDay, 'required')
const address = z
  .string('required')
  .trim()
  .max(500, 'too-long')
  .refine((text) => /^https?:$/.test(URL.canParse(text) ? new URL(text).protocol : ''), 'address')

/** Who printed it, when, and where it can be read. */
const source = {
  publisherZh: line(80),
  publisherEn: line(120),
  on: printedOn,
  address,
}

export const articleSchema = z.object({
  register: z.enum(['news', 'policy'], 'required'),
  titleZh: line(80),
  titleEn: line(160),
  textZh: prose,
  textEn: prose,
  ...source,
})

export const indicatorUnits = ['cny', 'companies', 'people', 'items', 'percent'] as const

/** A series by its name in addresses, such as `technology-services-revenue`. */
export function seriesOf(nameEn: string): string {
  return nameEn
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
}

const MOST_HUNDREDTHS = 9_000_000_000_000_000
export const indicatorSchema = z
  .object({
    nameZh: line(80),
    nameEn: line(160),
    unit: z.enum(indicatorUnits, 'required'),
    /** In hundredths of its unit: fen, or hundredths of a percent. */
    value: z
      .int('number')
      .min(-MOST_HUNDREDTHS, 'number')
      .max(MOST_HUNDREDTHS, 'number')
      .nullable()
      .refine((value) => value !== null, 'required')
      .transform((value) => value ?? 0),
    /** As it was printed, in hundredths of a percent; null where none was. Never computed. */
    growthBp: z.int('number').min(-10_000, 'number').max(1_000_000, 'number').nullable(),
    year: z.int('number').min(1990, 'number').max(2100, 'number'),
    /** January to this month. */
    month: z.int('number').min(1, 'number').max(12, 'number'),
    ...source,
  })
  .refine(({ nameEn }) => seriesOf(nameEn) !== '', { error: 'required', path: ['nameEn'] })
  .refine(({ year, month, on }) => on >= `${year}-${String(month).padStart(2, '0')}-01`, {
    error: 'printed-before',
    path: ['on'],
  })

const group = z.object({
  nameZh: line(40),
  nameEn: line(80),
  chains: z.array(z.enum(chains)),
})

/** How the chains of 2023–2024 are gathered in groups, from a day on. A chain is in one group at most. */
export const chainGroupsSchema = z
  .object({ groups: z.array(group).min(1, 'required').max(19, 'too-large'), ...source })
  .refine(({ groups }) => groups.every((one) => one.chains.length > 0 || groups.length > 1), {
    error: 'required',
    path: ['groups'],
  })
  .refine(
    ({ groups }) => {
      const all = groups.flatMap((one) => one.chains)
      return new Set(all).size === all.length
    },
    { error: 'chain-twice', path: ['groups'] },
  )

export type Article = z.output<typeof articleSchema>
export type Indicator = z.output<typeof indicatorSchema>
export type ChainGroups = z.output<typeof chainGroupsSchema>

/** What is saved of an entry: the register it stands in, the day its source printed it, and the rest as its body. */
export type EntryInput =
  | { register: 'news' | 'policy'; body: Article }
  | { register: 'indicator'; body: Indicator }
  | { register: 'chain-groups'; body: ChainGroups }
export type Body = EntryInput['body']

/** Why an entry no longer stands. */
export const withdrawSchema = z.string().trim().min(4, 'required').max(500, 'too-long')
