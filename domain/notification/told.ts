/** Who is told of what: a pure table from event to kinds, whom, and what it is about. */
import type { EventType } from '../event/event'
import type { NotificationKind, NotificationSubject } from './notification'

/**
 * Who is told: those who act for a company or an organisation; the member an introduction is with, or else all who act for
 * its financier; officials with a duty in whose places it lies; a company's contact at the authority. Never whoever did it.
 */
export type Recipients =
  | 'company'
  | 'financier'
  | 'handed-to'
  | 'in-talk'
  | 'members'
  | 'verifiers'
  | 'statisticians'
  | 'contact'
  | 'city-publishers'

/** What the subject is when it is told. */
export interface SubjectState {
  state: string
  wordsWait: boolean
}

export interface Told {
  kind: NotificationKind
  to: Recipients
  /** Only where the subject is so. */
  where?: (subject: SubjectState) => boolean
  /** Told once of a subject, whatever else happens to it. */
  onceOnly?: true
}

const isIn = (state: string) => (subject: SubjectState) => subject.state === state
const wordsWait = (subject: SubjectState) => subject.wordsWait
const applied: Told = {
  kind: 'organisation-applied',
  to: 'verifiers',
  where: isIn('applied'),
  onceOnly: true,
}

interface ToldOfEvent {
  /** What the event's subject is. */
  about: NotificationSubject
  told: readonly Told[]
}

export const toldOf: { [Type in EventType]?: ToldOfEvent } = {
  'organisation.registered': { about: 'organisation', told: [applied] },
  // Until it has named its place, no official of a place can see it.
  'organisation.profile-saved': { about: 'organisation', told: [applied] },
  'organisation.admitted': { about: 'organisation', told: [{ kind: 'admitted', to: 'members' }] },
  'organisation.refused': { about: 'organisation', told: [{ kind: 'refused', to: 'members' }] },
  'organisation.suspended': { about: 'organisation', told: [{ kind: 'suspended', to: 'members' }] },
  'organisation.restored': { about: 'organisation', told: [{ kind: 'restored', to: 'members' }] },
  // Somebody else applied with its code.
  'organisation.contested': { about: 'organisation', told: [{ kind: 'contested', to: 'members' }] },
  'need.submitted': { about: 'need', told: [{ kind: 'need-submitted', to: 'verifiers' }] },
  'need.approved': { about: 'need', told: [{ kind: 'need-approved', to: 'company' }] },
  'need.returned': { about: 'need', told: [{ kind: 'need-returned', to: 'company' }] },
  'need.amended': {
    about: 'need',
    told: [
      { kind: 'need-amended', to: 'in-talk' },
      { kind: 'words-waiting', to: 'verifiers', where: wordsWait },
    ],
  },
  'need.words-approved': { about: 'need', told: [{ kind: 'words-approved', to: 'company' }] },
  'need.words-returned': { about: 'need', told: [{ kind: 'words-returned', to: 'company' }] },
  'introduction.invited': { about: 'introduction', told: [{ kind: 'invited', to: 'financier' }] },
  'introduction.assigned': { about: 'introduction', told: [{ kind: 'assigned', to: 'financier' }] },
  'introduction.claimed': {
    about: 'introduction',
    told: [{ kind: 'consent-asked', to: 'company' }],
  },
  'introduction.answered': {
    about: 'introduction',
    told: [
      { kind: 'consent-asked', to: 'company', where: isIn('requested') },
      { kind: 'invitation-accepted', to: 'company', where: isIn('open') },
    ],
  },
  'introduction.consented': {
    about: 'introduction',
    told: [{ kind: 'consent-given', to: 'financier' }],
  },
  'introduction.request-refused': {
    about: 'introduction',
    told: [{ kind: 'consent-refused', to: 'financier' }],
  },
  'introduction.handed-over': {
    about: 'introduction',
    told: [{ kind: 'handed-over', to: 'handed-to' }],
  },
  'introduction.consent-widened': {
    about: 'introduction',
    told: [{ kind: 'consent-widened', to: 'financier' }],
  },
  'introduction.consent-restored': {
    about: 'introduction',
    told: [{ kind: 'consent-widened', to: 'financier' }],
  },
  'introduction.consent-narrowed': {
    about: 'introduction',
    told: [{ kind: 'consent-taken-back', to: 'financier' }],
  },
  'introduction.consent-revoked': {
    about: 'introduction',
    told: [{ kind: 'consent-taken-back', to: 'financier' }],
  },
  'introduction.contacted': {
    about: 'introduction',
    told: [{ kind: 'contact-logged', to: 'company' }],
  },
  'introduction.file-completed': {
    about: 'introduction',
    told: [{ kind: 'file-complete', to: 'company' }],
  },
  'introduction.declined': { about: 'introduction', told: [{ kind: 'declined', to: 'company' }] },
  'introduction.ended': { about: 'introduction', told: [{ kind: 'talk-ended', to: 'financier' }] },
  'introduction.lapsed': {
    about: 'introduction',
    told: [
      { kind: 'lapsed', to: 'company' },
      { kind: 'lapsed', to: 'financier' },
    ],
  },
  'introduction.consent-expired': {
    about: 'introduction',
    told: [
      { kind: 'consent-expired', to: 'company' },
      { kind: 'consent-expired', to: 'financier' },
    ],
  },
  'offer.lapsed': {
    about: 'introduction',
    told: [
      { kind: 'offer-lapsed', to: 'company' },
      { kind: 'offer-lapsed', to: 'financier' },
    ],
  },
  'need.expiry-warned': { about: 'need', told: [{ kind: 'need-expiring', to: 'company' }] },
  'need.expired': { about: 'need', told: [{ kind: 'need-expired', to: 'company' }] },
  'need.closed-after-drawing': { about: 'need', told: [{ kind: 'need-closed', to: 'company' }] },
  'product.went-stale': { about: 'product', told: [{ kind: 'product-paused', to: 'financier' }] },
  'offer.made': { about: 'introduction', told: [{ kind: 'offer-made', to: 'company' }] },
  'offer.approval-asked': {
    about: 'introduction',
    told: [{ kind: 'approval-asked', to: 'financier' }],
  },
  'offer.approved': { about: 'introduction', told: [{ kind: 'offer-approved', to: 'company' }] },
  'offer.accepted': { about: 'introduction', told: [{ kind: 'offer-accepted', to: 'financier' }] },
  'offer.declined': { about: 'introduction', told: [{ kind: 'offer-declined', to: 'financier' }] },
  'offer.withdrawn': { about: 'introduction', told: [{ kind: 'offer-withdrawn', to: 'company' }] },
  'request.asked': { about: 'request', told: [{ kind: 'request-asked', to: 'contact' }] },
  'request.granted': { about: 'request', told: [{ kind: 'request-granted', to: 'company' }] },
  'request.declined': { about: 'request', told: [{ kind: 'request-declined', to: 'company' }] },
  'request.reminded': {
    about: 'request',
    told: [
      { kind: 'request-overdue', to: 'contact' },
      { kind: 'request-overdue', to: 'city-publishers' },
    ],
  },
  'service.drawn': { about: 'introduction', told: [{ kind: 'drawing-reported', to: 'company' }] },
  'service.reported': { about: 'service', told: [{ kind: 'service-reported', to: 'company' }] },
  'service.confirmed': { about: 'service', told: [{ kind: 'service-confirmed', to: 'financier' }] },
  'service.disputed': {
    about: 'service',
    told: [
      { kind: 'service-disputed', to: 'financier' },
      { kind: 'service-disputed', to: 'statisticians' },
    ],
  },
  'service.verified': {
    about: 'service',
    told: [
      { kind: 'service-verified', to: 'company' },
      { kind: 'service-verified', to: 'financier' },
    ],
  },
  'service.voided': {
    about: 'service',
    told: [
      { kind: 'service-voided', to: 'company' },
      { kind: 'service-voided', to: 'financier' },
    ],
  },
  'service.void-proposed': {
    about: 'service',
    told: [{ kind: 'void-proposed', to: 'statisticians' }],
  },
  // What one official took out although its company had confirmed it.
  'service.void-told': { about: 'service', told: [{ kind: 'void-told', to: 'statisticians' }] },
  'service.corrected': {
    about: 'service',
    told: [
      { kind: 'service-corrected', to: 'company' },
      { kind: 'service-corrected', to: 'financier' },
    ],
  },
}

