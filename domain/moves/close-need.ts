import type { CompanyActor } from '../actor'
import type { Context } from '../context'
import { endNeed } from './end-need'

/** The company closes a need once something is drawn. */
export function closeNeed(context: Context<CompanyActor>, needId: string) {
  return endNeed(context, needId, 'closed')
}
