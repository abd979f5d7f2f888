import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { member, notification, outboxMail } from '@/db/schema'
import type { Mailer } from '@/ports/mail'
import { newId } from '../id'
import { kindsOf, type Digest } from '../notification/notification'
import { readNotifications } from '../notification/read-notifications'
import { keepLanguage, readSetting, saveSetting } from '../notification/settings'
import { makeMember, NOW, officialActor } from '../testing/cast'
import { tale, type Scene } from '../testing/tale'
import type { DigestFacts } from './mail'
import { findMailInScope, findOwnMail, listOutboxInScope, listOwnMails } from './queries'
import { ATTEMPTS_AT_MOST, sendMails } from './send-mails'
import { periodsAt, writeDigests } from './write-digests'

const { scene, stage } = tale()
const clock = { audience: 'clock' as const }
const HOUR = 3_600_000
/** A Wednesday, ten in the morning in Xi'an. */
const at = (hours: number) => new Date(NOW.getTime() + hours * HOUR)

const compose = ({ language, digest, notifications }: DigestFacts) => ({
  subject: `${language} ${digest}: ${notifications.map(({ kind }) => kind).join(' ')}`,
  text: 'text',
  html: '<p>html</p>',
})

/** Something unread of a moment, for an owner of the tale's company. */
async function tellOwner({ db, cast }: Scene, when: Date, more: { readAt?: Date } = {}) {
  await db.insert(notification).values({
    id: newId(),
    memberId: cast.of.company.owner.id,
    kind: 'admitted',
    causeId: newId(),
    subject: 'organisation',
    subjectId: cast.company.id,
    at: when,
    ...more,
  })
}

const set = (on: Scene, digest: Digest, language: 'zh' | 'en' = 'zh') =>
  saveSetting(on.as(on.who.company), { digest, language, kinds: [...kindsOf.company] })

const write = ({ as }: Scene, now: Date) => writeDigests(as(clock, now), compose)
const subjects = async ({ db }: Scene) =>
  (await db.select().from(outboxMail).orderBy(outboxMail.id)).map(({ subject }) => subject)

test('a period ends at eight in the morning, a week on Monday', () => {
  const names = (now: string) => periodsAt(new Date(now)).map(({ name }) => name)
  expect(names('2024-05-15T00:00:00Z')).toEqual(['daily 2024-05-15', 'weekly 2024-05-13'])
  expect(names('2024-05-14T23:59:59Z')).toEqual(['daily 2024-05-14', 'weekly 2024-05-13'])
  expect(names('2024-05-12T23:59:59Z')).toEqual(['daily 2024-05-12', 'weekly 2024-05-06'])
  expect(names('2024-05-13T00:00:00Z')).toEqual(['daily 2024-05-13', 'weekly 2024-05-13'])
})

test(
  'what is unread by eight is one mail a day, in one’s language, and told by no second',
  scene(async (on) => {
    await set(on, 'daily', 'en')
    await tellOwner(on, at(-20))
    await tellOwner(on, at(-20), { readAt: at(-19) })
    await tellOwner(on, at(-1))
    expect(await write(on, NOW)).toBe(1)
    expect(await write(on, NOW)).toBe(0)
    expect(await write(on, at(5))).toBe(0)
    expect(await subjects(on)).toEqual(['en daily: admitted'])
    // What came after eight is in the mail of the next day.
    expect(await write(on, at(24))).toBe(1)
    expect(await write(on, at(48))).toBe(0)
    expect(await subjects(on)).toHaveLength(2)
  }),
)

test(
  'weekly waits for Monday, off writes none, and nothing is lost by changing from one to the other',
  scene(async (on) => {
    await set(on, 'off')
    await tellOwner(on, at(-20))
    expect(await write(on, NOW)).toBe(0)
    await set(on, 'weekly')
    expect(await write(on, NOW)).toBe(0)
    expect(await write(on, at(5 * 24))).toBe(1)
    expect(await subjects(on)).toEqual(['zh weekly: admitted'])
    await tellOwner(on, at(5 * 24 + 1))
    await set(on, 'daily')
    expect(await write(on, at(6 * 24))).toBe(1)
  }),
)

test(
  'what was read before it is due is not mailed, nor is a removed member',
  scene(async (on) => {
    const { db, cast, who, as } = on
    await set(on, 'daily')
    await tellOwner(on, at(-20))
    await readNotifications(as(who.company), 'all')
    expect(await write(on, NOW)).toBe(0)
    await tellOwner(on, at(-20))
    await db.update(member).set({ state: 'removed' }).where(eq(member.id, cast.of.company.owner.id))
    expect(await write(on, NOW)).toBe(0)
  }),
)

