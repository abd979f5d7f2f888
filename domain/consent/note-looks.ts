/** Who has seen a company: every look, in a talk or by an official, is written down with what it showed. */
import { and, eq, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { disclosure } from '@/db/schema'
import type { FinancierActor, MemberActor, OfficialActor } from '../actor'
import { dayOf } from '../calendar/calendar'
import type { Context } from '../context'
import { newId } from '../id'
import { officialGroups } from '../profile/sight'
import type { Seen } from './consent'

interface Listed {
  introductionId: string | null
  companyId: string
  companyName: string | null
}
/** A look at a page of its own is a row of its own; what a list or a file shows is one a reader, company and day. */
type Way = 'page' | 'list' | 'file'

/** All that an official reads of a company at its own page. */
export const lookAtCompany: readonly Seen[] = [...officialGroups, 'need', 'service']

/** Rows at once: a statement takes 65,535 values. */
const AT_ONCE = 5_000

async function write(
  { db, actor, now }: Context<MemberActor>,
  shown: readonly { companyId: string; introductionId: string | null }[],
  groups: readonly Seen[],
  way: Way,
): Promise<void> {
  // In one order, so that two lists that a member opens at once never wait for each other.
  const looks = shown.toSorted((a, b) => (a.companyId < b.companyId ? -1 : 1))
  for (let start = 0; start < looks.length; start += AT_ONCE)
    await db
      .insert(disclosure)
      .values(
        looks.slice(start, start + AT_ONCE).map((look) => ({
          id: newId(),
          ...look,
          readerId: actor.organisationId,
          memberId: actor.memberId,
          groups: [...groups],
          at: now,
          listedOn: way === 'page' ? null : dayOf(now),
          exported: way === 'file',
        })),
      )
      .onConflictDoNothing()
}

/** Writes down the names that a list shows a financier, in the transaction that reads them: a name in a list is a look. */
export async function noteListed(
  tx: Database,
  context: Context<FinancierActor>,
  lines: readonly Listed[],
): Promise<void> {
  const shown = new Map<string, string>()
  for (const { introductionId, companyId, companyName } of lines)
    if (introductionId !== null && companyName !== null) shown.set(companyId, introductionId)
  const looks = [...shown].map(([companyId, introductionId]) => ({ companyId, introductionId }))
  await write({ ...context, db: tx }, looks, ['identity'], 'list')
}

/** Writes down whom an official was shown, and what of it. */
export async function noteLooks(
  context: Context<OfficialActor>,
  companyIds: readonly string[],
  seen: readonly Seen[],
  way: Way,
): Promise<void> {
  const looks = [...new Set(companyIds)].map((companyId) => ({ companyId, introductionId: null }))
  await write(context, looks, seen, way)
}

/** The same of a list that may name financiers too, which nobody keeps looks of. */
export async function noteOrganisations(
  context: Context<OfficialActor>,
  shown: readonly { id: string; kind: string }[],
  seen: readonly Seen[],
): Promise<void> {
  const companies = shown.filter(({ kind }) => kind === 'company').map(({ id }) => id)
  await noteLooks(context, companies, seen, 'list')
}

/** Whoever looked at an application looked at the company that it turned out to be. */
export async function handLooks(tx: Database, fromId: string, toId: string): Promise<void> {
  const isThere = sql`exists (select 1 from ${disclosure} own where own.company_id = ${toId} and own.member_id = ${disclosure.memberId} and own.listed_on = ${disclosure.listedOn} and own.groups = ${disclosure.groups} and own.exported = ${disclosure.exported})`
  await tx.delete(disclosure).where(and(eq(disclosure.companyId, fromId), isThere))
  await tx.update(disclosure).set({ companyId: toId }).where(eq(disclosure.companyId, fromId))
}
