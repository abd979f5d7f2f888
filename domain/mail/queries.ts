import { and, desc, eq, lt } from 'drizzle-orm'
import { member, organisation, outboxMail } from '@/db/schema'
import { isOutboxReader, type MemberActor, type OfficialActor } from '../actor'
import type { Context } from '../context'
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

/** The mails written to oneself, newest first, a page by key. */
export function listOwnMails({ db, actor }: Context<MemberActor>, after: string | null) {
  return db
    .select(line)
    .from(outboxMail)
    .where(
      and(eq(outboxMail.memberId, actor.memberId), after ? lt(outboxMail.id, after) : undefined),
    )
    .orderBy(desc(outboxMail.id))
    .limit(MAILS_A_PAGE + 1)
}

export async function findOwnMail({ db, actor }: Context<MemberActor>, id: string) {
  const [found] = await db
    .select({ ...line, text: outboxMail.text })
    .from(outboxMail)
    .where(and(eq(outboxMail.id, id), eq(outboxMail.memberId, actor.memberId)))
  return found ?? null
}

const addressed = {
  ...line,
  email: outboxMail.email,
  personName: member.name,
  organisationName: organisation.name,
}

/** The outbox of an official with the duty: mails to members of organisations in scope; none without the duty. */
export async function listOutboxInScope(
  { db, actor }: Context<OfficialActor>,
  after: string | null,
) {
  if (!isOutboxReader(actor)) return []
  return db
    .select(addressed)
    .from(outboxMail)
    .innerJoin(member, eq(member.id, outboxMail.memberId))
    .innerJoin(organisation, eq(organisation.id, member.organisationId))
    .where(and(inScope(actor.scope), after ? lt(outboxMail.id, after) : undefined))
    .orderBy(desc(outboxMail.id))
    .limit(MAILS_A_PAGE + 1)
}

export async function findMailInScope({ db, actor }: Context<OfficialActor>, id: string) {
  if (!isOutboxReader(actor)) return null
  const [found] = await db
    .select({ ...addressed, text: outboxMail.text })
    .from(outboxMail)
    .innerJoin(member, eq(member.id, outboxMail.memberId))
    .innerJoin(organisation, eq(organisation.id, member.organisationId))
    .where(and(eq(outboxMail.id, id), inScope(actor.scope)))
  return found ?? null
}
