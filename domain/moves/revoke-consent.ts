import type { CompanyActor } from '../actor'
import { fieldGroups } from '../consent/consent'
import type { Context } from '../context'
import { takeConsentBack } from './narrow-consent'

/** The company closes everything. */
export function revokeConsent(context: Context<CompanyActor>, introductionId: string) {
  return takeConsentBack(context, introductionId, fieldGroups, 'introduction.consent-revoked')
}
