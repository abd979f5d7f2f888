/** What is typed into each section of a profile. Pure. */
import * as z from 'zod'
import { chains } from '../chain/chain'
import { phoneSchema } from '../organisation/organisation'
import { districts, parkCodes, parks, zones } from '../place/place'
import { collateralKinds, qualificationKinds, qualificationLevels, stages } from './kinds'

/** An empty field is no answer, and not nobody. */
const count = z.preprocess(
  (typed) => (typed === '' || typed === null ? undefined : typed),
  z.coerce.number('number').int('number').min(0, 'number').max(10_000_000, 'too-large'),
)
const optionalCount = z.preprocess(
  (typed) => (typed === '' || typed === undefined ? null : typed),
  count.nullable(),
)
/** A year's figure of a company of this city: 100 billion yuan at most. */
const YEAR_MOST_FEN = 10_000_000_000_000
const optionalFen = z
  .number('number')
  .int('number')
  .min(-YEAR_MOST_FEN, 'amount-large')
  .max(YEAR_MOST_FEN, 'amount-large')
  .nullable()
const day = z.iso.date('date')

export const sectionSchemas = {
  place: z
    .object({
      district: z.enum(districts, 'required'),
      zone: z.enum(zones).nullable(),
      park: z.enum(parkCodes).nullable(),
    })
    .check((context) => {
      const { park, zone } = context.value
      if (park && parks[park] !== zone) {
        context.issues.push({
          code: 'custom',
          message: 'park-outside-zone',
          path: ['park'],
          input: park,
        })
      }
    }),
  business: z
    .object({
      chains: z.array(z.enum(chains)).max(3, 'too-many').prefault([]),
      mainChain: z.enum(chains).nullable().prefault(null),
      noChain: z.boolean().prefault(false),
      stage: z.enum(stages, 'required'),
      foundedOn: day,
      introduction: z.string().trim().max(1000, 'too-long').nullable(),
    })
    .check((context) => {
      const { chains: named, mainChain, noChain } = context.value
      const say = (path: string, message: string) =>
        context.issues.push({ code: 'custom', message, path: [path], input: named })
      if (named.length === 0 && !noChain) say('chains', 'required')
      if (named.length > 0 && noChain) say('noChain', 'none-and-some')
      if (mainChain !== null && !named.includes(mainChain)) say('mainChain', 'main-not-named')
    })
    .transform(({ mainChain, chains: named, ...rest }) => ({
      ...rest,
      chains: mainChain === null ? named : [mainChain, ...named.filter((one) => one !== mainChain)],
    })),
  people: z.object({ staff: count, rdStaff: optionalCount }).check((context) => {
    const { staff, rdStaff } = context.value
    if (rdStaff !== null && rdStaff > staff) {
      context.issues.push({
        code: 'custom',
        message: 'more-than-staff',
        path: ['rdStaff'],
        input: rdStaff,
      })
    }
  }),
  accounts: z.object({
    years: z
      .array(
        z.object({
          year: z.number().int().min(2000).max(2100),
          revenueFen: optionalFen,
          profitFen: optionalFen,
          rdSpendFen: optionalFen,
        }),
      )
      .max(5, 'too-many'),
    debtRatioBp: z.number().int().min(0, 'number').max(100_000, 'too-large').nullable(),
    debtRatioYear: z.number().int().min(2000).max(2100).nullable(),
  }),
  property: z.object({
    inventionPatents: optionalCount,
    otherPatents: optionalCount,
    software: optionalCount,
    collateral: z.array(z.enum(collateralKinds)).prefault([]),
    qualifications: z
      .array(
        z
          .object({
            kind: z.enum(qualificationKinds, 'required'),
            level: z.enum(qualificationLevels, 'required'),
            number: z.string().trim().max(60, 'too-long').nullable(),
            issuer: z.string().trim().max(100, 'too-long').nullable(),
            validFrom: day,
            validTo: day.nullable(),
          })
          .check((context) => {
            const { validFrom, validTo } = context.value
            if (validTo !== null && validTo < validFrom) {
              context.issues.push({
                code: 'custom',
                message: 'ends-before-start',
                path: ['validTo'],
                input: validTo,
              })
            }
          }),
      )
      .max(20, 'too-many')
      .prefault([]),
  }),
  contact: z.object({
    contactName: z.string().trim().min(1, 'required').max(60, 'too-long'),
    contactPhone: phoneSchema,
  }),
} as const