/** Told to nobody: one's own work on a draft, looks, and what stands in a list of its own. */
export const toldToNobody: readonly EventType[] = [
  'organisation.looked-at',
  // Whose it was until then is told that its application is refused.
  'organisation.admission-undone',
  'member.invited',
  'member.accepted',
  'member.role-changed',
  'member.removed',
  'member.password-changed',
  'member.reset-asked',
  'member.password-reset',
  'member.granted',
  'member.signed-in',
  'mail.link-read',
  'product.saved',
  'product.published',
  'product.reconfirmed',
  'product.paused',
  'product.retired',
  'need.started',
  'need.copied',
  'need.saved',
  'need.discarded',
  // Its introductions end one by one, and each of them is told.
  'need.withdrawn',
  'need.closed',
  'service.void-declined',
  // It still counts, and its company may still answer.
  'service.went-unconfirmed',
  // Whoever may agree finds it among its to-dos; what is sealed is read by all.
  'report.saved',
  'report.proposed',
  'report.returned',
  'report.discarded',
  'report.sealed',
  // Whoever looks at the pace finds it, with its history.
  'target.set',
  'target.ended',
  // Whoever may publish finds it among its to-dos; what is published is read by all.
  'entry.saved',
  'entry.discarded',
  'entry.published',
  'entry.withdrawn',
  'code.refused',
  // Whoever may decide finds them among its to-dos.
  'doubt.dismissed',
  'doubt.settled',
  // The letter itself is in the outbox.
  'organisation.invited',
  // Nothing of it is in the ledger yet.
  'import.started',
  'import.mended',
  'import.confirmed',
  'import.stopped',
  'import.discarded',
  'import.undone',
  // It stands on the page of the talk.
  'introduction.consent-dated',
  'match.passed',
  'match.restored',
]

/** Of many records at once: the verb tells each side of its own, in one line. */
export const toldByItsVerb: readonly EventType[] = [
  'service.imported',
  'code.admitted',
  'need.told',
]

/** Which audience a kind of recipients belongs to; *members* are of any that is not official. */
export const audienceOf: Record<Recipients, 'company' | 'financier' | 'official' | null> = {
  company: 'company',
  financier: 'financier',
  'handed-to': 'financier',
  'in-talk': 'financier',
  members: null,
  verifiers: 'official',
  statisticians: 'official',
  contact: 'official',
  'city-publishers': 'official',
}
