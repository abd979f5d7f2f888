/** What a member is told of, and how it wants to be told. From which event, and whom: `told.ts`. */
import * as z from 'zod'

/** The records that a notification can be about; its link leads to one. */
export const notificationSubjects = [
  'match',
  'product',
  'need',
  'introduction',
  'service',
  'organisation',
  'request',
  'totals',
] as const
export type NotificationSubject = (typeof notificationSubjects)[number]

const standingKinds = ['admitted', 'refused', 'suspended', 'restored', 'contested'] as const

/** By audience, in the order in which a member switches them on or off. */
export const kindsOf = {
  company: [
    'need-approved',
    'need-returned',
    'words-approved',
    'words-returned',
    'need-expiring',
    'need-expired',
    'need-closed',
    'consent-asked',
    'invitation-accepted',
    'contact-logged',
    'file-complete',
    'offer-made',
    'offer-approved',
    'offer-withdrawn',
    'declined',
    'lapsed',
    'offer-lapsed',
    'consent-expired',
    'drawing-reported',
    'service-reported',
    'services-imported',
    'service-verified',
    'service-corrected',
    'service-voided',
    'request-granted',
    'request-declined',
  ],
  financier: [
    'lead',
    'lead-in-view',
    'one-rule',
    'invited',
    'assigned',
    'handed-over',
    'consent-given',
    'consent-refused',
    'consent-widened',
    'consent-taken-back',
    'approval-asked',
    'offer-accepted',
    'offer-declined',
    'need-amended',
    'talk-ended',
    'lapsed',
    'offer-lapsed',
    'consent-expired',
    'product-paused',
    'service-confirmed',
    'service-disputed',
    'services-imported',
    'service-verified',
    'service-corrected',
    'service-voided',
  ],
  official: [
    'organisation-applied',
    'need-submitted',
    'words-waiting',
    'service-disputed',
    'void-proposed',
    'void-told',
    'request-asked',
    'request-overdue',
    'totals-differed',
  ],
} as const

export type CompanyNotification =
  (typeof kindsOf)['company'][number] | (typeof standingKinds)[number]
export type FinancierNotification =
  (typeof kindsOf)['financier'][number] | (typeof standingKinds)[number]
export type OfficialNotification = (typeof kindsOf)['official'][number]
export type NotificationKind = CompanyNotification | FinancierNotification | OfficialNotification

export const notificationKinds: readonly NotificationKind[] = [
  ...new Set<NotificationKind>([
    ...kindsOf.company,
    ...kindsOf.financier,
    ...kindsOf.official,
    ...standingKinds,
  ]),
]

/** How often what is new comes by mail. */
export const digests = ['off', 'daily', 'weekly'] as const
export type Digest = (typeof digests)[number]

/** The languages a mail may be in. */
export const mailLanguages = ['zh', 'en'] as const
export type MailLanguage = (typeof mailLanguages)[number]

/** For a member who has set nothing. */
export const settingAtFirst = {
  digest: 'daily' as Digest,
  language: 'zh' as MailLanguage,
  muted: [] as NotificationKind[],
}

export const notificationSettingSchema = z.object({
  digest: z.enum(digests, 'required'),
  language: z.enum(mailLanguages, 'required'),
  /** The kinds that stay on; the form sends what is ticked. */
  kinds: z.array(z.string().max(40)).max(60),
})

/** What a notification asks for can be done while its subject is in one of these states; another only leads there. */
const asksWhile: { [Kind in NotificationKind]?: readonly string[] } = {
  'need-returned': ['returned'],
  'consent-asked': ['requested'],
  'offer-approved': ['approved'],
  'service-reported': ['reported', 'unconfirmed'],
  invited: ['invited'],
  assigned: ['assigned'],
  'approval-asked': ['requested', 'open', 'in-contact', 'file-complete'],
  'organisation-applied': ['applied'],
  'need-submitted': ['in-review'],
  'request-asked': ['asked'],
  'request-overdue': ['asked'],
}

/** Whether there is still to do what it asks for. */
export function stillAsks(
  audience: 'company' | 'financier' | 'official',
  kind: NotificationKind,
  { state, awaits }: { state: string; awaits: boolean },
): boolean {
  if (kind === 'drawing-reported' || kind === 'words-waiting') return awaits
  if (kind === 'service-disputed' && audience === 'official') return state === 'disputed'
  return asksWhile[kind]?.includes(state) ?? true
}
