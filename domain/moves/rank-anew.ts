import { dayOf } from '../calendar/calendar'
import { type Context } from '../context'
import { renewRecords } from '../match/renew-records'
import { markThrough, readThrough } from '../night/through'
import { learnFromLedger } from '../ranking/learn-from-ledger'

/** The night's ranking: learned from the ledger as it stood at midnight, and every open match ranked by it; once a day. */
export async function rankAnew(context: Context): Promise<number> {
  const { db, now } = context
  const today = dayOf(now)
  const through = await readThrough(db, 'rank')
  if (through !== null && through >= today) return 0
  await learnFromLedger(context)
  const moved = await renewRecords(context)
  await markThrough(db, 'rank', today)
  return moved
}
