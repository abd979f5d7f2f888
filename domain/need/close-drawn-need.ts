import type { Context } from '../context'
import { moveNeedByClock } from './move-by-clock'
import { isToClose } from './needs-time'

/** The clock closes a need that was financed, some time after the last drawing, once nobody else is in talk. */
export function closeDrawnNeed(context: Context, needId: string) {
  const change = { to: 'closed', told: 'need.closed-after-drawing' } as const
  return moveNeedByClock(context, needId, isToClose(context.now), change)
}
