import { describe, expect, test } from 'vitest'
import { declineNeed } from '../moves/decline-need'
import { revokeConsent } from '../moves/revoke-consent'
import { acceptOffer } from '../offer/accept-offer'
import { makeOffer } from '../offer/make-offer'
import { withdrawOffer } from '../offer/withdraw-offer'
import { restoreOrganisation } from '../organisation/restore-organisation'
import { suspendOrganisation } from '../organisation/suspend-organisation'
import { anIntroduction, anOffer } from '../testing/attempts-introduction'
import { offerTerms, WAN } from '../testing/rows'
import { expectRefusal, tale, value, type Scene } from '../testing/tale'
import { giveConsent } from './give-consent'
import { logContact } from './log-contact'
import { markFileComplete } from './mark-file-complete'
import { reportDrawing } from './report-drawing'

const { scene } = tale()
const contact = { kind: 'call' as const, contactedOn: '2024-05-15', note: null }
const suspend = async ({ as, who }: Scene, organisationId: string) =>
  value(await suspendOrganisation(as(who.verifier), organisationId, 'why'))

describe('while the company is suspended, its financier', () => {
  test(
    'goes no step on until it is restored',
    scene(async (on) => {
      const { db, cast, who, as } = on
      const open = await anIntroduction(on, 'open')
      const talking = await anIntroduction(on, 'in-contact')
      await suspend(on, cast.company.id)
      const bank = as(who.financier)
      await expectRefusal(db, () => logContact(bank, open.id, contact), 'other-suspended')
      await expectRefusal(db, () => markFileComplete(bank, talking.id), 'other-suspended')
      await expectRefusal(db, () => makeOffer(bank, talking.id, offerTerms), 'other-suspended')
      value(await restoreOrganisation(as(who.verifier), cast.company.id))
      value(await logContact(bank, open.id, contact))
    }),
  )

  test(
    'may take its offer back, decline, and report what it paid out',
    scene(async (on) => {
      const { cast, who, as } = on
      const offered = await anOffer(on, 'approved')
      const open = await anIntroduction(on, 'open')
      const approved = await anIntroduction(on, 'approved')
      await suspend(on, cast.company.id)
      const bank = as(who.financier)
      value(await withdrawOffer(bank, offered.id))
      value(await declineNeed(bank, open.id, { code: 'other', words: 'why' }))
      const paid = { amountFen: 100 * WAN, drawnOn: '2024-05-15', contractNo: 'HT-1' }
      value(await reportDrawing(bank, approved.id, { ...paid, secures: null }))
    }),
  )
})

test(
  'while the financier is suspended, the company consents to and accepts nothing, and takes consents back',
  scene(async (on) => {
    const { db, cast, who, as } = on
    const asked = await anIntroduction(on, 'requested')
    const open = await anIntroduction(on, 'open')
    const offered = await anOffer(on, 'approved')
    await suspend(on, cast.financier.id)
    const company = as(who.company)
    const consent = { groups: ['identity' as const, 'contact' as const], until: '2024-08-01' }
    await expectRefusal(db, () => giveConsent(company, asked.id, consent), 'other-suspended')
    await expectRefusal(db, () => acceptOffer(company, offered.id), 'other-suspended')
    expect(value(await revokeConsent(company, open.id))).toBe(open.id)
  }),
)
