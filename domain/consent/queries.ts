import { and, asc, desc, eq } from 'drizzle-orm'
import { consent, disclosure, introduction, member, need, organisation } from '@/db/schema'
import type { CompanyActor } from '../actor'
import { dayOf } from '../calendar/calendar'
import type { Context } from '../context'
import { isInForce } from './in-force'

/** Who may read what of the company now: one row an introduction and field group. */
export function listOwnConsents({ db, actor, now }: Context<CompanyActor>) {
  return db
    .select({
      introductionId: introduction.id,
      introductionState: introduction.state,
      fieldGroup: consent.fieldGroup,
      purpose: consent.purpose,
      until: consent.until,
      givenAt: consent.givenAt,
      financierName: organisation.name,
      needCode: need.code,
    })
    .from(consent)
    .innerJoin(introduction, eq(introduction.id, consent.introductionId))
    .innerJoin(need, eq(need.id, introduction.needId))
    .innerJoin(organisation, eq(organisation.id, consent.financierId))
    .where(and(eq(consent.companyId, actor.organisationId), isInForce(dayOf(now))))
    .orderBy(asc(organisation.name), asc(consent.fieldGroup))
}

/** Who has seen the company, newest first. */
export function listOwnDisclosures({ db, actor }: Context<CompanyActor>, most: number) {
  return db
    .select({
      id: disclosure.id,
      at: disclosure.at,
      groups: disclosure.groups,
      financierName: organisation.name,
      memberName: member.name,
      introductionId: disclosure.introductionId,
    })
    .from(disclosure)
    .innerJoin(organisation, eq(organisation.id, disclosure.financierId))
    .innerJoin(member, eq(member.id, disclosure.memberId))
    .where(eq(disclosure.companyId, actor.organisationId))
    .orderBy(desc(disclosure.at), desc(disclosure.id))
    .limit(most)
}
