import { and, asc, eq, gt, inArray, isNull, lt, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { member, notification, notificationSetting, outboxMail } from '@/db/schema'
import { enqueue } from '@/ports/queue'
import { addDays, dayOf, startOf, type Day } from '../calendar/calendar'
import { DAYS, HOURS } from '../clock/clock'
import type { Context } from '../context'
import { newId } from '../id'
import { actorOf } from '../member/queries'
import { noteNamed } from '../notice/note-named'
import { listUnmailed } from '../notice/queries'
import { markMailed } from '../notification/keep-notifications'
import { settingAtFirst, type MailLanguage } from '../notification/notification'
import type { ComposeDigest, DigestPeriod } from './mail'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** The weekly mails are written on one. */
const MONDAY = 1
const AT_ONCE = 200

interface Period {
  digest: DigestPeriod
  name: string
  until: Date
}

/** When the mails of a day are written, in Xi'an. */
function momentOf(day: Day): Date {
  return new Date(startOf(day).getTime() + HOURS.digest * HOUR_MS)
}

/** The periods that ended last, by a moment. */
export function periodsAt(now: Date): Period[] {
  const today = dayOf(now)
  const day = now < momentOf(today) ? addDays(today, -1) : today
  const sinceMonday = (new Date(`${day}T00:00:00Z`).getUTCDay() - MONDAY + 7) % 7
  const monday = addDays(day, -sinceMonday)
  return [
    { digest: 'daily', name: `daily ${day}`, until: momentOf(day) },
    { digest: 'weekly', name: `weekly ${monday}`, until: momentOf(monday) },
  ]
}

interface Due {
  id: string
  email: string
  language: MailLanguage
}

/** Members with something unread that no mail has told, and no mail of this period; in the order of their ids. */
function listDue(db: Database, { digest, name, until }: Period, now: Date, after: string | null) {
  const chosen = sql`coalesce(${notificationSetting.digest}, ${settingAtFirst.digest})`
  const unread = db
    .select({ memberId: notification.memberId })
    .from(notification)
    .where(
      and(
        isNull(notification.readAt),
        isNull(notification.mailId),
        lt(notification.at, until),
        gt(notification.at, new Date(now.getTime() - DAYS.digestReaches * DAY_MS)),
      ),
    )
  return db
    .select({
      id: member.id,
      email: member.email,
      language: sql<MailLanguage>`coalesce(${notificationSetting.language}, ${settingAtFirst.language})`,
    })
    .from(member)
    .leftJoin(notificationSetting, eq(notificationSetting.memberId, member.id))
    .where(
      and(
        eq(member.state, 'active'),
        eq(chosen, digest),
        inArray(member.id, unread),
        after ? gt(member.id, after) : undefined,
        sql`not exists (select 1 from ${outboxMail} where ${outboxMail.memberId} = ${member.id} and ${outboxMail.period} = ${name})`,
      ),
    )
    .orderBy(asc(member.id))
    .limit(AT_ONCE)
}

/** One mail for one member and period: of two that write it at once, one finds it there. */
async function writeOne(
  context: Context,
  { digest, name, until }: Period,
  due: Due,
  compose: ComposeDigest,
): Promise<boolean> {
  const { db, now } = context
  const actor = await actorOf(db, due.id)
  if (!actor) return false
  const since = new Date(now.getTime() - DAYS.digestReaches * DAY_MS)
  const notifications = await listUnmailed({ ...context, actor }, since, until)
  if (notifications.length === 0) return false
  const mail = compose({ actor, language: due.language, digest, notifications, now })
  return db.transaction(async (tx) => {
    const [written] = await tx
      .insert(outboxMail)
      .values({
        ...mail,
        id: newId(),
        memberId: due.id,
        period: name,
        email: due.email,
        language: due.language,
        writtenAt: now,
      })
      .onConflictDoNothing({ target: [outboxMail.memberId, outboxMail.period] })
      .returning({ id: outboxMail.id })
    if (!written) return false
    await markMailed(
      tx,
      notifications.map(({ id }) => id),
      written.id,
    )
    // A name in a mail is a look: nobody asks again before it is read.
    if (actor.audience !== 'company') await noteNamed({ ...context, db: tx, actor }, notifications)
    return true
  })
}

/** Writes what is due by now, and asks for it to be sent. Answers how many were written. */
export async function writeDigests(context: Context, compose: ComposeDigest): Promise<number> {
  const { db, now } = context
  let written = 0
  for (const period of periodsAt(now)) {
    let after: string | null = null
    for (;;) {
      const due: Due[] = await listDue(db, period, now, after)
      for (const one of due) if (await writeOne(context, period, one, compose)) written++
      after = due.at(-1)?.id ?? null
      if (due.length < AT_ONCE) break
    }
  }
  if (written > 0) await enqueue(db, 'send-mails', {})
  return written
}
