/**
 * docs/states.md as data: who may move what, from where to where, and the events that tell of it. What is not a row here is
 * refused with a sentence; `states.db.test.ts` tries every verb from every state as every role.
 */
import { waitingCodeStates } from './bank-file/bank-file'
import { doubtStates } from './doubt/doubt'
import type { EventType } from './event/event'
import { importStates } from './import-run/import-run'
import { introductionStates, lapsingStates, liveStates } from './introduction/introduction'
import { serviceStates } from './ledger/ledger'
import { memberStates, type Duty } from './member/member'
import { endedNeedStates, needStates } from './need/need'
import { offerStates, openOfferStates } from './offer/offer'
import { organisationStates, type OrganisationState } from './organisation/organisation'
import { productStates } from './product/product'
import { entryStates } from './register/register'
import { reportStates } from './report/report'
import { requestStates } from './request/request'
import { targetStates } from './target/target'

/** The states of each noun; *none* is before its first row. */
export const statesOf = {
  organisation: organisationStates,
  member: memberStates,
  product: productStates,
  need: needStates,
  match: ['fitting', 'passed'],
  introduction: introductionStates,
  offer: offerStates,
  service: serviceStates,
  'waiting code': waitingCodeStates,
  doubt: doubtStates,
  request: requestStates,
  'register entry': entryStates,
  import: importStates,
  report: reportStates,
  'yearly target': targetStates,
} as const
export type StateNoun = keyof typeof statesOf

/** Who may: for companies and financiers its owner or editor, of an admitted organisation unless `also` names more. */
export type Who =
  | { audience: 'company' | 'financier'; also?: readonly OrganisationState[] }
  | { audience: 'official'; duty: Duty; wholeCity?: true }
  /** The contact at the authority of the white-listed company that asks. */
  | { audience: 'contact' }
  /** An owner of any organisation that is not suspended. */
  | { audience: 'owner' }
  /** Somebody who is not signed in. */
  | { audience: 'anyone' }
  /** A job, or the operator at the machine. */
  | { audience: 'clock' }

export interface Move {
  noun: StateNoun
  verb: string
  from: readonly string[]
  /** *same*, *gone*, or the state it enters. */
  to: string
  by: readonly Who[]
  events: readonly EventType[]
}

const company: Who = { audience: 'company' }
const applicant: Who = { audience: 'company', also: ['applied'] }
const financier: Who = { audience: 'financier' }
const verifier: Who = { audience: 'official', duty: 'verifier' }
const statistician: Who = { audience: 'official', duty: 'statistician' }
const cityStatistician: Who = { ...statistician, wholeCity: true }
const cityAdministrator: Who = { audience: 'official', duty: 'administrator', wholeCity: true }
const cityVerifier: Who = { ...verifier, wholeCity: true }
const contact: Who = { audience: 'contact' }
const cityPublisher: Who = { audience: 'official', duty: 'publisher', wholeCity: true }
const senders: Who[] = [cityStatistician, financier]
const clock: Who = { audience: 'clock' }
const owner: Who = { audience: 'owner' }
const anyone: Who = { audience: 'anyone' }

type Line = [
  verb: string,
  from: readonly string[],
  by: Who | Who[],
  to: string,
  ...events: EventType[],
]

function moves(noun: StateNoun, lines: readonly Line[]): Move[] {
  return lines.map(([verb, from, by, to, ...events]) => ({
    noun,
    verb,
    from,
    to,
    by: [by].flat(),
    events,
  }))
}

const isNotVoided = serviceStates.filter((state) => state !== 'voided')
const isNotConfirmed = isNotVoided.filter((state) => state !== 'confirmed')
const drawnToo = [...liveStates, 'drawn']

