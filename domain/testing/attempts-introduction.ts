import { desc, eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { consent, offer } from '@/db/schema'
import { dayOf } from '../calendar/calendar'
import type { ClaimInput } from '../consent/consent'
import { newId } from '../id'
import { answerIntroduction } from '../introduction/answer-introduction'
import { assignNeed } from '../introduction/assign-need'
import { claimNeed } from '../introduction/claim-need'
import { dateConsent } from '../introduction/date-consent'
import { giveConsent } from '../introduction/give-consent'
import { handOver } from '../introduction/hand-over'
import type { IntroductionState } from '../introduction/introduction'
import { inviteFinancier } from '../introduction/invite-financier'
import { logContact } from '../introduction/log-contact'
import { markFileComplete } from '../introduction/mark-file-complete'
import { reportDrawing } from '../introduction/report-drawing'
import { restoreConsent } from '../introduction/restore-consent'
import { widenConsent } from '../introduction/widen-consent'
import { declineNeed } from '../moves/decline-need'
import { endIntroduction } from '../moves/end-introduction'
import { expireConsent } from '../moves/expire-consent'
import { lapseIntroduction } from '../moves/lapse-introduction'
import { narrowConsent } from '../moves/narrow-consent'
import { refuseRequest } from '../moves/refuse-request'
import { revokeConsent } from '../moves/revoke-consent'
import { acceptOffer } from '../offer/accept-offer'
import { approveOffer } from '../offer/approve-offer'
import { askForApproval } from '../offer/ask-for-approval'
import { declineOffer } from '../offer/decline-offer'
import { lapseOffer } from '../offer/lapse-offer'
import { makeOffer as makeOfferVerb } from '../offer/make-offer'
import type { OfferState } from '../offer/offer'
import { withdrawOffer } from '../offer/withdraw-offer'
import { answeredId, asCompany, asFinancier, asOfficial, type Attempt, type Stage } from './attempt'
import { LONG_AGO, NOW } from './cast'
import { makeConsents } from './consents'
import {
  makeIntroduction,
  makeMatch,
  makeNeed,
  makeOffer,
  makeProduct,
  offerTerms,
  WAN,
} from './rows'

/** A published need that a live product fits, and their match. */
export async function aLead({ db, cast }: Stage) {
  const need = await makeNeed(db, cast.company.id, 'published')
  const product = await makeProduct(db, cast.financier.id, 'live')
  await makeMatch(db, { needId: need.id, productId: product.id, financierId: cast.financier.id })
  return { needId: need.id, productId: product.id }
}

export async function anIntroduction(
  stage: Stage,
  state: string,
  more: Parameters<typeof makeIntroduction>[3] = {},
) {
  const { db, cast } = stage
  const lead = await aLead(stage)
  if (state === 'none') return { id: newId(), ...lead }
  const made = await makeIntroduction(
    db,
    { ...lead, companyId: cast.company.id, financierId: cast.financier.id },
    state as IntroductionState,
    { givenBy: cast.of.company.owner.id, ...more },
  )
  if (state === 'approved' || state === 'drawn')
    await makeOffer(db, { introductionId: made.id, needId: lead.needId }, 'accepted')
  return { id: made.id, ...lead }
}

const offerStands: Partial<Record<string, IntroductionState>> = {
  approved: 'approved',
  accepted: 'approved',
}

export async function anOffer({ db, cast }: Stage, state: string) {
  const lead = await aLead({ db, cast })
  const met = await makeIntroduction(
    db,
    { ...lead, companyId: cast.company.id, financierId: cast.financier.id },
    offerStands[state] ?? 'file-complete',
    { givenBy: cast.of.company.owner.id },
  )
  if (state === 'none') return { id: newId(), introductionId: met.id, ...lead }
  const made = await makeOffer(
    db,
    { introductionId: met.id, needId: lead.needId },
    state as OfferState,
  )
  return { id: made.id, introductionId: met.id, ...lead }
}

const asked: ClaimInput = {
  groups: ['identity', 'contact', 'accounts'],
  purpose: 'credit-review',
  until: '2024-08-01',
}
const consented = { groups: asked.groups, until: asked.until }
const onLead = ({ needId = '', productId = '' }) => ({ needId, productId })
const TAKEN_AT = new Date(NOW.getTime() - 60_000)

/** With consents to everything, in whatever state; ended at a moment, if it says so. */
async function consentedIn(stage: Stage, state: string, more: { endedAt?: Date } = {}) {
  const made = await anIntroduction(stage, state, { givenBy: undefined })
  const { company, financier, of } = stage.cast
  if (state !== 'none')
    await makeConsents(
      stage.db,
      { introductionId: made.id, companyId: company.id, financierId: financier.id },
      of.company.owner.id,
      more,
    )
  return made
}

const move = (run: Attempt['run']): Attempt => ({ build: anIntroduction, run })

const begin = (run: Attempt['run']): Attempt => ({
  build: anIntroduction,
  run,
  tried: ['none'],
  names: ['needId', 'productId'],
  result: answeredId,
})

export const introductionAttempts: Record<string, Attempt> = {
  'invite-financier': begin((context, subject) =>
    inviteFinancier(asCompany(context), onLead(subject), consented),
  ),
  'assign-need': begin((context, subject) => assignNeed(asOfficial(context), onLead(subject))),
  'claim-need': begin((context, subject) =>
    claimNeed(asFinancier(context), onLead(subject), asked),
  ),
  'answer-introduction': move((context, { id }) =>
    answerIntroduction(asFinancier(context), id, asked),
  ),
  'give-consent': move((context, { id }) => giveConsent(asCompany(context), id, consented)),
  'refuse-request': move((context, { id }) => refuseRequest(asCompany(context), id)),
  'hand-over': move((context, { id }, cast) =>
    handOver(asFinancier(context), id, cast.of.financier.editor.id),
  ),
  'widen-consent': move((context, { id }) =>
    widenConsent(asCompany(context), id, { groups: ['property'], until: asked.until }),
  ),
  'date-consent': {
    build: (stage, state) => consentedIn(stage, state),
    run: (context, { id }) =>
      dateConsent(asCompany(context), id, { group: 'accounts', until: '2024-05-20' }),
  },
  'restore-consent': {
    build: (stage, state) => consentedIn(stage, state, { endedAt: TAKEN_AT }),
    run: (context, { id }) => restoreConsent(asCompany(context), id, TAKEN_AT),
  },
  'narrow-consent': move((context, { id }) => narrowConsent(asCompany(context), id, ['accounts'])),
  'revoke-consent': move((context, { id }) => revokeConsent(asCompany(context), id)),
  'log-contact': move((context, { id }) =>
    logContact(asFinancier(context), id, { kind: 'call', contactedOn: '2024-05-15', note: null }),
  ),
  'mark-file-complete': move((context, { id }) => markFileComplete(asFinancier(context), id)),
  'approve-offer': move((context, { id }) => approveOffer(asFinancier(context), id, offerTerms)),
  'report-drawing': move((context, { id }) =>
    reportDrawing(asFinancier(context), id, {
      amountFen: 100 * WAN,
      drawnOn: '2024-05-15',
      contractNo: 'HT-1',
      secures: null,
    }),
  ),
  'decline-need': move((context, { id }) =>
    declineNeed(asFinancier(context), id, { code: 'tenor', words: null }),
  ),
  'end-introduction': move((context, { id }) => endIntroduction(asCompany(context), id, 'why')),
  'lapse-introduction': {
    build: (stage, state) => anIntroduction(stage, state, { stateAt: LONG_AGO }),
    run: (context, { id }) => lapseIntroduction(context, id),
  },
  'expire-consent': {
    build: async (stage, state) => {
      const made = await anIntroduction(stage, state)
      await stage.db
        .update(consent)
        .set({ until: dayOf(LONG_AGO) })
        .where(eq(consent.introductionId, made.id))
      return made
    },
    run: (context, { id }) => expireConsent(context, id),
  },
}

async function newestOffer(_value: unknown, db: Database, { introductionId = '' }) {
  const [newest] = await db
    .select({ id: offer.id })
    .from(offer)
    .where(eq(offer.introductionId, introductionId))
    .orderBy(desc(offer.id))
    .limit(1)
  return newest?.id ?? ''
}

const write = (verb: typeof makeOfferVerb | typeof approveOffer): Attempt => ({
  build: anOffer,
  run: (context, { introductionId = '' }) => verb(asFinancier(context), introductionId, offerTerms),
  tried: ['none', 'indicative', 'asked', 'approved', 'accepted'],
  names: ['introductionId'],
  result: newestOffer,
})

export const offerAttempts: Record<string, Attempt> = {
  'make-offer': write(makeOfferVerb),
  'approve-offer': write(approveOffer),
  'ask-for-approval': {
    build: anOffer,
    run: (context, { id }) => askForApproval(asCompany(context), id),
  },
  'accept-offer': { build: anOffer, run: (context, { id }) => acceptOffer(asCompany(context), id) },
  'decline-offer': {
    build: anOffer,
    run: (context, { id }) => declineOffer(asCompany(context), id),
  },
  'lapse-offer': {
    build: async (stage, state) => {
      const made = await anOffer(stage, state)
      await stage.db
        .update(offer)
        .set({ validUntil: dayOf(LONG_AGO) })
        .where(eq(offer.id, made.id))
      return made
    },
    run: (context, { id }) => lapseOffer(context, id),
  },
  'withdraw-offer': {
    build: anOffer,
    run: (context, { id }) => withdrawOffer(asFinancier(context), id),
  },
}
