import type { Database } from '@/db/client'
import type { event } from '@/db/schema'
import type { EventType } from '../event/event'
import { keepNotifications, type NewNotification } from './keep-notifications'
import type { NotificationSubject } from './notification'
import { listTalks, membersInHand, membersToTell, readSubject, type Subject } from './recipients'
import { toldOf, type Told } from './told'

type Happened = Pick<
  typeof event.$inferSelect,
  'id' | 'at' | 'type' | 'memberId' | 'subjectId' | 'facts'
>

/** An event of an offer names the introduction that it is of, unless that is its subject. */
function subjectIdOf({ subjectId, facts }: Happened, about: NotificationSubject): string {
  return about === 'introduction' && typeof facts.introductionId === 'string'
    ? facts.introductionId
    : subjectId
}

async function linesOf(
  tx: Database,
  happened: Happened,
  about: NotificationSubject,
  subject: Subject,
  { kind, to, onceOnly }: Told,
): Promise<NewNotification[]> {
  const subjectId = subjectIdOf(happened, about)
  const causeId = onceOnly ? subjectId : happened.id
  const line = (memberId: string) => ({ memberId, kind, causeId, at: happened.at })
  if (to !== 'in-talk') {
    const { memberId: handedTo } = happened.facts
    const members = await membersToTell(
      tx,
      to,
      subject,
      typeof handedTo === 'string' ? handedTo : null,
    )
    return members.map((memberId) => ({ ...line(memberId), subject: about, subjectId }))
  }
  const lines: NewNotification[] = []
  for (const talk of await listTalks(tx, subjectId))
    for (const memberId of await membersInHand(tx, talk))
      lines.push({ ...line(memberId), subject: 'introduction', subjectId: talk.id })
  return lines
}

/** Tells whoever an event concerns, except who did it. In the event's own transaction: what is undone was never told. */
export async function tell(tx: Database, happened: Happened): Promise<void> {
  const told = toldOf[happened.type as EventType]
  if (!told) return
  const subject = await readSubject(tx, told.about, subjectIdOf(happened, told.about))
  if (!subject) return
  const lines: NewNotification[] = []
  for (const one of told.told)
    if (one.where?.(subject) ?? true)
      lines.push(...(await linesOf(tx, happened, told.about, subject, one)))
  await keepNotifications(
    tx,
    lines.filter(({ memberId }) => memberId !== happened.memberId),
  )
}
