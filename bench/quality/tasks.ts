/** The two tasks: what a line of their files must hold, and what it says in the words of the ranking. */
import * as z from 'zod'
import type { Deal, FieldMap, KnownFinancier } from '../../domain/ranking/ranking'

/** A need as a file holds it: in a history with its financiers, to be ranked perhaps with its answers. */
export interface Posed extends Deal {
  answers: readonly string[] | null
}

export interface Task {
  map: FieldMap
  deal: z.ZodType<Posed>
  financier: z.ZodType<KnownFinancier>
  /** The fields as the files hold them, for the peer; the others are made of these. */
  plain: readonly string[]
  /** What the ranking should reach on the later part of the history's years. */
  reach: { hit: number; mrr: number }
}

const ids = z.array(z.string())
const word = z.string().nullish()
const whole = z.number().nullish()
const flag = z.boolean().nullish()
const common = {
  id: z.string(),
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
  prior_financiers: ids.default([]),
  financiers: ids.default([]),
  new_financiers: ids.nullish(),
  amount_usd: whole,
  state: word,
  city: word,
}

/** Months count on over the years. */
function monthOf(text: string): number {
  const [year = 0, month = 0] = text.split('-').map(Number)
  return year * 12 + month - 1
}

const known = (value: string | number | boolean | null | undefined) =>
  value === null || value === undefined ? null : [String(value)]

/** American post codes count on from place to place: near ones share some of these numbers, the same share all. */
const around = (zip3: string | null | undefined) =>
  zip3 ? [-2, -1, 0, 1, 2].map((off) => String(Number(zip3) + off)) : null

function parties(line: z.infer<z.ZodObject<typeof common>>) {
  return {
    id: line.id,
    month: monthOf(line.month),
    prior: line.prior_financiers,
    financiers: line.financiers,
    answers: line.new_financiers ?? null,
  }
}

const equity: Task = {
  map: {
    ladders: [
      { name: 'place', fields: ['state', 'region', 'city'] },
      { name: 'trade', fields: ['industry'] },
    ],
    facets: ['round', 'word in the name'],
    crosses: [
      ['region', 'industry'],
      ['region', 'round'],
      ['industry', 'round'],
      ['state', 'industry'],
    ],
    figures: [
      { field: 'amount', width: 0.7 },
      { field: 'age', width: 0.5 },
    ],
    home: null,
  },
  deal: z
    .object({
      ...common,
      company: z.string(),
      round: word,
      industry: word,
      region: word,
      founded: whole,
      name_words: ids.nullish(),
    })
    .transform((line) => ({
      ...parties(line),
      companyId: line.company,
      facts: {
        state: known(line.state),
        region: known(line.region),
        city: known(line.city),
        industry: known(line.industry),
        round: known(line.round),
        'word in the name': line.name_words ?? null,
      },
      figures: {
        amount: line.amount_usd ?? null,
        age: line.founded ? Math.max(0, Number(line.month.slice(0, 4)) - line.founded) : null,
      },
    })),
  financier: z.object({ id: z.string() }).transform(({ id }) => ({ id, home: null })),
  plain: ['state', 'region', 'city', 'industry', 'round', 'word in the name'],
  reach: { hit: 0.35, mrr: 0.21 },
}

const debt97: Task = {
  map: {
    ladders: [
      { name: 'place', fields: ['state', 'zip2', 'zip3', 'city'] },
      { name: 'trade', fields: ['sector', 'trade group', 'trade'] },
    ],
    facets: [
      'zip3 around',
      'new business',
      'franchise',
      'urban',
      'revolving',
      'short papers',
      'exact amount',
      'exact term',
    ],
    crosses: [
      ['state', 'short papers'],
      ['state', 'sector'],
    ],
    figures: [
      { field: 'amount', width: 0.7 },
      { field: 'term', width: 0.4 },
      { field: 'staff', width: 0.7 },
    ],
    home: 'state',
  },
  deal: z
    .object({
      ...common,
      borrower: z.string(),
      naics: word,
      sector: word,
      zip3: word,
      term_months: whole,
      employees: whole,
      new_business: flag,
      franchise: flag,
      urban: flag,
      revolving: flag,
      lowdoc: flag,
    })
    .transform((line) => ({
      ...parties(line),
      companyId: line.borrower,
      facts: {
        state: known(line.state),
        zip3: known(line.zip3),
        city: line.city ? [`${line.state ?? ''} ${line.city}`] : null,
        zip2: known(line.zip3?.slice(0, 2)),
        'zip3 around': around(line.zip3),
        sector: known(line.sector),
        'trade group': known(line.naics?.slice(0, 4)),
        trade: known(line.naics),
        'new business': known(line.new_business),
        franchise: known(line.franchise),
        urban: known(line.urban),
        revolving: known(line.revolving),
        'short papers': known(line.lowdoc),
        'exact amount': known(line.amount_usd),
        'exact term': known(line.term_months),
      },
      figures: {
        amount: line.amount_usd ?? null,
        term: line.term_months ?? null,
        staff: line.employees ?? null,
      },
    })),
  financier: z
    .object({ id: z.string(), state: word })
    .transform(({ id, state }) => ({ id, home: state ?? null })),
  plain: [
    ...['state', 'zip3', 'city', 'sector', 'trade', 'new business', 'franchise', 'urban'],
    ...['revolving', 'short papers', 'exact term'],
  ],
  reach: { hit: 0.75, mrr: 0.4 },
}

export const tasks: Readonly<Record<string, Task>> = { equity, debt97 }
