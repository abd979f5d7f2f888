import type { CompanyActor } from '../actor'
import type { Context } from '../context'
import { answerService } from './answer-service'

/** The company says that a service is as it was reported. */
export function confirmService(context: Context<CompanyActor>, serviceId: string) {
  return answerService(context, serviceId, { state: 'confirmed' })
}
