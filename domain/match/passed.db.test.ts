import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { introduction } from '@/db/schema'
import { claimNeed } from '../introduction/claim-need'
import { inviteFinancier } from '../introduction/invite-financier'
import { findGoneLead } from '../introduction/find-of-lead'
import { declineNeed } from '../moves/decline-need'
import { amendNeed } from '../need/amend-need'
import { aLead } from '../testing/attempts-introduction'
import { amended } from '../testing/attempts-need'
import { financierActor, NOW } from '../testing/cast'
import { makeProduct } from '../testing/rows'
import { expectRefusal, tale, value, type Scene } from '../testing/tale'
import { judgeNeed, judgeProduct } from './judge-pairs'
import { passMatch } from './pass-match'
import { countLeads, countLeadTabs, listLeads } from './queries'

const { scene } = tale()
const clock = { audience: 'clock' as const }
const LATER = new Date('2024-05-16T02:00:00Z')
const asked = {
  groups: ['identity' as const, 'contact' as const],
  purpose: 'credit-review' as const,
  until: '2024-08-01',
}

/** A lead that was really judged, with one more product of the same financier that fits it. */
async function twoFits(on: Scene) {
  const { needId, productId } = await aLead(on)
  await makeProduct(on.db, on.cast.financier.id, 'live', { name: 'Second' })
  value(await judgeNeed(on.as(clock), needId))
  return { needId, productId, bank: on.as(on.who.financier) }
}

test(
  'what is passed over is the need: it comes back under no other product, also none of later',
  scene(async (on) => {
    const { needId, bank } = await twoFits(on)
    const [lead] = await listLeads(bank, {}, null)
    value(await passMatch(bank, lead?.id ?? '', { undo: false, code: 'tenor' }))
    expect(await countLeads(bank, {})).toBe(0)
    expect(await countLeadTabs(bank)).toMatchObject({ all: 0, passed: 1 })
    const third = await makeProduct(on.db, on.cast.financier.id, 'live', { name: 'Third' })
    value(await judgeProduct(on.as(clock, LATER), third.id))
    const fourth = await makeProduct(on.db, on.cast.financier.id, 'live', { name: 'Fourth' })
    value(await judgeNeed(on.as(clock, new Date(LATER.getTime() + 1)), needId))
    expect(fourth.state).toBe('live')
    expect(await countLeadTabs(bank)).toMatchObject({ all: 0, passed: 1 })
    value(await passMatch(bank, lead?.id ?? '', { undo: true }))
    expect(await countLeadTabs(bank)).toMatchObject({ all: 1, passed: 0 })
    expect((await countLeadTabs(bank)).products).toHaveLength(4)
  }),
)

test(
  'another financier’s passing over is its own',
  scene(async (on) => {
    const { needId, bank } = await twoFits(on)
    const other = on.as(financierActor(on.cast.otherFinancier, on.cast.of.otherFinancier.owner))
    await makeProduct(on.db, on.cast.otherFinancier.id, 'live')
    value(await judgeNeed(on.as(clock, LATER), needId))
    const [lead] = await listLeads(bank, {}, null)
    value(await passMatch(bank, lead?.id ?? '', { undo: false, code: null }))
    value(await judgeNeed(on.as(clock, new Date(LATER.getTime() + 1)), needId))
    expect(await countLeads(other, {})).toBe(1)
    expect(await countLeads(bank, {})).toBe(0)
  }),
)

test(
  'a need that was declined is no lead and cannot be claimed until it is amended; its company may invite',
  scene(async (on) => {
    const { needId, productId, bank } = await twoFits(on)
    const [lead] = await listLeads(bank, {}, null)
    const met = value(await claimNeed(bank, { needId, productId }, asked))
    expect(await findGoneLead(bank, lead?.id ?? '')).toEqual({ introductionId: met })
    value(await declineNeed(bank, met, { code: 'tenor', words: null }))
    expect(await countLeads(bank, {})).toBe(0)
    const again = () => claimNeed(bank, { needId, productId }, asked)
    await expectRefusal(on.db, again, 'declined-before')
    value(await amendNeed(on.as(on.who.company, LATER), needId, amended))
    value(await judgeNeed(on.as(clock, LATER), needId))
    expect(await countLeads(bank, {})).toBe(1)
    value(await claimNeed(on.as(on.who.financier, LATER), { needId, productId }, asked))
  }),
)

test(
  'its company may invite whoever declined, and a claimed lead leads nobody else to the talk',
  scene(async (on) => {
    const { needId, productId, bank } = await twoFits(on)
    const [lead] = await listLeads(bank, {}, null)
    expect(await findGoneLead(bank, lead?.id ?? '')).toEqual({ introductionId: null })
    const met = value(await claimNeed(bank, { needId, productId }, asked))
    value(await declineNeed(bank, met, { code: 'tenor', words: null }))
    const consents = { groups: asked.groups, until: asked.until }
    const invited = value(
      await inviteFinancier(on.as(on.who.company, LATER), { needId, productId }, consents),
    )
    expect(await findGoneLead(bank, lead?.id ?? '')).toEqual({ introductionId: invited })
    const other = on.as(financierActor(on.cast.otherFinancier, on.cast.of.otherFinancier.owner))
    expect(await findGoneLead(other, lead?.id ?? '')).toBeNull()
    const [row] = await on.db.select().from(introduction).where(eq(introduction.id, invited))
    expect(row?.createdAt.getTime()).toBeGreaterThan(NOW.getTime())
  }),
)
