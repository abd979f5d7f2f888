import { connect } from '@/db/client'
import { startOf, type Day } from '@/domain/calendar/calendar'
import { rankAnew } from '@/domain/moves/rank-anew'

/** Ranks the matches of the city as its last night did, by the same verb. */
export async function rankCity(url: string, today: Day): Promise<number> {
  const { db, close } = connect(url, 1)
  try {
    return await rankAnew({ actor: { audience: 'clock' }, now: startOf(today), db })
  } finally {
    await close()
  }
}
