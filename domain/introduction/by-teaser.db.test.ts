/** A claim goes by the teaser, an invitation by the facts; and nobody narrows a teaser by signing up. */
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { match, need } from '@/db/schema'
import { addDays } from '../calendar/calendar'
import { judgeNeed } from '../match/judge-pairs'
import { failedHard } from '../match/match'
import { findLead, listLeads } from '../match/queries'
import { approveNeed } from '../need/approve-need'
import { readCrowd } from '../need/crowd'
import type { Criterion } from '../product/product'
import { makeCompany } from '../testing/cast'
import { makeNeed, makeProduct } from '../testing/rows'
import { expectRefusal, tale, value, type Scene } from '../testing/tale'
import { claimNeed } from './claim-need'
import { inviteFinancier } from './invite-financier'
import { findCompanyIntroduction, findFinancierIntroduction } from './queries'

const { scene } = tale()
const clock = { audience: 'clock' as const }
const elsewhere: Criterion = {
  fact: 'district',
  quantifier: 'any',
  values: ['lantian'],
  hard: true,
}
const input = {
  groups: ['identity' as const, 'contact' as const],
  purpose: 'credit-review' as const,
  until: addDays('2024-05-15', 60),
}

/** A need whose place its teaser does not tell, and a product for companies of another place. */
async function widened({ db, cast, as }: Scene, criteria: Criterion[] = [elsewhere]) {
  const made = await makeNeed(db, cast.company.id, 'published')
  if (!made.teaser) throw new Error('published without a teaser')
  const teaser = { ...made.teaser, district: null, zone: null, widening: 'city' as const }
  await db.update(need).set({ teaser }).where(eq(need.id, made.id))
  const { id: productId } = await makeProduct(db, cast.financier.id, 'live', { criteria })
  value(await judgeNeed(as(clock), made.id))
  return { needId: made.id, productId }
}

test(
  'of a place that the teaser does not tell a claim is refused in no case, and the company reads what its facts say',
  scene(async (on) => {
    const { db, who, as } = on
    const { needId, productId } = await widened(on)
    const [lead] = await listLeads(as(who.financier), {}, null)
    expect(lead?.rows.find(({ rule }) => rule === 'district')).toMatchObject({
      verdict: 'unknown',
      actual: null,
    })
    const [kept] = await db.select().from(match).where(eq(match.needId, needId))
    expect(kept).toMatchObject({ eligible: false, lead: true })
    const id = value(await claimNeed(as(who.financier), { needId, productId }, input))
    const asked = await findCompanyIntroduction(as(who.company), id)
    expect(failedHard(asked?.rows ?? [])).toEqual(['district'])
    const read = await findFinancierIntroduction(as(who.financier), id)
    expect(failedHard(read?.rows ?? [])).toEqual([])
    expect(JSON.stringify(read)).not.toContain('yanta')
  }),
)

test(
  'an invitation goes by the facts',
  scene(async (on) => {
    const { db, who, as } = on
    const { needId, productId } = await widened(on)
    const invite = () =>
      inviteFinancier(
        as(who.company),
        { needId, productId },
        { groups: input.groups, until: input.until },
      )
    await expectRefusal(db, invite, 'not-eligible')
  }),
)

test(
  'what the teaser tells and the product bars is neither a lead nor to be claimed, though a further chain would fit',
  scene(async (on) => {
    const { db, cast, who, as } = on
    const company = await makeCompany(db, {}, { chains: ['photonics', 'aviation'] })
    const { id: needId } = await makeNeed(db, company.id, 'published')
    const { id: productId } = await makeProduct(db, cast.financier.id, 'live', {
      criteria: [{ fact: 'chain', quantifier: 'any', values: ['aviation'], hard: true }],
    })
    value(await judgeNeed(as(clock), needId))
    const [kept] = await db.select().from(match).where(eq(match.needId, needId))
    expect(kept).toMatchObject({ eligible: true, lead: false })
    expect(await findLead(as(who.financier), kept?.id ?? '')).toBeNull()
    const claim = () => claimNeed(as(who.financier), { needId, productId }, input)
    await expectRefusal(db, claim, 'not-eligible')
  }),
)

test(
  'companies that only applied narrow no teaser',
  scene(async ({ db, cast }) => {
    const facts = {
      district: 'yanta' as const,
      zone: 'high-tech' as const,
      chains: ['photonics' as const],
    }
    const before = await readCrowd(db, facts)
    for (let more = 0; more < 5; more++)
      await makeCompany(db, { state: 'applied', district: 'yanta', zone: 'high-tech' })
    expect(await readCrowd(db, facts)).toEqual(before)
    await makeCompany(db, { district: 'yanta', zone: 'high-tech' })
    expect(await readCrowd(db, facts)).toEqual({
      zoneAndChain: before.zoneAndChain + 1,
      districtAndChain: before.districtAndChain + 1,
      cityAndChain: before.cityAndChain + 1,
    })
    expect(cast.company.state).toBe('admitted')
  }),
)

test(
  'a crowd that shrank until a need is published widens its teaser, one that grew does not narrow it',
  scene(async (on) => {
    const { db, cast, who, as } = on
    const publish = async (widening: 'none' | 'city-and-chain') => {
      const { id, teaser } = await makeNeed(db, cast.company.id, 'in-review')
      if (!teaser) throw new Error('submitted without a teaser')
      await db
        .update(need)
        .set({ teaser: { ...teaser, widening } })
        .where(eq(need.id, id))
      value(await approveNeed(as(who.verifier), id))
      const [published] = await db.select().from(need).where(eq(need.id, id))
      return published?.teaser
    }
    // Fewer than five of its chain are admitted.
    expect(await publish('none')).toMatchObject({
      widening: 'city-and-chain',
      zone: null,
      chain: null,
    })
    for (let more = 0; more < 6; more++)
      await makeCompany(db, { district: 'yanta', zone: 'high-tech' })
    expect(await publish('none')).toMatchObject({ widening: 'none', zone: 'high-tech' })
    expect(await publish('city-and-chain')).toMatchObject({
      zone: null,
      district: null,
      chain: null,
    })
  }),
)

test(
  'a financier that another judgement let in reads by the teaser, too',
  scene(async (on) => {
    const { who, as } = on
    const { needId, productId } = await widened(on, [{ ...elsewhere, values: ['yanta'] }])
    const id = value(
      await inviteFinancier(
        as(who.company),
        { needId, productId },
        { groups: input.groups, until: input.until },
      ),
    )
    const read = await findFinancierIntroduction(as(who.financier), id)
    expect(read?.rows.find(({ rule }) => rule === 'district')).toMatchObject({ verdict: 'unknown' })
  }),
)
