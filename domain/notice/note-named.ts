import { and, eq } from 'drizzle-orm'
import { isAmong } from '@/db/among'
import { introduction, need, organisation, service } from '@/db/schema'
import type { FinancierActor, OfficialActor } from '../actor'
import { noteListed, noteLooks } from '../consent/note-looks'
import type { Context } from '../context'
import type { Notice } from './notice'

const namedBy = (notices: readonly Notice[]) => (subject: Notice['subject']) =>
  notices.flatMap((one) => (one.subject === subject && one.facts?.name ? [one.subjectId] : []))

/** Writes down whose names a financier's notices show: those of its talks, and of rows that came about in one. */
async function noteForFinancier(
  context: Context<FinancierActor>,
  notices: readonly Notice[],
): Promise<void> {
  const { db } = context
  const named = namedBy(notices)
  const [talks, rows] = [named('introduction'), named('service')]
  if (talks.length + rows.length === 0) return
  const shown = [
    ...(await db
      .select({ introductionId: introduction.id, companyId: introduction.companyId })
      .from(introduction)
      .where(isAmong(introduction.id, talks))),
    ...(await db
      .select({ introductionId: service.introductionId, companyId: service.companyId })
      .from(service)
      .where(and(isAmong(service.id, rows), eq(service.source, 'platform')))),
  ]
  await noteListed(
    db,
    context,
    shown.map((one) => ({ ...one, companyName: 'shown' })),
  )
}

/** The same for an official: companies, and those of needs and rows of the ledger. */
async function noteForOfficial(
  context: Context<OfficialActor>,
  notices: readonly Notice[],
): Promise<void> {
  const { db } = context
  const named = namedBy(notices)
  const [ids, needs, rows] = [named('organisation'), named('need'), named('service')]
  if (ids.length + needs.length + rows.length === 0) return
  const shown = [
    ...(await db
      .select({ id: organisation.id })
      .from(organisation)
      .where(and(isAmong(organisation.id, ids), eq(organisation.kind, 'company')))),
    ...(await db.select({ id: need.organisationId }).from(need).where(isAmong(need.id, needs))),
    ...(await db.select({ id: service.companyId }).from(service).where(isAmong(service.id, rows))),
  ]
  await noteLooks(
    context,
    shown.map(({ id }) => id),
    ['identity'],
    'list',
  )
}

/** Writes down whose names notices show a member that is not the company's own. */
export async function noteNamed(
  context: Context<FinancierActor | OfficialActor>,
  notices: readonly Notice[],
): Promise<void> {
  const { actor } = context
  if (actor.audience === 'financier') await noteForFinancier({ ...context, actor }, notices)
  else await noteForOfficial({ ...context, actor }, notices)
}
