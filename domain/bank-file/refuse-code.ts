import { eq } from 'drizzle-orm'
import { waitingRow } from '@/db/schema'
import type { OfficialActor } from '../actor'
import type { Context } from '../context'
import { moveCode } from './move-code'

/** A verifier says that a code which fails its check is no company's: its rows are gone, and later ones are bad. */
export function refuseCode(context: Context<OfficialActor>, codeId: string, words: string) {
  return moveCode(context, codeId, {
    ...{ from: ['waiting'], to: 'refused', words },
    run: async (tx) => {
      await tx.delete(waitingRow).where(eq(waitingRow.codeId, codeId))
      return undefined
    },
  })
}
