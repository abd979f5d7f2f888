import type { CompanyActor } from '../actor'
import type { Context } from '../context'
import { endNeed } from './end-need'

/** The company takes a published need back, until money is drawn. */
export function withdrawNeed(context: Context<CompanyActor>, needId: string) {
  return endNeed(context, needId, 'withdrawn')
}
