/** The public interface as data: what its handlers take and give, and what /api/v1/openapi.json says of them. */
import * as z from 'zod'
import { publicationNumberSchema, publicDimensions } from '@/domain/publication/publication'
import { questionTroubles } from '@/domain/totals/read-question'
import { definitions, monthSchema } from '@/domain/totals/totals'
import { routing } from '@/messages/routing'

export const publicCuts = ['month', ...publicDimensions] as const
export type PublicCut = (typeof publicCuts)[number]

const definitionSchema = z.enum(definitions.map(({ code }) => code))

export const totalsQuery = z.strictObject({
  from: monthSchema.optional(),
  to: monthSchema.optional(),
  by: z.enum(publicCuts).optional(),
  asOf: publicationNumberSchema.meta({ examples: ['12'] }).optional(),
  definition: definitionSchema.optional(),
})
export const fileQuery = totalsQuery.extend({ language: z.enum(routing.locales).optional() })
export type FileQuery = z.input<typeof fileQuery>
export const documentQuery = fileQuery.pick({ language: true })

/** What a door takes beside the question itself, by its schema. */
export const alsoOf = (query: typeof totalsQuery | typeof fileQuery) => ({
  by: query.shape.by.unwrap().options,
  ...('language' in query.shape ? { language: query.shape.language.unwrap().options } : {}),
})

const count = z.int().min(0)
/** Fen, hundredths of the yuan. */
const fen = z.int().min(0)
const monthWord = z.string().regex(/^\d{4}-\d\d$/)

const partSchema = z.strictObject({
  key: z.string().nullable(),
  zh: z.string(),
  en: z.string(),
  companies: count.nullable(),
  companyTimes: count.nullable(),
  drawnFen: fen.nullable(),
  companiesYearBefore: count.nullable(),
})
const monthRowSchema = z.strictObject({
  month: monthWord,
  companiesSoFar: count.nullable(),
  companyTimes: count.nullable(),
  drawnFen: fen.nullable(),
})

export const totalsAnswer = z.strictObject({
  from: monthWord,
  to: monthWord,
  companies: count.nullable(),
  companyTimes: count.nullable(),
  loans: count.nullable(),
  drawnFen: fen.nullable(),
  grantedFen: fen.nullable(),
  evidenced: count.nullable(),
  declared: count.nullable(),
  by: z.enum(publicCuts).nullable(),
  parts: z.array(partSchema).nullable(),
  months: z.array(monthRowSchema).nullable(),
  suppressedBelow: count,
  definition: z.strictObject({
    code: definitionSchema,
    rung: z.int(),
    since: z.iso.date(),
    zh: z.string(),
    en: z.string(),
  }),
  publication: z.int().min(1).nullable(),
  publishedAt: z.iso.datetime().nullable(),
})
export type TotalsAnswer = z.output<typeof totalsAnswer>

/** Why an address cannot be read. */
export const troubleAnswer = z.strictObject({
  error: z.enum(questionTroubles),
  parameter: z.string(),
  zh: z.string(),
  en: z.string(),
})

/** That an address was read too often. */
export const waitAnswer = z.strictObject({
  error: z.literal('tooMany'),
  zh: z.string(),
  en: z.string(),
})