export const table: readonly Move[] = [
  ...moves('organisation', [
    [
      'register-organisation',
      ['none', 'known', 'applied', 'refused'],
      anyone,
      'applied',
      'organisation.registered',
    ],
    [
      'register-organisation',
      ['admitted', 'suspended'],
      anyone,
      'applied',
      'organisation.registered',
      'organisation.contested',
    ],
    [
      'save-profile',
      ['applied', 'admitted'],
      [applicant, { audience: 'financier', also: ['applied'] }],
      'same',
      'organisation.profile-saved',
    ],
    ['admit-organisation', ['applied', 'refused'], verifier, 'admitted', 'organisation.admitted'],
    ['refuse-organisation', ['applied', 'refused'], verifier, 'refused', 'organisation.refused'],
    ['suspend-organisation', ['admitted'], verifier, 'suspended', 'organisation.suspended'],
    ['restore-organisation', ['suspended'], verifier, 'admitted', 'organisation.restored'],
    [
      'undo-admission',
      ['admitted', 'suspended'],
      verifier,
      'known',
      'organisation.admission-undone',
      'organisation.refused',
    ],
  ]),
  ...moves('member', [
    ['invite-member', ['none'], owner, 'invited', 'member.invited'],
    ['invite-official', ['none'], cityAdministrator, 'invited', 'member.invited'],
    ['grant-official', ['invited', 'active'], cityAdministrator, 'same', 'member.granted'],
    ['accept-membership', ['invited'], anyone, 'active', 'member.accepted'],
    ['change-role', ['invited', 'active'], owner, 'same', 'member.role-changed'],
    ['remove-member', ['invited', 'active'], owner, 'removed', 'member.removed'],
    ['ask-for-reset', ['active'], anyone, 'same', 'member.reset-asked'],
    ['reset-password', ['active'], anyone, 'same', 'member.password-reset'],
  ]),
  ...moves('product', [
    ['save-product', ['none'], financier, 'draft', 'product.saved'],
    ['save-product', ['draft', 'live', 'paused'], financier, 'same', 'product.saved'],
    ['publish-product', ['draft', 'paused'], financier, 'live', 'product.published'],
    ['reconfirm-product', ['live'], financier, 'live', 'product.reconfirmed'],
    ['pause-product', ['live'], financier, 'paused', 'product.paused'],
    ['pause-stale-product', ['live'], clock, 'paused', 'product.went-stale'],
    ['retire-product', ['draft', 'live', 'paused'], financier, 'retired', 'product.retired'],
  ]),
  ...moves('need', [
    ['start-need', ['none'], applicant, 'draft', 'need.started'],
    ['copy-need', endedNeedStates, applicant, 'draft', 'need.copied'],
    ['save-need', ['draft', 'returned'], applicant, 'same', 'need.saved'],
    ['discard-need', ['draft', 'returned'], applicant, 'gone', 'need.discarded'],
    ['submit-need', ['draft', 'returned'], company, 'in-review', 'need.submitted'],
    ['approve-need', ['in-review'], verifier, 'published', 'need.approved'],
    ['return-need', ['in-review'], verifier, 'returned', 'need.returned'],
    ['amend-need', ['published'], company, 'published', 'need.amended'],
    ['approve-words', ['published'], verifier, 'published', 'need.words-approved'],
    ['return-words', ['published'], verifier, 'published', 'need.words-returned'],
    ['withdraw-need', ['published'], company, 'withdrawn', 'need.withdrawn'],
    ['close-need', ['published'], company, 'closed', 'need.closed'],
    ['close-drawn-need', ['published'], clock, 'closed', 'need.closed-after-drawing'],
    ['warn-expiring-need', ['published'], clock, 'same', 'need.expiry-warned'],
    ['expire-need', ['published'], clock, 'expired', 'need.expired'],
  ]),
  ...moves('match', [['pass-match', ['fitting', 'passed'], financier, 'passed', 'match.passed']]),
  ...moves('introduction', [
    ['invite-financier', ['none'], company, 'invited', 'introduction.invited'],
    ['assign-need', ['none'], verifier, 'assigned', 'introduction.assigned'],
    ['claim-need', ['none'], financier, 'requested', 'introduction.claimed'],
    ['answer-introduction', ['invited'], financier, 'open', 'introduction.answered'],
    ['answer-introduction', ['assigned'], financier, 'requested', 'introduction.answered'],
    ['give-consent', ['requested'], company, 'open', 'introduction.consented'],
    ['refuse-request', ['requested'], company, 'ended', 'introduction.request-refused'],
    ['hand-over', drawnToo, financier, 'same', 'introduction.handed-over'],
    ['widen-consent', drawnToo, company, 'same', 'introduction.consent-widened'],
    ['date-consent', drawnToo, company, 'same', 'introduction.consent-dated'],
    ['restore-consent', drawnToo, company, 'same', 'introduction.consent-restored'],
    ['narrow-consent', drawnToo, company, 'same', 'introduction.consent-narrowed'],
    ['revoke-consent', liveStates, company, 'ended', 'introduction.consent-revoked'],
    ['revoke-consent', ['drawn'], company, 'drawn', 'introduction.consent-revoked'],
    ['log-contact', ['open', 'in-contact'], financier, 'in-contact', 'introduction.contacted'],
    [
      'mark-file-complete',
      ['in-contact'],
      financier,
      'file-complete',
      'introduction.file-completed',
    ],
    ['approve-offer', ['file-complete'], financier, 'approved', 'offer.approved'],
    ['report-drawing', ['approved', 'drawn'], financier, 'drawn', 'service.drawn'],
    ['decline-need', liveStates, financier, 'ended', 'introduction.declined'],
    ['end-introduction', liveStates, company, 'ended', 'introduction.ended'],
    ['lapse-introduction', lapsingStates, clock, 'ended', 'introduction.lapsed'],
    [
      'expire-consent',
      // What was asked for or assigned has no consent yet.
      liveStates.filter((state) => state !== 'assigned' && state !== 'requested'),
      clock,
      'ended',
      'introduction.consent-expired',
    ],
    ['expire-consent', ['drawn'], clock, 'drawn', 'introduction.consent-expired'],
  ]),
  ...moves('offer', [
    ['make-offer', ['none', 'indicative', 'asked'], financier, 'indicative', 'offer.made'],
    ['ask-for-approval', ['indicative'], company, 'asked', 'offer.approval-asked'],
    ['approve-offer', ['none', 'indicative', 'asked'], financier, 'approved', 'offer.approved'],
    ['accept-offer', ['approved'], company, 'accepted', 'offer.accepted'],
    ['decline-offer', openOfferStates, company, 'declined', 'offer.declined'],
    ['withdraw-offer', openOfferStates, financier, 'withdrawn', 'offer.withdrawn'],
    ['lapse-offer', openOfferStates, clock, 'lapsed', 'offer.lapsed'],
  ]),
  ...moves('service', [
    ['report-service', ['none'], financier, 'reported', 'service.reported'],
    ['import-services', ['none'], [...senders, clock], 'reported', 'service.imported'],
    ['confirm-service', ['reported', 'unconfirmed'], company, 'confirmed', 'service.confirmed'],
    ['dispute-service', ['reported', 'unconfirmed'], company, 'disputed', 'service.disputed'],
    [
      'verify-service',
      ['reported', 'unconfirmed', 'confirmed', 'disputed'],
      statistician,
      'verified',
      'service.verified',
    ],
    ['go-unconfirmed', ['reported'], clock, 'unconfirmed', 'service.went-unconfirmed'],
    ['void-service', ['reported'], financier, 'voided', 'service.voided'],
    ['void-service', isNotConfirmed, statistician, 'voided', 'service.voided'],
    // A second official is told.
    ['void-service', ['confirmed'], statistician, 'voided', 'service.voided', 'service.void-told'],
    ['correct-service', ['reported'], financier, 'voided', 'service.corrected'],
    ['correct-service', isNotConfirmed, statistician, 'voided', 'service.corrected'],
    [
      'correct-service',
      ['confirmed'],
      statistician,
      'voided',
      'service.corrected',
      'service.void-told',
    ],
    ['agree-void', isNotVoided, statistician, 'voided', 'service.voided'],
    ['decline-void', isNotVoided, statistician, 'same', 'service.void-declined'],
  ]),
  ...moves('waiting code', [
    ['admit-code', ['waiting', 'refused'], cityVerifier, 'admitted', 'code.admitted'],
    ['refuse-code', ['waiting'], cityVerifier, 'refused', 'code.refused'],
  ]),
  ...moves('doubt', [
    ['find-doubts', ['none'], clock, 'open'],
    ['dismiss-doubt', ['open'], cityStatistician, 'right', 'doubt.dismissed'],
    ['settle-doubt', ['open'], cityStatistician, 'mended', 'doubt.settled'],
  ]),
  ...moves('organisation', [
    ['invite-company', ['known', 'admitted'], verifier, 'same', 'organisation.invited'],
  ]),
  ...moves('need', [['tell-financiers', ['published'], verifier, 'same', 'need.told']]),
  ...moves('request', [
    ['make-request', ['none'], company, 'asked', 'request.asked'],
    ['grant-request', ['asked'], [contact, cityPublisher], 'given', 'request.granted'],
    ['decline-request', ['asked'], [contact, cityPublisher], 'refused', 'request.declined'],
    ['remind-request', ['asked'], clock, 'same', 'request.reminded'],
  ]),
  ...moves('register entry', [
    ['save-entry', ['none'], cityPublisher, 'draft', 'entry.saved'],
    ['save-entry', ['draft'], cityPublisher, 'same', 'entry.saved'],
    ['publish-entry', ['draft'], cityPublisher, 'published', 'entry.published'],
    ['discard-entry', ['draft'], cityPublisher, 'gone', 'entry.discarded'],
    ['withdraw-entry', ['published'], cityPublisher, 'withdrawn', 'entry.withdrawn'],
  ]),
  ...moves('import', [
    ['start-import', ['none'], senders, 'open', 'import.started'],
    ['mend-import', ['open'], senders, 'same', 'import.mended'],
    ['discard-import', ['open'], senders, 'gone', 'import.discarded'],
    ['confirm-import', ['open'], senders, 'confirmed', 'import.confirmed'],
    ['stop-import', ['confirmed'], senders, 'open', 'import.stopped'],
    ['run-import', ['confirmed'], clock, 'done', 'service.imported'],
    ['undo-import', ['done'], senders, 'undone', 'import.undone'],
  ]),
  ...moves('report', [
    ['save-report', ['none'], cityStatistician, 'draft', 'report.saved'],
    ['save-report', ['draft'], cityStatistician, 'same', 'report.saved'],
    ['seal-report', ['draft'], cityStatistician, 'proposed', 'report.proposed'],
    ['agree-report', ['proposed'], cityStatistician, 'sealed', 'report.sealed'],
    ['return-report', ['proposed'], cityStatistician, 'draft', 'report.returned'],
    ['discard-report', ['draft'], cityStatistician, 'gone', 'report.discarded'],
  ]),
  ...moves('yearly target', [
    ['set-target', ['none'], cityStatistician, 'in-force', 'target.set'],
    ['end-target', ['in-force'], cityStatistician, 'ended', 'target.ended'],
  ]),
]
