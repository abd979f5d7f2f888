/** How one verb of the tables is tried: what stands there before, and the call itself. */
import type { Database } from '@/db/client'
import type { Actor, CompanyActor, FinancierActor, MemberActor, OfficialActor } from '../actor'
import type { Context } from '../context'
import type { Result } from '../result'
import type { Cast } from './cast'

export interface Stage {
  db: Database
  cast: Cast
}

/** What stands there before a try. `cast` where the subject is itself who acts. */
export interface Subject {
  id: string
  needId?: string
  productId?: string
  introductionId?: string
  organisationId?: string
  token?: string
  uscc?: string
  cast?: Cast
}

/** A refusal of a verb's own, in which states (*missing* where there is no such row), and why it says more. */
interface Otherwise {
  refusal: string
  in: readonly string[]
  why: string
}

export interface Attempt {
  build: (stage: Stage, state: string) => Promise<Subject>
  run: (
    context: Context<Actor>,
    subject: Subject,
    cast: Cast,
  ) => Promise<Result<unknown>> | Result<unknown>
  /** States tried, where not every one of the noun can be. */
  tried?: readonly string[]
  /** Everybody acts on something of its own: there is no stranger. */
  ownsAlways?: true
  /** The acting organisation is the subject, so that its state is the actor's. */
  isSelf?: true
  /** The ids that the verb is given, where it is not the subject's own alone. */
  names?: readonly ('id' | 'needId' | 'productId' | 'introductionId' | 'organisationId' | 'token')[]
  /** What is refused in other words than *wrong-state*, or *not-found* where nothing is there. */
  otherwise?: readonly Otherwise[]
  /** The row whose state is asked afterwards, where it is not the subject's. */
  result?: (value: unknown, db: Database, subject: Subject) => Promise<string> | string
}

/** Hands a verb a context of whatever actor tries it: the wrong ones are the point. */
export function as<Who extends MemberActor>(context: Context<Actor>): Context<Who> {
  return context as Context<Who>
}
export const asCompany = (context: Context<Actor>) => as<CompanyActor>(context)
export const asFinancier = (context: Context<Actor>) => as<FinancierActor>(context)
export const asOfficial = (context: Context<Actor>) => as<OfficialActor>(context)

export const answeredId = (value: unknown) => String(value)
