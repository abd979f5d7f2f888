import { expect, test } from 'vitest'
import { act, event, notification, outboxMail, rateLimit } from '@/db/schema'
import { newId } from '../id'
import { KEPT_DAYS } from '../clock/clock'
import { NOW } from '../testing/cast'
import { tale, type Scene } from '../testing/tale'
import { clearOld } from './clear-old'

const { scene } = tale()
const clock = { audience: 'clock' as const }
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000)

/** One row of each on either side of its last day. */
async function keepSome({ db, cast }: Scene) {
  const memberId = cast.of.company.owner.id
  const mail = (name: string, writtenAt: Date, sentAt: Date | null) => ({
    ...{ id: newId(), memberId, period: name, email: 'a@test.example', language: 'zh' as const },
    ...{ subject: name, text: name, html: name, writtenAt, sentAt },
  })
  const told = (at: Date, readAt: Date | null, mailId: string | null = null) => ({
    ...{ id: newId(), memberId, kind: 'need-approved' as const, causeId: newId() },
    ...{ subject: 'need' as const, subjectId: newId(), at, readAt, mailId },
  })
  const {
    act: acts,
    readNotification,
    unreadNotification,
    sentMail,
    unsentMail,
    attempt,
  } = KEPT_DAYS
  await db.insert(act).values([
    { memberId, key: 'old', at: daysAgo(acts + 1) },
    { memberId, key: 'young', at: daysAgo(acts - 1) },
  ])
  const oldMail = mail('sent long ago', daysAgo(sentMail + 1), daysAgo(sentMail + 1))
  await db
    .insert(outboxMail)
    .values([
      oldMail,
      mail('sent lately', daysAgo(sentMail + 1), daysAgo(sentMail - 1)),
      mail('never sent', daysAgo(unsentMail + 1), null),
      mail('not sent yet', daysAgo(unsentMail - 1), null),
    ])
  await db
    .insert(notification)
    .values([
      told(daysAgo(300), daysAgo(readNotification + 1)),
      told(daysAgo(300), daysAgo(readNotification - 1), oldMail.id),
      told(daysAgo(unreadNotification + 1), null),
      told(daysAgo(unreadNotification - 1), null),
    ])
  await db.insert(rateLimit).values([
    { key: 'old', points: 3, expire: daysAgo(attempt + 1).getTime() },
    { key: 'young', points: 3, expire: NOW.getTime() },
  ])
  await db.insert(event).values({
    ...{ id: newId(), at: daysAgo(4_000), type: 'need.started', subjectId: newId(), facts: {} },
  })
}

const kept = async ({ db }: Scene) => ({
  acts: (await db.select().from(act)).map(({ key }) => key),
  mails: (await db.select().from(outboxMail)).map(({ period }) => period).toSorted(),
  notifications: (await db.select().from(notification)).map(({ mailId }) => mailId),
  attempts: (await db.select().from(rateLimit)).map(({ key }) => key),
  events: await db.$count(event),
})

test(
  'what is kept for a while is cleared after it, and nothing else; events stay',
  scene(async (on) => {
    const before = await kept(on)
    await keepSome(on)
    // An act, a notification read and one that was not, a mail sent and one that was not, an attempt.
    expect(await clearOld(on.as(clock))).toBe(6)
    expect(await kept(on)).toEqual({
      acts: ['young'],
      mails: ['not sent yet', 'sent lately'],
      // The one that a cleared mail had told too stays, without it.
      notifications: [null, null],
      attempts: ['young'],
      events: before.events + 1,
    })
  }),
)

test(
  'it is done once a night, and the next night again',
  scene(async (on) => {
    const { as } = on
    await clearOld(as(clock))
    await keepSome(on)
    expect(await clearOld(as(clock))).toBe(0)
    expect(await clearOld(as(clock, new Date(NOW.getTime() + 86_400_000)))).toBe(6)
  }),
)
