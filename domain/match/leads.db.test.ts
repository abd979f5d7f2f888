import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { match, need, profileYear, qualification, whiteListEntry } from '@/db/schema'
import { newId } from '../id'
import { claimNeed } from '../introduction/claim-need'
import { giveConsent } from '../introduction/give-consent'
import type { IntroductionState } from '../introduction/introduction'
import {
  countOwnMoves,
  findFinancierIntroduction,
  listOwnIntroductions,
} from '../introduction/queries'
import { revokeConsent } from '../moves/revoke-consent'
import type { Criterion } from '../product/product'
import { aLead, anIntroduction } from '../testing/attempts-introduction'
import { financierActor, makeCompany, NOW } from '../testing/cast'
import { makeMatch, makeNeed, makeProduct, WAN } from '../testing/rows'
import { tale, value, type Scene } from '../testing/tale'
import { judgeNeed } from './judge-pairs'
import { passMatch } from './pass-match'
import {
  countLeads,
  countLeadTabs,
  findLead,
  LEADS_A_PAGE,
  listLeads,
  listOtherFits,
  type LeadCursor,
  type LeadFilter,
} from './queries'

const { scene } = tale()
const clock = { audience: 'clock' as const }
const groups = ['identity' as const, 'contact' as const]

/** Everything a financier must not read before consent, each unlike anything else. */
const canaries = {
  name: 'CANARY-NAME',
  phone: '13900777777',
  contact: 'CANARY-CONTACT',
  introduction: 'CANARY-INTRODUCTION',
  words: 'CANARY-WORDS',
  certificate: 'CANARY-CERTIFICATE',
  founded: '2017-08-23',
  revenue: 77_123_456_700,
  profit: 8_123_456_700,
  rdSpend: 9_123_456_700,
  least: 123_456_700,
  debt: 6_543,
  staff: 71,
  rdStaff: 37,
}
const probing: Criterion[] = [
  { fact: 'revenue', min: 1, max: null, hard: true },
  { fact: 'profit', min: 1, max: null, hard: false },
  { fact: 'rd-spend', min: 1, max: null, hard: false },
  { fact: 'debt-ratio', min: null, max: 7_000, hard: true },
  { fact: 'staff', min: 10, max: null, hard: true },
  { fact: 'rd-staff', min: 1, max: null, hard: false },
  { fact: 'age', min: 12, max: null, hard: true },
  { fact: 'qualification', quantifier: 'any', values: ['gazelle'], hard: true },
  { fact: 'district', quantifier: 'any', values: ['changan'], hard: true },
  { fact: 'white-listed', hard: false },
]

async function aSecretLead({ db, cast, as }: Scene) {
  const company = await makeCompany(
    db,
    { name: canaries.name, district: 'changan', zone: null },
    {
      chains: ['ceramic-composites'],
      stage: 'expansion',
      foundedOn: canaries.founded,
      staff: canaries.staff,
      rdStaff: canaries.rdStaff,
      debtRatioBp: canaries.debt,
      introduction: canaries.introduction,
      contactName: canaries.contact,
      contactPhone: canaries.phone,
    },
  )
  await db.insert(profileYear).values({
    organisationId: company.id,
    year: 2023,
    revenueFen: canaries.revenue,
    profitFen: canaries.profit,
    rdSpendFen: canaries.rdSpend,
  })
  await db.insert(qualification).values({
    id: newId(),
    organisationId: company.id,
    kind: 'gazelle',
    level: 'provincial',
    number: canaries.certificate,
    validFrom: '2023-01-01',
    validTo: '2025-08-19',
  })
  await db.insert(whiteListEntry).values({
    id: newId(),
    organisationId: company.id,
    batchOn: '2024-03-01',
    chain: 'ceramic-composites',
  })
  const made = await makeNeed(db, company.id, 'published', {
    words: canaries.words,
    leastFen: canaries.least,
  })
  const widened = made.teaser && { ...made.teaser, district: null, zone: null, chain: null }
  await db.update(need).set({ teaser: widened }).where(eq(need.id, made.id))
  const product = await makeProduct(db, cast.financier.id, 'live', { criteria: probing })
  await makeProduct(db, cast.financier.id, 'live', { amountMinFen: 200 * WAN })
  expect(value(await judgeNeed(as(clock), made.id))).toBe(2)
  return { company, needId: made.id, productId: product.id }
}

