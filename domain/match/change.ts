/** A change as it stands in an address: `amount.500000000`, `collateral.patents+orders`. */
import * as z from 'zod'
import { AMOUNT_LEAST_FEN, AMOUNT_MOST_FEN, TENOR_MOST_MONTHS } from '../need/need'
import { collateralKinds, qualificationKinds } from '../profile/profile'
import type { Change } from './match'

export function changeAsText(change: Change): string {
  switch (change.kind) {
    case 'amount':
      return `amount.${change.fen}`
    case 'tenor':
      return `tenor.${change.months}`
    case 'collateral':
      return `collateral.${change.add.join('+')}`
    case 'certificate':
      return `certificate.${change.certificate}`
    case 'wait':
      return `wait.${change.until}`
  }
}

const changeSchema: z.ZodType<Change> = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('amount'),
    fen: z.coerce.number().int().min(AMOUNT_LEAST_FEN).max(AMOUNT_MOST_FEN),
  }),
  z.object({
    kind: z.literal('tenor'),
    months: z.coerce.number().int().min(1).max(TENOR_MOST_MONTHS),
  }),
  z.object({
    kind: z.literal('collateral'),
    add: z
      .string()
      .transform((text) => text.split('+'))
      .pipe(z.array(z.enum(collateralKinds)).min(1)),
  }),
  z.object({ kind: z.literal('certificate'), certificate: z.enum(qualificationKinds) }),
  z.object({ kind: z.literal('wait'), until: z.iso.date() }),
])

const figureOf: Record<Change['kind'], string> = {
  amount: 'fen',
  tenor: 'months',
  collateral: 'add',
  certificate: 'certificate',
  wait: 'until',
}

/** Null where the text is no change. */
export function changeFromText(text: unknown): Change | null {
  if (typeof text !== 'string') return null
  const at = text.indexOf('.')
  const kind = text.slice(0, Math.max(0, at))
  if (!Object.hasOwn(figureOf, kind)) return null
  const figure = figureOf[kind as Change['kind']]
  const read = changeSchema.safeParse({ kind, [figure]: text.slice(at + 1) })
  return read.success ? read.data : null
}
