import type { OfficialActor } from '../actor'
import type { Context } from '../context'
import { moveOrganisation } from './move-organisation'

/** A verifier lets a suspended organisation act again. */
export function restoreOrganisation(context: Context<OfficialActor>, organisationId: string) {
  return moveOrganisation(context, organisationId, {
    from: ['suspended'],
    to: 'admitted',
    event: 'organisation.restored',
    reason: null,
  })
}
