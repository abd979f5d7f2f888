import { eq, or, type SQL } from 'drizzle-orm'
import { service } from '@/db/schema'
import type { MemberActor } from '../actor'
import { inScope } from '../organisation/scope'

/** Whose rows an actor may read and speak of: those of its places, those of its own deals, those that tell of it or of its branch. */
export function isServiceOf(actor: MemberActor): SQL | undefined {
  switch (actor.audience) {
    case 'official':
      return inScope(actor.scope, { district: service.district, zone: service.zone })
    case 'financier':
      return eq(service.financierId, actor.organisationId)
    case 'company':
      return or(
        eq(service.companyId, actor.organisationId),
        eq(service.organisationId, actor.organisationId),
      )
  }
}
