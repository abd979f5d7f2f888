import { and, eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { introduction } from '@/db/schema'
import type { DeclineCode, Ending, IntroductionState } from './introduction'

export interface EndingFacts {
  ending: Ending
  code?: DeclineCode
  words?: string | null
}

/** Ends an introduction that is locked, from the state it was read in: its seat is free. */
export async function endIntroductionRow(
  tx: Database,
  { id, state }: { id: string; state: IntroductionState },
  now: Date,
  { ending, code, words }: EndingFacts,
): Promise<void> {
  await tx
    .update(introduction)
    .set({
      state: 'ended',
      stateAt: now,
      endedAt: now,
      dueAt: null,
      ending,
      declineCode: code ?? null,
      endingWords: words ?? null,
    })
    .where(and(eq(introduction.id, id), eq(introduction.state, state)))
}