const secrets = (company: { id: string; uscc: string }) => {
  const words = [company.id, company.uscc, 'expansion', 'changan', '2025-08-19']
  return [...Object.values(canaries), ...words].map((secret) =>
    typeof secret === 'number' ? new RegExp(`[:,[]${secret}[,\\]}]`) : new RegExp(secret),
  )
}
/** Criteria name places themselves: what must not leak is what the company is. */
const withoutRequirements = (read: unknown) =>
  JSON.stringify(read, (key, held: unknown) =>
    key === 'required' || key === 'criteria' ? undefined : held,
  )

describe('before consent', () => {
  test(
    'nothing of the company outside the teaser is in what a financier reads',
    scene(async (on) => {
      const { company, needId, productId } = await aSecretLead(on)
      const bank = on.as(on.who.financier)
      const leads = await listLeads(bank, {}, null)
      const [first] = leads
      const read: unknown[] = [
        leads,
        await findLead(bank, first?.id ?? ''),
        await listOtherFits(bank, needId, first?.id ?? ''),
        await countLeadTabs(bank),
      ]
      const asked = { groups, purpose: 'credit-review' as const, until: '2024-08-01' }
      const id = value(await claimNeed(bank, { needId, productId }, asked))
      read.push(await listOwnIntroductions(bank), await findFinancierIntroduction(bank, id))
      expect(leads).toHaveLength(1)
      expect(read.every((one) => one !== null)).toBe(true)
      for (const secret of [...secrets(company), /"whiteListed":true/])
        expect(withoutRequirements(read)).not.toMatch(secret)
    }),
  )

  test(
    'its name is read while the consent holds, and not after it ends or is taken back',
    scene(async (on) => {
      const { needId, productId, company } = await aSecretLead(on)
      const { db, as, cast, who } = on
      const owner = {
        ...who.company,
        organisationId: company.id,
        memberId: cast.of.company.owner.id,
      }
      const asked = { groups, purpose: 'credit-review' as const, until: '2024-08-01' }
      const id = value(await claimNeed(as(who.financier), { needId, productId }, asked))
      value(await giveConsent(as(owner), id, { groups, until: '2024-08-01' }))
      const nameOn = async (day: string) => {
        const at = new Date(`${day}T02:00:00Z`)
        return (await listOwnIntroductions(as(who.financier, at)))[0]?.companyName
      }
      expect(await nameOn('2024-08-01')).toBe(canaries.name)
      expect(await nameOn('2024-08-02')).toBeNull()
      value(await revokeConsent(as(owner), id))
      expect(await nameOn('2024-05-16')).toBeNull()
      expect(await db.select().from(match).where(eq(match.needId, needId))).toHaveLength(2)
    }),
  )
})

