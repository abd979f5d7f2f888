import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { need, profileYear } from '@/db/schema'
import { findServiceInScope } from '../ledger/queries'
import { listMatchesInScope } from '../match/need-matches'
import { admitOrganisation } from '../moves/admit-organisation'
import { declineNeed } from '../moves/decline-need'
import { listNeedsInScope, listNeedsToReview, listUnansweredNeeds } from '../need/official-queries'
import { findNeedInScope, listOwnNeeds } from '../need/queries'
import type { Scope } from '../place/place'
import { anIntroduction } from '../testing/attempts-introduction'
import { makeMember, makeOrganisation, NOW, officialActor } from '../testing/cast'
import { makeNeed, makeService, WAN } from '../testing/rows'
import { tale, value, type Scene } from '../testing/tale'
import { listServicesInScope } from '../totals/rows-behind'
import { defaultDefinition } from '../totals/totals'
import {
  countWaiting,
  findOrganisationInScope,
  findOwnOrganisation,
  listApplicantsInScope,
  listOrganisationsInScope,
} from './queries'

const { scene } = tale()
const elsewhere: Scope = { city: false, districts: ['beilin'], zones: ['xixian'] }
const inDistrict: Scope = { city: false, districts: ['yanta'], zones: [] }
const inZone: Scope = { city: false, districts: [], zones: ['high-tech'] }
const official = ({ cast, as }: Scene, scope: Scope) =>
  as(officialActor(cast.authority, cast.of.authority.owner, ['verifier', 'statistician'], scope))
const period = { from: 202401, to: 202405 }
const question = { period, definition: defaultDefinition, asOf: null }

/** One of everything an official may look for. */
async function aCity(on: Scene) {
  const { db, cast } = on
  const review = await makeNeed(db, cast.company.id, 'in-review', { reviewDueAt: NOW })
  const draft = await makeNeed(db, cast.company.id, 'draft')
  const stuck = await makeNeed(db, cast.company.id, 'published', {
    answerDueAt: new Date(NOW.getTime() - 1),
  })
  const applicant = await makeOrganisation(db, 'company', { state: 'applied', appliedAt: NOW })
  const of = { companyId: cast.company.id, financierId: cast.financier.id }
  const row = await makeService(db, of, 'reported')
  return { review, draft, stuck, applicant, row }
}

async function seenBy(on: Scene, scope: Scope) {
  const who = official(on, scope)
  const city = await aCity(on)
  return {
    organisation: (await findOrganisationInScope(who, on.cast.company.id)) !== null,
    need: (await findNeedInScope(who, city.review.id)) !== null,
    service: (await findServiceInScope(who, city.row.id)) !== null,
    organisations: (await listOrganisationsInScope(who, { states: ['admitted'] }, null)).length > 0,
    applicants: (await listApplicantsInScope(who)).length > 0,
    toReview: (await listNeedsToReview(who)).length > 0,
    needs: (await listNeedsInScope(who, ['in-review', 'published'], null)).length > 0,
    unanswered: (await listUnansweredNeeds(who, 10)).length > 0,
    services: (await listServicesInScope(who, question, 'counted', null)).length > 0,
    waiting: (await countWaiting(who)).needs > 0,
  }
}

