import type { OfficialActor } from '../actor'
import type { Context } from '../context'
import { moveOrganisation } from './move-organisation'

/** A verifier suspends an organisation: it reads its own and acts on nothing. */
export function suspendOrganisation(
  context: Context<OfficialActor>,
  organisationId: string,
  reason: string,
) {
  return moveOrganisation(context, organisationId, {
    from: ['admitted'],
    to: 'suspended',
    event: 'organisation.suspended',
    reason: reason,
  })
}
