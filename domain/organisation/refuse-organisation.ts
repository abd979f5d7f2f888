import type { OfficialActor } from '../actor'
import type { Context } from '../context'
import { moveOrganisation } from './move-organisation'

/** A verifier turns an applicant down, and says why. */
export function refuseOrganisation(
  context: Context<OfficialActor>,
  organisationId: string,
  reason: string,
) {
  return moveOrganisation(context, organisationId, {
    from: ['applied', 'refused'],
    to: 'refused',
    event: 'organisation.refused',
    reason: reason,
  })
}
