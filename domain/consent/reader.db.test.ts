import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { disclosure, organisation } from '@/db/schema'
import { listOwnIntroductions } from '../introduction/queries'
import { listReportedServices } from '../ledger/queries'
import { restoreOrganisation } from '../organisation/restore-organisation'
import { suspendOrganisation } from '../organisation/suspend-organisation'
import { listOwnNotifications } from '../notice/queries'
import { revokeConsent } from '../moves/revoke-consent'
import { anIntroduction } from '../testing/attempts-introduction'
import { financierActor, NOW } from '../testing/cast'
import { makeService } from '../testing/rows'
import { tale, value, type Scene } from '../testing/tale'
import { discloseCompany } from './disclose'
import { listOwnConsents, listOwnDisclosures } from './queries'

const { scene } = tale()
const DAY = 86_400_000
const NAME = 'CANARY-COMPANY'
const PHONE = 'CANARY-PHONE'

/** A talk that is consented to, with a drawing, of a company whose name and phone must not be read by others. */
async function aTalk({ db, cast }: Scene) {
  await db.update(organisation).set({ name: NAME }).where(eq(organisation.id, cast.company.id))
  await db.execute(
    `update profile set contact_phone = '${PHONE}' where organisation_id = '${cast.company.id}'`,
  )
  const { id } = await anIntroduction({ db, cast }, 'open')
  const of = { companyId: cast.company.id, financierId: cast.financier.id }
  await makeService(db, of, 'reported', { source: 'platform', introductionId: id })
  await db.execute(`insert into notification (id, member_id, kind, cause_id, subject, subject_id, at)
    values (gen_random_uuid(), '${cast.of.financier.owner.id}', 'consent-given', gen_random_uuid(), 'introduction', '${id}', '${NOW.toISOString()}')`)
  return id
}

/** All that a financier reads names in: the pipeline, its record, its notices, the page of the talk. */
async function readsOf({ as, who }: Scene, talk: string, now = NOW) {
  const context = as(who.financier, now)
  return JSON.stringify([
    await listOwnIntroductions(context),
    await listReportedServices(context, null),
    await listOwnNotifications(context, null),
    await discloseCompany(context, talk),
  ])
}

test(
  'a financier that is not admitted at the moment reads neither name nor phone, and its consents stay',
  scene(async (on) => {
    const { as, who, cast, db } = on
    const talk = await aTalk(on)
    expect(await readsOf(on, talk)).toContain(NAME)
    expect(await readsOf(on, talk)).toContain(PHONE)
    value(await suspendOrganisation(as(who.verifier), cast.financier.id, 'why'))
    for (const state of ['suspended', 'known', 'refused', 'applied'] as const) {
      await db.update(organisation).set({ state }).where(eq(organisation.id, cast.financier.id))
      const looks = await db.$count(disclosure)
      expect(await readsOf(on, talk), state).not.toContain('CANARY')
      expect(await db.$count(disclosure), state).toBe(looks)
    }
    await db
      .update(organisation)
      .set({ state: 'suspended' })
      .where(eq(organisation.id, cast.financier.id))
    expect(await listOwnConsents(as(who.company))).not.toEqual([])
    value(await restoreOrganisation(as(who.verifier), cast.financier.id))
    expect(await readsOf(on, talk)).toContain(PHONE)
  }),
)

test(
  'a name in a list is a look, once a reader and day, by whatever list it is shown',
  scene(async (on) => {
    const { as, who, cast } = on
    await aTalk(on)
    const looks = () => listOwnDisclosures(as(who.company), 100)
    await listOwnIntroductions(as(who.financier))
    expect(await looks()).toMatchObject([
      { groups: ['identity'], memberName: who.financier.personName },
    ])
    await listOwnIntroductions(as(who.financier))
    await listReportedServices(as(who.financier), null)
    await listOwnNotifications(as(who.financier), null)
    expect(await looks()).toHaveLength(1)
    const tomorrow = new Date(NOW.getTime() + DAY)
    await listReportedServices(as(who.financier, tomorrow), null)
    expect(await looks()).toHaveLength(2)
    const colleague = financierActor(cast.financier, cast.of.financier.viewer)
    await listOwnIntroductions(as(colleague))
    expect(await looks()).toHaveLength(3)
  }),
)

test(
  'each list alone leaves the look, and one that shows no name leaves none',
  scene(async (on) => {
    const { as, who, db } = on
    const talk = await aTalk(on)
    const lists = [
      () => listReportedServices(as(who.financier), null),
      () => listOwnNotifications(as(who.financier), null),
    ]
    for (const list of lists) {
      await list()
      expect(await db.$count(disclosure)).toBe(1)
      await db.delete(disclosure)
    }
    value(await revokeConsent(as(who.company), talk))
    await listOwnIntroductions(as(who.financier))
    for (const list of lists) await list()
    expect(await db.$count(disclosure)).toBe(0)
  }),
)
