import { and, eq, inArray, or, sql } from 'drizzle-orm'
import { isAmong } from '@/db/among'
import type { Database } from '@/db/client'
import { member, service } from '@/db/schema'
import { keepNotifications } from './keep-notifications'

/** Tells those who act for the companies and financiers of imported services, each in one line, however many rows there are. */
export async function tellImported(
  tx: Database,
  { importId, at, serviceIds }: { importId: string; at: Date; serviceIds: readonly string[] },
): Promise<void> {
  if (serviceIds.length === 0) return
  const told = await tx
    .select({
      memberId: member.id,
      subjectId: sql<string>`(array_agg(${service.id} order by ${service.id}))[1]`,
      many: sql<number>`count(*)::int`,
    })
    .from(service)
    .innerJoin(
      member,
      or(
        eq(member.organisationId, service.companyId),
        eq(member.organisationId, service.organisationId),
        eq(member.organisationId, service.financierId),
      ),
    )
    .where(
      and(
        isAmong(service.id, serviceIds),
        eq(member.state, 'active'),
        inArray(member.role, ['owner', 'editor']),
      ),
    )
    .groupBy(member.id)
    .orderBy(member.id)
  await keepNotifications(
    tx,
    told.map((line) => ({
      ...line,
      kind: 'services-imported',
      subject: 'service',
      causeId: importId,
      at,
    })),
  )
}
