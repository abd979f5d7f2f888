import { and, desc, eq, lt, or, sql, type SQL } from 'drizzle-orm'
import { member, organisation, outboxMail } from '@/db/schema'
import { isLinkReader, isOutboxReader, type MemberActor, type OfficialActor } from '../actor'
import { noteLooks } from '../consent/note-looks'
import type { Context } from '../context'
import { recordEvent } from '../event/record-event'
import { inScope } from '../organisation/scope'

export const MAILS_A_PAGE = 30

const line = {
  id: outboxMail.id,
  subject: outboxMail.subject,
  language: outboxMail.language,
  writtenAt: outboxMail.writtenAt,
  sentAt: outboxMail.sentAt,
  attempts: outboxMail.attempts,
  refusal: outboxMail.refusal,
}

/** One's own mails: a one-time link is for the mailbox alone, not for whoever has the session. */
const isOwn = (actor: MemberActor) =>
  and(eq(outboxMail.memberId, actor.memberId), eq(outboxMail.isSecret, false))

/** The mails written to oneself, newest first, a page by key. */
export function listOwnMails({ db, actor }: Context<MemberActor>, after: string | null) {
  return db
    .select(line)
    .from(outboxMail)
    .where(and(isOwn(actor), after ? lt(outboxMail.id, after) : undefined))
    .orderBy(desc(outboxMail.id))
    .limit(MAILS_A_PAGE + 1)
}

export async function findOwnMail({ db, actor }: Context<MemberActor>, id: string) {
  const [found] = await db
    .select({ ...line, text: outboxMail.text })
    .from(outboxMail)
    .where(and(eq(outboxMail.id, id), isOwn(actor)))
  return found ?? null
}

const addressed = {
  ...line,
  email: outboxMail.email,
  personName: member.name,
  organisationName: organisation.name,
}

/** Of a company's member, its company. */
const ofCompany = {
  companyId: sql<
    string | null
  >`case when ${organisation.kind} = 'company' then ${organisation.id} end`,
}

/** Mails to members of organisations in scope; those with a one-time link to administrators of the whole city alone. */
function isReadBy(actor: OfficialActor): SQL | undefined {
  const told = and(eq(outboxMail.isSecret, false), inScope(actor.scope))
  return isLinkReader(actor) ? or(told, eq(outboxMail.isSecret, true)) : told
}

/** The outbox of an official with the duty; nothing without it. */
export async function listOutboxInScope(context: Context<OfficialActor>, after: string | null) {
  const { db, actor } = context
  if (!isOutboxReader(actor)) return []
  const rows = await db
    .select({ ...addressed, ...ofCompany })
    .from(outboxMail)
    .leftJoin(member, eq(member.id, outboxMail.memberId))
    .leftJoin(organisation, eq(organisation.id, member.organisationId))
    .where(and(isReadBy(actor), after ? lt(outboxMail.id, after) : undefined))
    .orderBy(desc(outboxMail.id))
    .limit(MAILS_A_PAGE + 1)
  await noteReaders(context, rows.slice(0, MAILS_A_PAGE))
  return rows
}

/** Whom of a company the addresses of mails name. */
async function noteReaders(
  context: Context<OfficialActor>,
  shown: readonly { companyId: string | null }[],
): Promise<void> {
  const ids = shown.flatMap(({ companyId }) => companyId ?? [])
  await noteLooks(context, ids, ['identity', 'contact'], 'list')
}

/** A mail of the outbox. A one-time link is read only while no server has sent it, and each look at one is kept. */
export async function findMailInScope(context: Context<OfficialActor>, id: string) {
  const { db, actor } = context
  if (!isOutboxReader(actor)) return null
  const [found] = await db
    .select({
      ...addressed,
      ...ofCompany,
      isSecret: outboxMail.isSecret,
      text: sql<string>`case when ${outboxMail.isSecret} and ${outboxMail.sentAt} is not null then '' else ${outboxMail.text} end`,
    })
    .from(outboxMail)
    .leftJoin(member, eq(member.id, outboxMail.memberId))
    .leftJoin(organisation, eq(organisation.id, member.organisationId))
    .where(and(eq(outboxMail.id, id), isReadBy(actor)))
  if (!found) return null
  await noteReaders(context, [found])
  if (found.isSecret) await recordEvent(db, context, 'mail.link-read', id)
  return found
}