describe('an official', () => {
  test.each<[string, Scope, boolean]>([
    ['of the city finds everything', { city: true }, true],
    ['of the district finds everything there', inDistrict, true],
    ['of the zone finds everything there', inZone, true],
    ['of other places finds nothing', elsewhere, false],
    ['of no place finds nothing', { city: false, districts: [], zones: [] }, false],
  ])('%s', (_name, scope, found) =>
    scene(async (on) => {
      const seen = await seenBy(on, scope)
      expect(seen).toEqual(Object.fromEntries(Object.keys(seen).map((what) => [what, found])))
    })(),
  )

  test(
    'never finds a draft',
    scene(async (on) => {
      const { draft } = await aCity(on)
      const who = official(on, { city: true })
      expect(await findNeedInScope(who, draft.id)).toBeNull()
      const read = [await listNeedsToReview(who), await listNeedsInScope(who, ['draft'], null)]
      expect(JSON.stringify(read)).not.toContain(draft.id)
      expect((await findOrganisationInScope(who, on.cast.company.id))?.needs).toHaveLength(2)
    }),
  )

  test(
    'leaves a mark with every look at a company, at its page or at its need',
    scene(async (on) => {
      const { review } = await aCity(on)
      const looks = async () =>
        (await on.db.execute(`select 1 from event where type = 'organisation.looked-at'`)).rows
          .length
      await findOrganisationInScope(official(on, inZone), on.cast.company.id)
      await findNeedInScope(official(on, inZone), review.id)
      expect(await looks()).toBe(2)
      await findOrganisationInScope(official(on, elsewhere), on.cast.company.id)
      await findNeedInScope(official(on, elsewhere), review.id)
      expect(await looks()).toBe(2)
    }),
  )

  test(
    'reads neither the private least, the accounts, nor a single decline’s code and words',
    scene(async (on) => {
      const { db, cast, who, as } = on
      const secret = { leastFen: 123_456_700, revenueFen: 77_123_456_700 }
      await db.insert(profileYear).values({
        organisationId: cast.company.id,
        year: 2023,
        revenueFen: secret.revenueFen,
      })
      const { id, needId = '' } = await anIntroduction(on, 'open')
      const [asked] = await db.select().from(need).where(eq(need.id, needId))
      const years = [
        { year: 2023, revenueFen: secret.revenueFen, profitFen: null, rdSpendFen: null },
      ]
      const facts = asked?.facts && { ...asked.facts, years }
      await db
        .update(need)
        .set({ leastFen: secret.leastFen, facts, answerDueAt: new Date(NOW.getTime() - 1) })
        .where(eq(need.id, needId))
      const no = { code: 'credit-or-lawsuit' as const, words: 'CANARY-WORDS' }
      value(await declineNeed(as(who.financier), id, no))
      await makeNeed(db, cast.company.id, 'in-review', { leastFen: secret.leastFen })
      const look = official(on, { city: true })
      const read = JSON.stringify([
        await findNeedInScope(look, needId),
        await listMatchesInScope(look, needId),
        await findOrganisationInScope(look, cast.company.id),
        await listNeedsToReview(look),
        await listNeedsInScope(look, ['published', 'in-review'], null),
        await listUnansweredNeeds(look, 10),
      ])
      for (const hidden of [
        ...Object.values(secret),
        'leastFen',
        'CANARY-WORDS',
        'credit-or-lawsuit',
      ])
        expect(read).not.toContain(String(hidden))
    }),
  )
})

test(
  'the company itself reads its least and the code of a decline',
  scene(async (on) => {
    const { id } = await anIntroduction(on, 'open')
    const no = { code: 'tenor' as const, words: null }
    value(await declineNeed(on.as(on.who.financier), id, no))
    const [own] = await listOwnNeeds(on.as(on.who.company))
    expect(own).toMatchObject({ leastFen: 123 * WAN, introductions: [{ declineCode: 'tenor' }] })
  }),
)

test(
  'a suspended organisation still reads its own',
  scene(async (on) => {
    const suspended = { ...on.who.company, organisationState: 'suspended' as const }
    expect((await findOwnOrganisation(on.as(suspended))).id).toBe(on.cast.company.id)
    await makeNeed(on.db, on.cast.company.id, 'published')
    expect(await listOwnNeeds(on.as(suspended))).toHaveLength(1)
  }),
)

test(
  'an organisation that moves out of one’s places is out of reach with it',
  scene(async (on) => {
    const { db } = on
    const applicant = await makeOrganisation(db, 'company', {
      state: 'applied',
      district: 'beilin',
      zone: null,
    })
    await makeMember(db, applicant.id, 'owner')
    const admit = (scope: Scope) =>
      admitOrganisation(official(on, scope), applicant.id, { evidence: 'Licence seen' })
    expect(await admit(inDistrict)).toMatchObject({ ok: false, refusal: 'not-found' })
    value(await admit(elsewhere))
  }),
)