describe('leads', () => {
  test(
    'are of one’s own products alone, and a stranger’s is not found',
    scene(async (on) => {
      const { needId } = await aLead(on)
      const stranger = financierActor(on.cast.otherFinancier, on.cast.of.otherFinancier.owner)
      const [own] = await listLeads(on.as(on.who.financier), {}, null)
      expect(own?.needId).toBe(needId)
      expect(await listLeads(on.as(stranger), {}, null)).toEqual([])
      expect(await findLead(on.as(stranger), own?.id ?? '')).toBeNull()
    }),
  )

  test.each(['applied', 'suspended', 'refused'] as const)(
    'are not read by a financier that is %s: equity needs are for admitted ones alone',
    (state) =>
      scene(async (on) => {
        await aLead(on)
        const actor = financierActor(on.cast.financier, on.cast.of.financier.owner, state)
        expect(await listLeads(on.as(actor), {}, null)).toEqual([])
        expect(await countLeads(on.as(actor), {})).toBe(0)
      })(),
  )

  test(
    'come page by page in one order, each once',
    scene(async (on) => {
      const product = await makeProduct(on.db, on.cast.financier.id, 'live')
      for (let count = 0; count < 57; count++) {
        const { id } = await makeNeed(on.db, on.cast.company.id, 'published')
        const to = { needId: id, productId: product.id, financierId: on.cast.financier.id }
        await makeMatch(on.db, to, { fit: 40 + (count % 7) })
      }
      const bank = on.as(on.who.financier)
      const seen: { fit: number; id: string }[] = []
      for (let cursor: LeadCursor | null = null; ;) {
        const page: Awaited<ReturnType<typeof listLeads>> = await listLeads(bank, {}, cursor)
        seen.push(...page.slice(0, LEADS_A_PAGE))
        const last = page[LEADS_A_PAGE - 1]
        if (page.length <= LEADS_A_PAGE || !last) break
        cursor = { fit: last.fit, id: last.id }
      }
      expect(new Set(seen.map(({ id }) => id)).size).toBe(57)
      expect(seen.map(({ fit }) => fit)).toEqual(
        seen.map(({ fit }) => fit).toSorted((a, b) => b - a),
      )
      expect(await countLeads(bank, {})).toBe(57)
    }),
  )

  test.each<[string, LeadFilter, boolean]>([
    ['its class', { class: 'credit-loan' }, true],
    ['another class', { class: 'equity' }, false],
    ['its zone', { zone: 'high-tech' }, true],
    ['its district, which the teaser does not tell', { district: 'yanta' }, false],
    ['its chain', { chain: 'photonics' }, true],
    ['another chain', { chain: 'dairy' }, false],
    ['a certificate it has not', { qualification: 'gazelle' }, false],
    ['amounts around it', { amountFromFen: 500 * WAN, amountToFen: 500 * WAN }, true],
    ['amounts above it', { amountFromFen: 500 * WAN + 1 }, false],
    ['the white list', { whiteListed: true }, false],
    ['those passed over', { passed: true }, false],
    ['those with a seat left', { free: true }, true],
  ])('narrowed to %s', (_name, filter, found) =>
    scene(async (on) => {
      await aLead(on)
      const bank = on.as(on.who.financier)
      expect(await listLeads(bank, filter, null)).toHaveLength(found ? 1 : 0)
      expect(await countLeads(bank, filter)).toBe(found ? 1 : 0)
    })(),
  )

  test(
    'passed over go to their own list and come back',
    scene(async (on) => {
      await aLead(on)
      const bank = on.as(on.who.financier, NOW)
      const [lead] = await listLeads(bank, {}, null)
      value(await passMatch(bank, lead?.id ?? '', { undo: false, code: 'tenor' }))
      expect(await countLeadTabs(bank)).toMatchObject({ all: 0, passed: 1 })
      expect(await listLeads(bank, { passed: true }, null)).toHaveLength(1)
      value(await passMatch(bank, lead?.id ?? '', { undo: true }))
      expect(await countLeadTabs(bank)).toMatchObject({ all: 1, passed: 0 })
      expect(await countLeads(bank, {})).toBe(1)
      expect(await listLeads(bank, { passed: true }, null)).toEqual([])
    }),
  )

  test.each<[string, IntroductionState, number]>([
    ['to be answered', 'invited', 1],
    ['with the company', 'requested', 0],
    ['to be met', 'open', 1],
    ['with an offer that was accepted', 'approved', 1],
    ['that has ended', 'ended', 0],
  ])(
    'a talk %s counts as one’s own move or not, overdue from its moment on',
    (_name, state, counts) =>
      scene(async (on) => {
        const dueAt = new Date(NOW.getTime() + 3_600_000)
        await anIntroduction(on, state, { dueAt })
        const moves = (now: Date) => countOwnMoves(on.as(on.who.financier, now))
        const before = new Date(dueAt.getTime() - 1)
        expect(await moves(before)).toEqual({ waiting: counts, overdue: 0 })
        expect(await moves(dueAt)).toEqual({ waiting: counts, overdue: counts })
        const stranger = financierActor(on.cast.otherFinancier, on.cast.of.otherFinancier.owner)
        expect(await countOwnMoves(on.as(stranger, dueAt))).toEqual({ waiting: 0, overdue: 0 })
      })(),
  )
})
