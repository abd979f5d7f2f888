import { and, eq, gt, isNull, lt } from 'drizzle-orm'
import { clear } from '@/db/clear'
import type { Database } from '@/db/client'
import { application } from '@/db/schema'
import type { AskToRegisterInput } from './organisation'

/** Keeps what was typed until its link is opened. */
export async function keepAsked(
  tx: Database,
  { financierKind, evidence, ...typed }: AskToRegisterInput,
  link: { id: string; linkHash: string; linkUntil: Date },
  now: Date,
): Promise<void> {
  await tx.insert(application).values({
    ...link,
    ...typed,
    financierKind: typed.kind === 'financier' ? (financierKind ?? null) : null,
    evidence: evidence || null,
    askedAt: now,
  })
}

/** Takes the application of a link: it works once, and only while it is good. */
export async function takeAsked(tx: Database, linkHash: string, now: Date) {
  const [taken] = await tx
    .update(application)
    .set({ linkHash: null, openedAt: now })
    .where(and(eq(application.linkHash, linkHash), gt(application.linkUntil, now)))
    .returning()
  return taken
}

export async function nameApplicant(
  tx: Database,
  applicationId: string,
  organisationId: string,
): Promise<void> {
  await tx.update(application).set({ organisationId }).where(eq(application.id, applicationId))
}

/** The applications of one organisation are another's from now on. */
export async function handApplications(tx: Database, from: string, to: string): Promise<void> {
  await tx
    .update(application)
    .set({ organisationId: to })
    .where(eq(application.organisationId, from))
}

/** Deletes what was typed with links that nobody opened before a moment. Answers how many. */
export function clearAsked(db: Database, before: Date): Promise<number> {
  return clear(db, application, and(isNull(application.openedAt), lt(application.askedAt, before)))
}
