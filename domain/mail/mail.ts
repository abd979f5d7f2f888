/** A digest: what a member has not read yet, as one mail. */
import type { MemberActor } from '../actor'
import type { Notice } from '../notice/notice'
import type { Digest, MailLanguage } from '../notification/notification'

export type DigestPeriod = Exclude<Digest, 'off'>

export interface DigestFacts {
  actor: MemberActor
  language: MailLanguage
  digest: DigestPeriod
  notifications: Notice[]
  now: Date
}

export type ComposeDigest = (facts: DigestFacts) => { subject: string; text: string; html: string }
