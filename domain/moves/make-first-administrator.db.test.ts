import { expect, test } from 'vitest'
import { event, member, organisation } from '@/db/schema'
import { rolledBack, testDatabase } from '@/db/testing'
import type { Context } from '../context'
import { firstAdministratorToken } from '../member/first-administrator-token'
import { duties, firstAdministratorSchema } from '../member/member'
import { findActor } from '../member/queries'
import { signIn } from '../member/sign-in'
import {
  makeCompany,
  makeMember,
  makeOrganisation,
  nextUscc,
  NOW,
  officialActor,
} from '../testing/cast'
import { expectRefusal, race, value } from '../testing/tale'
import { makeFirstAdministrator, whyNotFirstAdministrator } from './make-first-administrator'

const database = testDatabase()
const SECRET = 'the secret of this server, long enough'
const password = 'long enough for this'
const typed = (more: object = {}) =>
  firstAdministratorSchema.parse({
    token: firstAdministratorToken(SECRET, NOW),
    name: 'Bureau of science and technology',
    uscc: nextUscc(),
    personName: 'First',
    email: 'first@city.example',
    password,
    ...more,
  })

/** A test on an empty database, which is empty again after it. */
function empty(act: (context: Context) => Promise<void>) {
  return () => rolledBack(database(), (db) => act({ actor: { audience: 'public' }, now: NOW, db }))
}

test(
  'the first administrator has every duty in the whole city, and signs in',
  empty(async (context) => {
    const memberId = value(await makeFirstAdministrator(context, typed(), SECRET))
    const session = value(await signIn(context, { email: 'first@city.example', password }))
    expect(session).toMatchObject({ memberId, audience: 'official' })
    expect(await findActor(context.db, session)).toMatchObject({
      audience: 'official',
      role: 'owner',
      organisationState: 'admitted',
      duties: [...duties],
      scope: { city: true },
    })
    for (const kept of [member, event])
      expect(JSON.stringify(await context.db.select().from(kept))).not.toContain(password)
  }),
)

test(
  'the address makes one administrator and no second',
  empty(async (context) => {
    const input = typed()
    value(await makeFirstAdministrator(context, input, SECRET))
    const other = { ...input, uscc: nextUscc(), email: 'second@city.example' }
    const again = () => makeFirstAdministrator(context, other, SECRET)
    await expectRefusal(context.db, again, 'administrator-exists')
    const why = await whyNotFirstAdministrator(context, input.token, SECRET)
    expect(why).toBe('administrator-exists')
  }),
)

test.each([
  ['of another server', firstAdministratorToken('another secret of another server', NOW)],
  ['of the day before', firstAdministratorToken(SECRET, new Date(NOW.getTime() - 25 * 3_600_000))],
  ['that is none', 'token'],
])('an address %s makes nobody', (_which, token) =>
  empty(async (context) => {
    const run = () => makeFirstAdministrator(context, typed({ token }), SECRET)
    await expectRefusal(context.db, run, 'first-address-invalid')
  })(),
)

test(
  'companies that came first do not stand in the way, but their code and address are theirs',
  empty(async (context) => {
    const company = await makeCompany(context.db)
    const { email } = await makeMember(context.db, company.id, 'owner')
    const run = (more: object) => () => makeFirstAdministrator(context, typed(more), SECRET)
    await expectRefusal(context.db, run({ uscc: company.uscc }), 'already-registered')
    await expectRefusal(context.db, run({ email }), 'email-taken')
    value(await run({})())
  }),
)

test(
  'somebody signed in makes nobody',
  empty(async (context) => {
    const authority = await makeOrganisation(context.db, 'authority')
    const owner = await makeMember(context.db, authority.id, 'owner')
    const actor = officialActor(authority, owner, [...duties])
    const run = () => makeFirstAdministrator({ ...context, actor }, typed(), SECRET)
    await expectRefusal(context.db, run, 'wrong-audience')
  }),
)

test('of two who open the address at once one is made, and the other is told', async () => {
  const context: Context = { actor: { audience: 'public' }, now: NOW, db: database() }
  const both = ['one', 'two'].map(
    (name) => () =>
      makeFirstAdministrator(context, typed({ email: `${name}@city.example` }), SECRET),
  )
  expect(await race(both)).toEqual({ won: 1, told: ['administrator-exists'] })
  expect(await database().$count(organisation)).toBe(1)
})
