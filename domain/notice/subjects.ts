/**
 * What a notification may say of its subject, read when it is shown: a consent taken back, a scope narrowed or a lead gone
 * takes its words along. Scope in each WHERE.
 */
import { and, eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { isAmong } from '@/db/among'
import { introduction, match, need, organisation, product, service } from '@/db/schema'
import type { MemberActor } from '../actor'
import { dayOf, type Day } from '../calendar/calendar'
import { mayRead } from '../consent/in-force'
import type { Context } from '../context'
import { isServiceOf } from '../ledger/service-of'
import { isLeadOf } from '../match/queries'
import type { NotificationSubject } from '../notification/notification'
import { inScope } from '../organisation/scope'
import type { FinancingClass } from '../product/classes'
import type { SubjectFacts } from './notice'

const none: SubjectFacts = {
  name: null,
  code: null,
  amountFen: null,
  class: null,
  on: null,
  teaser: null,
  state: '',
  awaits: false,
}

type Found = ({ id: string } & Partial<SubjectFacts>)[]

const company = alias(organisation, 'company')
const financier = alias(organisation, 'financier')

/** Before consent, and after it ended, a financier reads no name. */
const companyNameFor = (today: Day) =>
  sql<
    string | null
  >`case when ${mayRead(introduction.id, 'identity', today)} then ${company.name} end`

function readIntroductions({ db, actor, now }: Context<MemberActor>, ids: string[]) {
  const isCompany = actor.audience === 'company'
  return db
    .select({
      id: introduction.id,
      name: isCompany ? sql<string | null>`${financier.name}` : companyNameFor(dayOf(now)),
      code: need.code,
      amountFen: need.amountFen,
      class: product.class,
      state: introduction.state,
      awaits: sql<boolean>`exists (select 1 from ${service} where ${service.introductionId} = ${introduction.id} and ${service.state} in ('reported', 'unconfirmed'))`,
    })
    .from(introduction)
    .innerJoin(need, eq(need.id, introduction.needId))
    .innerJoin(product, eq(product.id, introduction.productId))
    .innerJoin(company, eq(company.id, introduction.companyId))
    .innerJoin(financier, eq(financier.id, introduction.financierId))
    .where(
      and(
        isAmong(introduction.id, ids),
        eq(isCompany ? introduction.companyId : introduction.financierId, actor.organisationId),
      ),
    )
}

function readNeeds({ db, actor }: Context<MemberActor>, ids: string[]) {
  return db
    .select({
      id: need.id,
      name: organisation.name,
      code: need.code,
      amountFen: need.amountFen,
      class: sql<FinancingClass | null>`${need.classes}[1]`,
      state: need.state,
      awaits: sql<boolean>`${need.wordsWaiting} is not null`,
    })
    .from(need)
    .innerJoin(organisation, eq(organisation.id, need.organisationId))
    .where(
      and(
        isAmong(need.id, ids),
        actor.audience === 'official'
          ? inScope(actor.scope)
          : eq(need.organisationId, actor.organisationId),
      ),
    )
}

function readServices({ db, actor, now }: Context<MemberActor>, ids: string[]) {
  const nameOf = {
    company: sql<string | null>`${financier.name}`,
    financier: sql<
      string | null
    >`case when ${service.source} <> 'platform' or ${mayRead(introduction.id, 'identity', dayOf(now))} then ${company.name} end`,
    official: sql<string | null>`${company.name}`,
  }
  return db
    .select({
      id: service.id,
      name: nameOf[actor.audience],
      amountFen: service.amountFen,
      class: service.class,
      on: service.happenedOn,
      state: service.state,
    })
    .from(service)
    .innerJoin(company, eq(company.id, service.companyId))
    .innerJoin(financier, eq(financier.id, service.financierId))
    .leftJoin(introduction, eq(introduction.id, service.introductionId))
    .where(and(isAmong(service.id, ids), isServiceOf(actor)))
}

async function readLeads({ db, actor }: Context<MemberActor>, ids: string[]): Promise<Found> {
  if (actor.audience !== 'financier') return []
  const rows = await db
    .select({
      id: match.id,
      code: need.code,
      amountFen: need.openFen,
      class: product.class,
      teaser: need.teaser,
    })
    .from(match)
    .innerJoin(need, eq(need.id, match.needId))
    .innerJoin(product, eq(product.id, match.productId))
    .where(and(isAmong(match.id, ids), isLeadOf(actor)))
  return rows.map((row) => ({
    ...row,
    teaser: row.teaser && { ...row.teaser, amountFen: row.amountFen },
  }))
}

function readProducts({ db, actor }: Context<MemberActor>, ids: string[]) {
  return db
    .select({ id: product.id, name: product.name, class: product.class })
    .from(product)
    .where(and(isAmong(product.id, ids), eq(product.financierId, actor.organisationId)))
}

function readOrganisations({ db, actor }: Context<MemberActor>, ids: string[]) {
  return db
    .select({ id: organisation.id, name: organisation.name, state: organisation.state })
    .from(organisation)
    .where(
      and(
        isAmong(organisation.id, ids),
        actor.audience === 'official'
          ? inScope(actor.scope)
          : eq(organisation.id, actor.organisationId),
      ),
    )
}

const readers: Record<
  NotificationSubject,
  (context: Context<MemberActor>, ids: string[]) => PromiseLike<Found>
> = {
  introduction: readIntroductions,
  need: readNeeds,
  service: readServices,
  match: readLeads,
  product: readProducts,
  organisation: readOrganisations,
  // What a check of them found stands in the line itself.
  totals: async (_, ids) => ids.map((id) => ({ id })),
}

/** By the subject's id. What is not there is not the reader's to read, or no more. */
export async function readSubjects(
  context: Context<MemberActor>,
  wanted: ReadonlyMap<NotificationSubject, string[]>,
): Promise<Map<string, SubjectFacts>> {
  const found = await Promise.all(
    [...wanted].map(([subject, ids]) => readers[subject](context, ids)),
  )
  return new Map(found.flat().map(({ id, ...facts }) => [id, { ...none, ...facts }]))
}
