/** Mails: a digest of what a member has not read yet, and those that hold a one-time link. */
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

/** What a mail with a link is about; *no-account* where a reset was asked for with an address that nobody has. */
export interface LinkFacts {
  about: 'application' | 'account-exists' | 'reset' | 'no-account'
  language: MailLanguage
  token: string
  personName: string
}

export type ComposeLink = (facts: LinkFacts) => { subject: string; text: string; html: string }

/** An invitation to a company: to sign up, or to register a need. */
export interface InvitationFacts {
  about: 'sign-up' | 'need'
  language: MailLanguage
  companyName: string
  authorityName: string
  /** Empty where nobody is known. */
  personName: string
}

export type ComposeInvitation = (facts: InvitationFacts) => {
  subject: string
  text: string
  html: string
}
