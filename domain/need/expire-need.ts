import type { Context } from '../context'
import { moveNeedByClock } from './move-by-clock'
import { isToExpire } from './needs-time'

/** The clock ends a need that nobody met in all its time; its company was told before. */
export function expireNeed(context: Context, needId: string) {
  const change = { to: 'expired', told: 'need.expired' } as const
  return moveNeedByClock(context, needId, isToExpire(context.now), change)
}
