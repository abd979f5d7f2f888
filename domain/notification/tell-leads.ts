import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import { isAmong } from '@/db/among'
import type { Database } from '@/db/client'
import { match, member, need, product } from '@/db/schema'
import { isOpenLead } from '../match/queries'
import { keepNotifications, type NewNotification } from './keep-notifications'

type Judged = { needId: string } | { productId: string }

/** The leads that this judgement made: matches of its moment, of needs that their financier had not as leads before. */
function listNewLeads(tx: Database, now: Date, judged: Judged) {
  return tx
    .selectDistinctOn([match.financierId, match.needId], {
      id: match.id,
      needId: match.needId,
      productId: match.productId,
      financierId: match.financierId,
    })
    .from(match)
    .innerJoin(need, eq(need.id, match.needId))
    .innerJoin(product, eq(product.id, match.productId))
    .where(
      and(
        'needId' in judged
          ? eq(match.needId, judged.needId)
          : eq(match.productId, judged.productId),
        eq(match.firstJudgedAt, now),
        isOpenLead(),
        sql`not exists (select 1 from ${match} as earlier where earlier.need_id = ${match.needId} and earlier.financier_id = ${match.financierId} and earlier.first_judged_at < ${sql.param(now, match.firstJudgedAt)})`,
      ),
    )
    .orderBy(match.financierId, match.needId, desc(match.fit), asc(match.id))
}

type NewLead = Awaited<ReturnType<typeof listNewLeads>>[number]

async function listReaders(tx: Database, financierIds: string[]) {
  const rows = await tx
    .select({ id: member.id, financierId: member.organisationId })
    .from(member)
    .where(
      and(
        isAmong(member.organisationId, financierIds),
        eq(member.state, 'active'),
        inArray(member.role, ['owner', 'editor']),
      ),
    )
    .orderBy(member.id)
  return rows
}

/** One line, however many leads a product found at once: a lead by itself, or the product that found them. */
function lineOf(leads: NewLead[]): Omit<NewNotification, 'memberId' | 'at'> | null {
  const [first] = leads.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  if (!first) return null
  return {
    kind: 'lead',
    causeId: first.id,
    many: leads.length,
    ...(leads.length === 1
      ? { subject: 'match', subjectId: first.id }
      : { subject: 'product', subjectId: first.productId }),
  }
}

/** Tells those who act for a financier of its new leads, in the judgement's own transaction. */
export async function tellLeads(tx: Database, now: Date, judged: Judged): Promise<void> {
  const leads = await listNewLeads(tx, now, judged)
  if (leads.length === 0) return
  const byFinancier = new Map<string, NewLead[]>()
  for (const one of leads)
    byFinancier.set(one.financierId, [...(byFinancier.get(one.financierId) ?? []), one])
  const readers = await listReaders(tx, [...byFinancier.keys()])
  const lines = readers.flatMap(({ id: memberId, financierId }) => {
    const line = lineOf(byFinancier.get(financierId) ?? [])
    return line ? [{ ...line, memberId, at: now }] : []
  })
  await keepNotifications(tx, lines)
}