test(
  'mails are daily and in the language last signed in with, until a member sets otherwise',
  scene(async (on) => {
    const { who, as } = on
    const { memberId } = who.company
    expect(await readSetting(as(who.company))).toMatchObject({ digest: 'daily', language: 'zh' })
    await keepLanguage(as({ audience: 'public' }), memberId, 'en')
    expect(await readSetting(as(who.company))).toMatchObject({ digest: 'daily', language: 'en' })
    const kinds = ['declined', 'lead']
    await saveSetting(as(who.company), { digest: 'off', language: 'zh', kinds })
    const { muted, ...rest } = await readSetting(as(who.company))
    expect(rest).toMatchObject({ digest: 'off', language: 'zh' })
    expect(muted).toEqual(kindsOf.company.filter((kind) => kind !== 'declined'))
    await keepLanguage(as({ audience: 'public' }), memberId, 'en')
    expect(await readSetting(as(who.company))).toMatchObject({
      digest: 'off',
      language: 'en',
      muted,
    })
  }),
)

test(
  'a mail is read by its member, and by officials with the duty in whose scope that is',
  scene(async (on) => {
    const { db, cast, who, as } = on
    await set(on, 'daily')
    await tellOwner(on, at(-20))
    await write(on, NOW)
    const [mail] = await listOwnMails(as(who.company), null)
    if (!mail) throw new Error('no mail')
    expect(await findOwnMail(as(who.company), mail.id)).toMatchObject({ text: 'text' })
    expect(await listOwnMails(as(who.financier), null)).toEqual([])
    expect(await findOwnMail(as(who.financier), mail.id)).toBeNull()
    const official = await makeMember(db, cast.authority.id, 'editor')
    const reader = (
      duty: 'verifier' | 'administrator' | 'statistician',
      district: 'yanta' | 'beilin',
    ) =>
      as(
        officialActor(cast.authority, official, [duty], {
          city: false,
          districts: [district],
          zones: [],
        }),
      )
    for (const duty of ['verifier', 'administrator'] as const) {
      expect(await listOutboxInScope(reader(duty, 'yanta'), null)).toHaveLength(1)
      expect(await findMailInScope(reader(duty, 'yanta'), mail.id)).toMatchObject({ text: 'text' })
      expect(await listOutboxInScope(reader(duty, 'beilin'), null)).toEqual([])
      expect(await findMailInScope(reader(duty, 'beilin'), mail.id)).toBeNull()
    }
    expect(await listOutboxInScope(reader('statistician', 'yanta'), null)).toEqual([])
    expect(await findMailInScope(reader('statistician', 'yanta'), mail.id)).toBeNull()
  }),
)

/** A server that says what it is told to. */
function serverSaying(answers: (string | null)[]) {
  const sent: string[] = []
  const mailer: Mailer = {
    send: ({ id }) => {
      sent.push(id)
      return Promise.resolve(answers.length > 0 ? (answers.shift() ?? null) : null)
    },
  }
  return { sent, mailer }
}

test(
  'without a server nothing is sent; with one each mail once, and what it refuses is tried again later',
  scene(async (on) => {
    const { db, as } = on
    await set(on, 'daily')
    await tellOwner(on, at(-20))
    await write(on, NOW)
    const send = (mailer: Mailer | null, now: Date) => sendMails(as(clock, now), mailer)
    await send(null, NOW)
    const read = async () => (await db.select().from(outboxMail))[0]
    expect(await read()).toMatchObject({ sentAt: null, attempts: 0 })
    const { sent, mailer } = serverSaying(['451', 'ECONNREFUSED', null])
    await send(mailer, NOW)
    await send(mailer, NOW)
    expect(await read()).toMatchObject({ sentAt: null, attempts: 1, refusal: '451' })
    await send(mailer, at(1))
    expect(await read()).toMatchObject({ sentAt: null, attempts: 2, refusal: 'ECONNREFUSED' })
    await send(mailer, at(2))
    expect(await read()).toMatchObject({ sentAt: at(2), attempts: 3, refusal: null })
    await send(mailer, at(30))
    expect(sent).toHaveLength(3)
    expect(new Set(sent).size).toBe(1)
  }),
)

test(
  'a mail that is always refused is given up, and stays in the outbox',
  scene(async (on) => {
    const { db, as } = on
    await set(on, 'daily')
    await tellOwner(on, at(-20))
    await write(on, NOW)
    const { sent, mailer } = serverSaying(Array<string>(100).fill('550'))
    for (let day = 0; day < 40; day++) await sendMails(as(clock, at(day * 24)), mailer)
    expect(sent).toHaveLength(ATTEMPTS_AT_MOST)
    const [mail] = await db.select().from(outboxMail)
    expect(mail).toMatchObject({ sentAt: null, nextAt: null, refusal: '550' })
  }),
)

test(
  'two jobs that write and send at once make one mail and send it once',
  stage(async (on) => {
    const { db, as } = on
    await set(on, 'daily')
    for (let n = 0; n < 5; n++) await tellOwner(on, at(-20))
    await Promise.all([1, 2, 3, 4].map(() => write(on, NOW)))
    expect(await db.$count(outboxMail)).toBe(1)
    const { sent, mailer } = serverSaying([])
    await Promise.all([1, 2, 3, 4].map(() => sendMails(as(clock), mailer)))
    expect(sent).toHaveLength(1)
  }),
)
