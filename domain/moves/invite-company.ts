import { and, asc, eq, gt, inArray, sql } from 'drizzle-orm'
import { event, member, notificationSetting, organisation } from '@/db/schema'
import { whyNotOfficial, type OfficialActor, type WhyNotOfficial } from '../actor'
import { addDays, dayOf, startOf } from '../calendar/calendar'
import { DAYS } from '../clock/clock'
import { transact, type Context } from '../context'
import { recordEvent } from '../event/record-event'
import { newId } from '../id'
import type { ComposeInvitation } from '../mail/mail'
import { writePlainMail } from '../mail/write-plain-mail'
import type { MailLanguage } from '../notification/notification'
import { inScope } from '../organisation/scope'
import { ok, refused, type Result } from '../result'

type Refusal = WhyNotOfficial | 'not-found' | 'wrong-state' | 'email-required' | 'invited-lately'

/**
 * A letter: a company that has not registered is invited to, at the address that is typed; one that has, at its owner's own, to register a
 * need. Once in a while only.
 */
export async function inviteCompany(
  context: Context<OfficialActor>,
  companyId: string,
  email: string | null,
  { language, compose }: { language: MailLanguage; compose: ComposeInvitation },
): Promise<Result<string, Refusal>> {
  const no = whyNotOfficial(context.actor, 'verifier')
  if (no) return refused(no)
  const { now, actor } = context
  return transact<string, Refusal>(context, async (tx) => {
    const [found] = await tx
      .select()
      .from(organisation)
      .where(
        and(eq(organisation.id, companyId), eq(organisation.kind, 'company'), inScope(actor.scope)),
      )
      .for('update')
    if (!found) return refused('not-found')
    const isKnown = found.state === 'known'
    if (!isKnown && found.state !== 'admitted')
      return refused('wrong-state', { state: found.state })
    const lately = and(
      eq(event.subjectId, companyId),
      eq(event.type, 'organisation.invited'),
      gt(event.at, startOf(addDays(dayOf(now), -DAYS.inviteAgain))),
    )
    if ((await tx.$count(event, lately)) > 0)
      return refused('invited-lately', { days: DAYS.inviteAgain })
    const [owner] = await tx
      .select({
        id: member.id,
        email: member.email,
        name: member.name,
        language: notificationSetting.language,
      })
      .from(member)
      .leftJoin(notificationSetting, eq(notificationSetting.memberId, member.id))
      .where(
        and(
          eq(member.organisationId, companyId),
          eq(member.state, 'active'),
          inArray(member.role, ['owner', 'editor']),
        ),
      )
      .orderBy(sql`${member.role} <> 'owner'`, asc(member.id))
      .limit(1)
    const to = isKnown ? (email ? { id: null, email, name: '', language } : null) : owner
    if (!to) return refused('email-required')
    const id = newId()
    const own = to.language ?? language
    const mail = compose({
      about: isKnown ? 'sign-up' : 'need',
      language: own,
      companyName: found.name,
      authorityName: actor.organisationName,
      personName: to.name,
    })
    await writePlainMail(tx, { ...mail, id, memberId: to.id, email: to.email, language: own }, now)
    await recordEvent(tx, context, 'organisation.invited', companyId, { companyId })
    return ok(id)
  })
}
