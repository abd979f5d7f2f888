/** Whose rows a figure counts: those that its context may read, or the whole city's where that is said aloud. */
import type { SQL } from 'drizzle-orm'
import type { Actor, MemberActor, OfficialActor } from '../actor'
import type { Context } from '../context'
import { isServiceOf } from '../ledger/service-of'
import { inScope } from '../organisation/scope'

/** When and where to count, and nobody whose rows it would have to keep to. */
export interface WholeCity extends Pick<Context, 'now' | 'db'> {
  wholeCity: true
}

/** Asks for the whole city. An official does not: how much of it is theirs stands in their scope. */
export function inWholeCity({ now, db }: Context<Exclude<Actor, OfficialActor>>): WholeCity {
  return { wholeCity: true, now, db }
}

export type TotalsContext<Who extends MemberActor = MemberActor> = Context<Who> | WholeCity

/** The services within reach of a context. */
export function reachedServices(context: TotalsContext): SQL | undefined {
  return 'wholeCity' in context ? undefined : isServiceOf(context.actor)
}

/** The organisations, and with them their needs, within an official's reach. */
export function reachedOrganisations(context: TotalsContext<OfficialActor>): SQL | undefined {
  return 'wholeCity' in context ? undefined : inScope(context.actor.scope)
}
