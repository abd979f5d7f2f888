import type { Context } from '../context'
import { moveNeedByClock } from './move-by-clock'
import { isToBeWarned } from './needs-time'

/** The clock tells a company that its need will end, once and in good time. */
export function warnExpiringNeed(context: Context, needId: string) {
  const change = { to: null, told: 'need.expiry-warned' } as const
  return moveNeedByClock(context, needId, isToBeWarned(context.now), change)
}
