import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { notification, request } from '@/db/schema'
import { dueAfter } from '../calendar/calendar'
import { runClocks } from '../clock/run-clocks'
import { listOwnNotifications } from '../notice/queries'
import { asked, listCompany, makeRequestRow } from '../testing/attempts-register'
import { makeMember, NOW, officialActor } from '../testing/cast'
import { expectRefusal, tale, value } from '../testing/tale'
import { declineRequest } from './decline-request'
import { grantRequest } from './grant-request'
import { makeRequest } from './make-request'
import { countRequests, findRequestInScope, listOwnRequests } from './queries'
import { REQUESTS_AT_ONCE } from './request'

const { scene, stage } = tale()
const clock = { audience: 'clock' as const }

test(
  'a request reaches its contact alone, runs ten working days, and its answer the company',
  scene(async (on) => {
    const { db, cast, who, as } = on
    await listCompany(db, cast, cast.company.id)
    const id = value(await makeRequest(as(who.company), asked))
    const [row] = await db.select().from(request)
    expect(row).toMatchObject({ state: 'asked', contactMemberId: cast.of.authority.viewer.id })
    expect(row?.dueAt).toEqual(dueAfter(NOW, 10))
    const told = await db.select().from(notification)
    expect(told.map(({ memberId }) => memberId)).toEqual([cast.of.authority.viewer.id])
    const contact = officialActor(cast.authority, cast.of.authority.viewer, [])
    expect((await listOwnNotifications(as(contact), null))[0]).toMatchObject({
      kind: 'request-asked',
      facts: { name: cast.company.name },
      asks: true,
    })
    value(await grantRequest(as(contact), id, 'Forty days in June'))
    const [own] = await listOwnRequests(as(who.company))
    expect(own?.request).toMatchObject({ state: 'given', answer: 'Forty days in June' })
    expect((await listOwnNotifications(as(who.company), null))[0]?.kind).toBe('request-granted')
    expect((await listOwnNotifications(as(contact), null))[0]?.asks).toBe(false)
  }),
)

test(
  'nobody asks without the white list, after its end, without a contact, or a sixth time at once',
  scene(async ({ db, cast, who, as }) => {
    const ask = () => makeRequest(as(who.company), asked)
    await expectRefusal(db, ask, 'not-white-listed')
    await listCompany(db, cast, cast.company.id)
    for (let n = 0; n < REQUESTS_AT_ONCE; n++) value(await ask())
    await expectRefusal(db, ask, 'too-many-requests')
    const contact = officialActor(cast.authority, cast.of.authority.viewer, [])
    const [first] = await listOwnRequests(as(who.company))
    value(await declineRequest(as(contact), first?.request.id ?? '', 'The bench is full'))
    value(await ask())
  }),
)

test(
  'an overdue request is told once to its contact and to the publishers of the city, and calls both',
  scene(async ({ db, cast, as }) => {
    const publisher = await makeMember(db, cast.authority.id, 'editor', {
      ...{ duties: ['publisher'], scopeCity: true },
    })
    await makeMember(db, cast.authority.id, 'editor', {
      ...{ duties: ['publisher'], scopeDistricts: ['yanta'] },
    })
    const { id } = await makeRequestRow(db, cast, 'asked')
    const due = new Date(NOW.getTime() + 1)
    const later = await makeRequestRow(db, cast, 'asked', { dueAt: due })
    await runClocks(as(clock))
    await runClocks(as(clock))
    const lines = await db.select().from(notification).where(eq(notification.subjectId, id))
    expect(lines.map(({ memberId }) => memberId).toSorted()).toEqual(
      [publisher.id, cast.of.authority.viewer.id].toSorted(),
    )
    expect(await db.$count(notification, eq(notification.subjectId, later.id))).toBe(0)
    const counted = (member: typeof publisher, duties: ['publisher'] | []) =>
      countRequests(as(officialActor(cast.authority, member, duties)))
    expect(await counted(cast.of.authority.viewer, [])).toEqual({ waiting: 2, own: 2 })
    expect(await counted(publisher, ['publisher'])).toEqual({ waiting: 2, own: 1 })
    expect(await counted(cast.of.authority.owner, [])).toEqual({ waiting: 2, own: 0 })
  }),
)

test(
  'an official of another place neither sees nor answers it, but its contact does wherever',
  scene(async ({ db, cast, as }) => {
    const { id } = await makeRequestRow(db, cast, 'asked')
    const beilin = { city: false as const, districts: ['beilin' as const], zones: [] }
    const stranger = officialActor(cast.authority, cast.of.authority.owner, ['publisher'], beilin)
    expect(await findRequestInScope(as(stranger), id)).toBeNull()
    await expectRefusal(db, () => grantRequest(as(stranger), id, 'Given'), 'not-found')
    const contact = officialActor(cast.authority, cast.of.authority.viewer, [], beilin)
    expect(await findRequestInScope(as(contact), id)).toMatchObject({
      companyName: cast.company.name,
    })
    value(await grantRequest(as(contact), id, 'Given'))
  }),
)

test(
  'of two who answer at once one does',
  stage(async ({ db, cast, as }) => {
    const { id } = await makeRequestRow(db, cast, 'asked')
    const contact = officialActor(cast.authority, cast.of.authority.viewer, [])
    const city = officialActor(cast.authority, cast.of.authority.owner, ['publisher'])
    const results = await Promise.all([
      grantRequest(as(contact), id, 'Given in June'),
      declineRequest(as(city), id, 'It cannot be'),
    ])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(results.find(({ ok }) => !ok)).toMatchObject({ refusal: 'wrong-state' })
  }),
)
