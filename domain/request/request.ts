/** What a white-listed company asks of its contact at the authority that is no financing: a pilot line, a market, a policy. */
import * as z from 'zod'

export const requestStates = ['asked', 'given', 'refused'] as const
export type RequestState = (typeof requestStates)[number]

export const requestKinds = [
  'pilot-line',
  'market',
  'policy',
  'talent',
  'site',
  'other-request',
] as const
export type RequestKind = (typeof requestKinds)[number]

/** So many of a company wait for an answer at most. */
export const REQUESTS_AT_ONCE = 5

export const makeRequestSchema = z.object({
  kind: z.enum(requestKinds, 'required'),
  title: z.string().trim().min(4, 'required').max(60, 'too-long'),
  words: z.string().trim().min(10, 'required').max(1_000, 'too-long'),
})
export type MakeRequestInput = z.output<typeof makeRequestSchema>

/** What was given, or why it was not. */
export const answerSchema = z.string().trim().min(4, 'required').max(500, 'too-long')
