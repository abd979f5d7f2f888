import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { member, needIndex, organisation, service } from '@/db/schema'
import { testDatabase } from '@/db/testing'
import type { Actor, CompanyActor, FinancierActor } from './actor'
import { dayOf } from './calendar/calendar'
import type { Context } from './context'
import { claimNeed } from './introduction/claim-need'
import { giveConsent } from './introduction/give-consent'
import { logContact } from './introduction/log-contact'
import { markFileComplete } from './introduction/mark-file-complete'
import { listOffersOnNeed } from './introduction/queries'
import { reportDrawing } from './introduction/report-drawing'
import { confirmService } from './ledger/confirm-service'
import { listOwnServices } from './ledger/queries'
import { judgeNeed, judgeProduct } from './match/judge-pairs'
import { listLeads } from './match/queries'
import { findActor } from './member/queries'
import { admitOrganisation } from './moves/admit-organisation'
import { saveProfile } from './moves/save-profile'
import { approveNeed } from './need/approve-need'
import { saveNeed } from './need/save-need'
import { startNeed } from './need/start-need'
import { submitNeed } from './need/submit-need'
import { acceptOffer } from './offer/accept-offer'
import { approveOffer } from './offer/approve-offer'
import { askForApproval } from './offer/ask-for-approval'
import { makeOffer } from './offer/make-offer'
import { publishProduct } from './product/publish-product'
import { saveProduct } from './product/save-product'
import type { Result } from './result'
import { makeMember, makeOrganisation, NOW, officialActor } from './testing/cast'
import { expectCellsKept } from './testing/cells'
import { expectLeadsKept } from './testing/leads'
import { register } from './testing/register'
import { offerTerms, productTerms, WAN } from './testing/rows'
import { countTotals } from './totals/count'
import { inWholeCity } from './totals/reach'
import { defaultDefinition } from './totals/totals'

const database = testDatabase()
const period = { from: 202401, to: 202405 }

function value<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`refused: ${result.refusal}`)
  return result.value
}

test('a company registers, is financed and confirms it, and the total goes up by one', async () => {
  const db = database()
  const as = <Who extends Actor>(actor: Who): Context<Who> => ({ actor, now: NOW, db })
  const city = inWholeCity(as({ audience: 'public' }))
  const totals = () => countTotals(city, { period, definition: defaultDefinition, asOf: null })
  const authority = await makeOrganisation(db, 'authority', { district: null, zone: null })
  const officer = await makeMember(db, authority.id, 'owner')
  const verifier = officialActor(authority, officer, ['verifier'])
  const join = async (kind: 'company' | 'financier') => {
    const { organisationId, memberId } = value(
      await register(as({ audience: 'public' }), {
        kind,
        ...(kind === 'financier' ? { financierKind: 'bank' as const } : {}),
        name: `New ${kind}`,
        email: `${kind}@test.example`,
      }),
    )
    value(await admitOrganisation(as(verifier), organisationId, { evidence: 'Licence seen' }))
    const actor = await findActor(db, { memberId, sessionVersion: 1 })
    if (!actor) throw new Error('nobody signed in')
    return actor
  }
  const company = (await join('company')) as CompanyActor
  const financier = (await join('financier')) as FinancierActor

  const productId = value(await saveProduct(as(financier), productTerms))
  value(await publishProduct(as(financier), productId))
  for (const input of [
    { section: 'place', values: { district: 'yanta', zone: 'high-tech', park: null } },
    {
      section: 'business',
      values: {
        chains: ['photonics'],
        stage: 'growth',
        foundedOn: '2019-03-10',
        introduction: null,
      },
    },
    { section: 'people', values: { staff: 64, rdStaff: 20 } },
    { section: 'contact', values: { contactName: 'Owner', contactPhone: '02988880000' } },
  ] as const)
    value(await saveProfile(as(company), input as Parameters<typeof saveProfile>[1]))
  const needId = value(await startNeed(as(company)))
  for (const step of [
    {
      step: 'use',
      values: { classes: ['credit-loan'], useKind: 'working-capital', words: null },
    },
    {
      step: 'amount',
      values: {
        amountFen: 300 * WAN,
        leastFen: null,
        inParts: false,
        partFen: null,
        tenorMonths: 12,
      },
    },
    { step: 'security', values: { collateral: [] } },
    { step: 'cost', values: { maxCostBp: 400, wantedBy: '2024-07-01' } },
    { step: 'privacy', values: { showWhiteList: false } },
  ] as const)
    value(await saveNeed(as(company), needId, step as Parameters<typeof saveNeed>[2]))
  value(await submitNeed(as(company), needId))
  value(await approveNeed(as(verifier), needId))
  await expectLeadsKept(db, dayOf(NOW))
  await expectCellsKept(db)
  expect(await db.select().from(needIndex)).toHaveLength(1)
  value(await judgeNeed(as({ audience: 'clock' }), needId))
  value(await judgeProduct(as({ audience: 'clock' }), productId))
  expect((await listLeads(as(financier), {}, null)).map((lead) => lead.needId)).toEqual([needId])

  const introductionId = value(
    await claimNeed(
      as(financier),
      { needId, productId },
      { groups: ['identity', 'contact'], purpose: 'credit-review', until: '2024-08-01' },
    ),
  )
  const consented = { groups: ['identity' as const, 'contact' as const], until: '2024-08-01' }
  value(await giveConsent(as(company), introductionId, consented))
  const met = { kind: 'visit' as const, contactedOn: '2024-05-15', note: null }
  value(await logContact(as(financier), introductionId, met))
  value(await makeOffer(as(financier), introductionId, offerTerms))
  const [indicative] = await listOffersOnNeed(as(company), needId)
  value(await askForApproval(as(company), indicative?.offer.id ?? ''))
  value(await markFileComplete(as(financier), introductionId))
  value(await approveOffer(as(financier), introductionId, offerTerms))
  const [final] = await listOffersOnNeed(as(company), needId)
  value(await acceptOffer(as(company), final?.offer.id ?? ''))
  await expectLeadsKept(db, dayOf(NOW))
  await expectCellsKept(db)
  expect(await db.select().from(needIndex)).toHaveLength(0)
  const before = await totals()
  value(
    await reportDrawing(as(financier), introductionId, {
      amountFen: 300 * WAN,
      drawnOn: '2024-05-15',
      contractNo: 'HT-2024-1',
      secures: null,
    }),
  )
  const [told] = await db.select().from(service).where(eq(service.rung, 6))
  value(await confirmService(as(company), told?.id ?? ''))
  expect(before.companies).toBe(0)
  expect(await totals()).toMatchObject({
    companies: 1,
    companyTimes: 1,
    loans: 1,
    drawnFen: 300 * WAN,
    grantedFen: 300 * WAN,
    evidenced: 1,
    declared: 0,
  })
  expect(await listOwnServices(as(company))).toHaveLength(3)
  expect(await db.select().from(organisation)).toHaveLength(3)
  expect(await db.select().from(member)).toHaveLength(3)
})
