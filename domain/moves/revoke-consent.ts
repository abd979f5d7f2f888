import type { CompanyActor } from '../actor'
import type { Context } from '../context'
import { fieldGroups } from '../introduction/introduction'
import { takeConsentBack } from './narrow-consent'

/** The company closes everything. */
export function revokeConsent(context: Context<CompanyActor>, introductionId: string) {
  return takeConsentBack(context, introductionId, fieldGroups, 'introduction.consent-revoked')
}
