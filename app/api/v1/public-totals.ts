/** What the public interface answers: one reading for JSON, CSV and XLSX, from publications alone. */
import { publicAsked, textOf, type SearchParams } from '@/app/address'
import type { PublicActor } from '@/domain/actor'
import type { Context } from '@/domain/context'
import type { PublicDimension } from '@/domain/publication/publication'
import {
  readPublicCut,
  readPublicMonths,
  type PublicMonth,
  type PublicRow,
} from '@/domain/publication/queries'
import type { PublicAsked } from '@/domain/publication/read-public'
import type { QuestionTrouble } from '@/domain/totals/read-question'
import { publicCuts, type FileQuery, type PublicCut } from './schemas'

export interface PublicTotals extends Omit<PublicAsked, 'trouble'> {
  trouble: null
  by: PublicCut | null
  /** The parts of a cut other than by month. */
  rows: PublicRow[] | null
  months: PublicMonth[] | null
}

/** The figures that an address asks for; beside a trouble there are none. */
export async function readPublicTotals(
  context: Context<PublicActor>,
  params: SearchParams,
  also: Partial<Record<keyof FileQuery, readonly string[]>>,
): Promise<PublicTotals | { trouble: QuestionTrouble }> {
  const asked = await publicAsked(context, params, also)
  const { trouble, published, period } = asked
  if (trouble) return { trouble }
  const by = publicCuts.find((one) => one === textOf(params, 'by')) ?? null
  const { db } = context
  const isCut = by !== null && by !== 'month'
  const [rows, months] = await Promise.all([
    isCut && published ? readPublicCut(db, period, by satisfies PublicDimension) : null,
    by === 'month' && published ? readPublicMonths(db, period) : null,
  ])
  if (isCut && published && !rows) return { trouble: { code: 'quarters', parameter: 'by' } }
  return { ...asked, trouble, by, rows, months }
}
