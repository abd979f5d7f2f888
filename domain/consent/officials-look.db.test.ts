import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { disclosure, organisation } from '@/db/schema'
import type { OfficialActor } from '../actor'
import type { Context } from '../context'
import { newId } from '../id'
import { findServiceInScope } from '../ledger/queries'
import { admitOrganisation } from '../moves/admit-organisation'
import { findNeedInScope } from '../need/queries'
import { listNeedsInScope } from '../need/official-queries'
import { listOwnNotifications } from '../notice/queries'
import {
  findOrganisationInScope,
  findOrganisationName,
  listOrganisationsInScope,
} from '../organisation/queries'
import { officialGroups } from '../profile/sight'
import { anIntroduction } from '../testing/attempts-introduction'
import { makeOrganisation, NOW } from '../testing/cast'
import { makeService } from '../testing/rows'
import { tale, value, type Scene } from '../testing/tale'
import { listCompaniesServed, listServicesInScope } from '../totals/rows-behind'
import { defaultDefinition, type Question } from '../totals/totals'
import { countOwnDisclosures, listOwnDisclosures } from './queries'

const { scene } = tale()
const DAY = 86_400_000
const question: Question = {
  period: { from: 202401, to: 202405 },
  asOf: null,
  definition: defaultDefinition,
}

const city = ({ db, who }: Scene, now = NOW): Context<OfficialActor> => ({
  actor: who.verifier,
  now,
  db,
})

async function served(on: Scene) {
  const { db, cast } = on
  const { needId = '' } = await anIntroduction(on, 'drawn')
  const of = { companyId: cast.company.id, financierId: cast.financier.id }
  const row = await makeService(db, of, 'reported', {})
  await db.execute(`insert into notification (id, member_id, kind, cause_id, subject, subject_id, at)
    values (gen_random_uuid(), '${cast.of.authority.owner.id}', 'need-submitted', gen_random_uuid(), 'need', '${needId}', '${NOW.toISOString()}')`)
  return { needId, serviceId: row.id, companyId: cast.company.id }
}
type Ids = Awaited<ReturnType<typeof served>>

/** Every way in which an official is shown a company, and what of it. */
const ways: [string, (context: Context<OfficialActor>, ids: Ids) => Promise<unknown>, object][] = [
  [
    'its page',
    (context, ids) => findOrganisationInScope(context, ids.companyId),
    { groups: [...officialGroups, 'need', 'service'], exported: false },
  ],
  [
    'a need of it',
    (context, ids) => findNeedInScope(context, ids.needId),
    { groups: ['identity', 'need'] },
  ],
  [
    'a row of the ledger',
    (context, ids) => findServiceInScope(context, ids.serviceId),
    { groups: ['identity', 'service'] },
  ],
  [
    'the directory',
    (context) => listOrganisationsInScope(context, { states: ['admitted'] }, null),
    { groups: ['identity', 'business'] },
  ],
  [
    'the list of needs',
    (context) => listNeedsInScope(context, ['published'], null),
    { groups: ['identity', 'need'] },
  ],
  [
    'the ledger',
    (context) => listServicesInScope(context, question, 'all', null),
    { groups: ['identity', 'service'], exported: false },
  ],
  [
    'the ledger as a file',
    (context) => listServicesInScope(context, question, 'all', null, { most: 10, way: 'file' }),
    { groups: ['identity', 'service'], exported: true },
  ],
  [
    'the companies served',
    (context) => listCompaniesServed(context, question, 'counted', null),
    { groups: ['identity', 'service'], exported: false },
  ],
  [
    'the companies served as a file',
    (context) => listCompaniesServed(context, question, 'counted', null, 'file'),
    { groups: ['identity', 'service'], exported: true },
  ],
  [
    'a filter by its name',
    (context, ids) => findOrganisationName(context, ids.companyId),
    { groups: ['identity'] },
  ],
  ['a notice', (context) => listOwnNotifications(context, null), { groups: ['identity'] }],
]

test.each(ways)('an official who reads %s stands in the company’s list', (_name, read, look) =>
  scene(async (on) => {
    const ids = await served(on)
    await read(city(on), ids)
    expect(await listOwnDisclosures(on.as(on.who.company), 10)).toEqual([
      expect.objectContaining({
        ...look,
        readerKind: 'authority',
        memberName: on.who.verifier.personName,
        introductionId: null,
        at: NOW,
      }),
    ])
  })(),
)

test(
  'a list is one look a day of what it shows, a page is one each time, and no financier is written down',
  scene(async (on) => {
    const ids = await served(on)
    const count = () => countOwnDisclosures(on.as(on.who.company))
    for (const context of [city(on), city(on), city(on, new Date(NOW.getTime() + DAY))])
      await listServicesInScope(context, question, 'all', null)
    expect(await count()).toBe(2)
    await findServiceInScope(city(on), ids.serviceId)
    await findServiceInScope(city(on), ids.serviceId)
    expect(await count()).toBe(4)
    await findOrganisationInScope(city(on), on.cast.financier.id)
    expect(await on.db.$count(disclosure, eq(disclosure.companyId, on.cast.financier.id))).toBe(0)
  }),
)

test(
  'whoever looked at an application is in the list of the company that it turned out to be',
  scene(async (on) => {
    const { db } = on
    const applicant = await makeOrganisation(db, 'company', { state: 'applied', appliedAt: NOW })
    const [known] = await db
      .insert(organisation)
      .values({ ...applicant, id: newId(), state: 'known' })
      .returning()
    await findOrganisationInScope(city(on), applicant.id)
    await listOrganisationsInScope(city(on), { states: ['applied'] }, null)
    const id = value(await admitOrganisation(city(on), applicant.id, { evidence: 'seen' }))
    expect(id).toBe(known?.id)
    expect(await db.$count(disclosure, eq(disclosure.companyId, id))).toBe(2)
  }),
)
