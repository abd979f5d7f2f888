import type { OfficialActor } from '../actor'
import type { Context } from '../context'
import { moveOrganisation } from './move-organisation'

/** A verifier lets an applicant in. */
export function admitOrganisation(context: Context<OfficialActor>, organisationId: string) {
  return moveOrganisation(context, organisationId, {
    from: ['applied', 'refused'],
    to: 'admitted',
    event: 'organisation.admitted',
    reason: null,
  })
}
