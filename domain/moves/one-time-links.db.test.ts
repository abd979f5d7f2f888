import { eq } from 'drizzle-orm'
import { describe, expect, test, vi } from 'vitest'
import type { Database } from '@/db/client'
import { application, event, member, outboxMail } from '@/db/schema'
import { LINK_HOURS } from '../clock/clock'
import { findMailInScope, findOwnMail, listOutboxInScope, listOwnMails } from '../mail/queries'
import type { Duty } from '../member/member'
import { signIn } from '../member/sign-in'
import { findAsked } from '../organisation/application-queries'
import type { Scope } from '../place/place'
import { makeCompany, makeMember, NOW, officialActor } from '../testing/cast'
import { askedToken, PASSWORD, plainMail, typed } from '../testing/register'
import { expectRefusal, race, tale, value, type Scene } from '../testing/tale'
import { askForReset } from './ask-for-reset'
import { askToRegister } from './ask-to-register'
import { registerOrganisation } from './register-organisation'

const { scene, stage } = tale()
const nobody = { audience: 'public' as const }

describe('the link', () => {
  const ask = (on: Scene, more: Parameters<typeof typed>[0] = {}) =>
    askedToken(on.as(nobody), typed(more))
  const open = (on: Scene, token: string, now = NOW) =>
    registerOrganisation(on.as(nobody, now), { token, password: PASSWORD })

  test(
    'alone begins account and application, works once and not for ever, and is kept as a hash',
    scene(async (on) => {
      const { db, as } = on
      const token = await ask(on)
      expect(await db.$count(member, eq(member.email, typed().email))).toBe(0)
      expect(JSON.stringify(await db.select().from(application))).not.toContain(token)
      const late = new Date(NOW.getTime() + LINK_HOURS.application * 3_600_000)
      await expectRefusal(db, () => open(on, token, late), 'link-invalid')
      expect(await findAsked(as(nobody, late), token)).toBeNull()
      expect(await findAsked(as(nobody), token)).toMatchObject({ name: 'New company' })
      value(await open(on, token))
      await expectRefusal(db, () => open(on, token), 'link-invalid')
      expect(await findAsked(as(nobody), token)).toBeNull()
      const { email } = typed()
      expect((await signIn(as(nobody), { email, password: PASSWORD })).ok).toBe(true)
    }),
  )

  test(
    'of an address that has an account opens none, and the mail says so',
    scene(async (on) => {
      const { email } = on.cast.of.financier.viewer
      const token = await ask(on, { email })
      const [mail] = await on.db.select().from(outboxMail).where(eq(outboxMail.email, email))
      expect(mail).toMatchObject({ subject: 'account-exists', isSecret: true })
      expect(await findAsked(on.as(nobody), token)).toMatchObject({ isTaken: true })
      await expectRefusal(on.db, () => open(on, token), 'email-taken')
    }),
  )

  test(
    'sent twice and opened twice at once begins one',
    stage(async (on) => {
      const email = 'twice@test.example'
      const tokens = [await ask(on, { email }), await ask(on, { email })]
      const opened = await race(tokens.map((token) => () => open(on, token)))
      expect(opened).toEqual({ won: 1, told: ['email-taken'] })
    }),
  )
})

test(
  'a mail with a link is read in the outbox by administrators of the whole city, until it is sent, and each look is kept',
  scene(async (on) => {
    const { db, as, cast } = on
    const { email } = cast.of.company.owner
    value(await askForReset(as(nobody), email, plainMail))
    const [mail] = await db.select().from(outboxMail).where(eq(outboxMail.email, email))
    if (!mail) throw new Error('no mail')
    const place = { city: false as const, districts: ['yanta' as const], zones: [] }
    const reader = (duty: Duty, scope: Scope = { city: true }) =>
      as(officialActor(cast.authority, cast.of.authority.owner, [duty], scope))
    for (const other of [reader('verifier'), reader('administrator', place), reader('publisher')]) {
      expect(await findMailInScope(other, mail.id)).toBeNull()
      expect(await listOutboxInScope(other, null)).toEqual([])
    }
    // Whoever has somebody's session must not have the password too.
    expect(await listOwnMails(as(on.who.company), null)).toEqual([])
    expect(await findOwnMail(as(on.who.company), mail.id)).toBeNull()
    const administrator = reader('administrator')
    expect(await findMailInScope(administrator, mail.id)).toMatchObject({ text: mail.text })
    const looks = await db.select().from(event).where(eq(event.type, 'mail.link-read'))
    expect(looks).toMatchObject([{ subjectId: mail.id, memberId: cast.of.authority.owner.id }])
    await db.update(outboxMail).set({ sentAt: NOW }).where(eq(outboxMail.id, mail.id))
    expect(await findMailInScope(administrator, mail.id)).toMatchObject({ text: '' })
  }),
)

/** The statements of a run, without their values. */
async function statementsOf(db: Database, run: () => Promise<unknown>): Promise<string[]> {
  const { session } = db as unknown as {
    session: { prepareQuery: (query: { sql: string }) => unknown }
  }
  const spy = vi.spyOn(session, 'prepareQuery')
  await run()
  const said = spy.mock.calls.map(([{ sql }]) => sql)
  spy.mockRestore()
  return said
}

describe('whether somebody is known is told by no answer and no work', () => {
  test(
    'to whoever asks to register with a known code or address',
    scene(async (on) => {
      const { db, as, cast } = on
      const company = await makeCompany(db)
      const asking = {
        'nobody knows either': typed(),
        'the code is held': typed({ uscc: company.uscc }),
        'the address has an account': typed({ email: cast.of.company.owner.email }),
        'both are known': typed({ uscc: company.uscc, email: cast.of.company.owner.email }),
      }
      const answers = new Map<string, unknown>()
      for (const [name, input] of Object.entries(asking)) {
        let answer: unknown
        const said = await statementsOf(db, async () => {
          answer = await askToRegister(as(nobody), input, plainMail)
        })
        answers.set(name, [said, JSON.stringify(answer).replace(/"token":"[^"]{43}"/, '')])
      }
      const [first, ...rest] = answers.values()
      expect(JSON.stringify(first)).toContain('insert into')
      for (const one of rest) expect(one).toEqual(first)
    }),
  )

  test(
    'to whoever asks for a reset',
    scene(async (on) => {
      const { db, as, cast } = on
      const invited = await makeMember(db, cast.company.id, 'editor', {
        state: 'invited',
        passwordHash: null,
      })
      const answers: unknown[] = []
      for (const email of [cast.of.company.owner.email, invited.email, 'nobody@test.example']) {
        let answer: unknown
        const said = await statementsOf(db, async () => {
          answer = await askForReset(as(nobody), email, plainMail)
        })
        answers.push([said, JSON.stringify(answer).replace(/"token":"[^"]{43}"/, '')])
      }
      expect(answers[1]).toEqual(answers[0])
      expect(answers[2]).toEqual(answers[0])
    }),
  )
})
