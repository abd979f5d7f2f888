import { and, eq } from 'drizzle-orm'
import { isAmong } from '@/db/among'
import { introduction, service } from '@/db/schema'
import type { FinancierActor } from '../actor'
import { noteListed } from '../consent/note-looks'
import type { Context } from '../context'
import type { Notice } from './notice'

/** Writes down whose names a financier's notices show: those of its talks, and of rows that came about in one. */
export async function noteNamed(
  context: Context<FinancierActor>,
  notices: readonly Notice[],
): Promise<void> {
  const { db } = context
  const named = (subject: Notice['subject']) =>
    notices.flatMap((one) => (one.subject === subject && one.facts?.name ? [one.subjectId] : []))
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
