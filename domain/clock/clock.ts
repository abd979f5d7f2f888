/** Every length of time there is. Rules count by these and pages print them, so that what is promised is what happens. */

/** Working days of domain/calendar; 0 is the same day. */
export const WORKING_DAYS = {
  /** An applicant, a need or new words are reviewed. */
  review: 2,
  /** A published need has its first claim or yes; then the official and the company are told. */
  firstAnswer: 2,
  /** A financier that was invited or assigned answers; then it is overdue. */
  answer: 1,
  answerWhiteListed: 0,
  /** It has still not answered: the introduction lapses. */
  answerLapses: 2,
  /** The company answers a request for consent; then it closes, with nobody at fault. */
  consent: 2,
  /** The financier gets in touch, from the consent on. */
  contact: 3,
  /** The file is complete, or what is missing is named, from the contact on. */
  file: 5,
  /** An outcome is reported. */
  report: 5,
  /** The company confirms or disputes; then the service is unconfirmed. */
  confirm: 10,
  /** The contact at the authority answers what a white-listed company asks beyond finance. */
  request: 10,
  /** The latest first answer that a product may promise. */
  answerPromise: 30,
} as const

/** Calendar days. */
export const DAYS = {
  /** From a complete file, where the product promises no other. */
  decision: 30,
  /** The latest decision that a product may promise. */
  decisionPromise: 180,
  /** From an approved offer to the money. */
  drawing: 30,
  /** A published need that nobody meets stays open, and its company is told so long before the end. */
  needOpen: 180,
  expiryWarning: 14,
  /** A need of which something was drawn closes after the last drawing, once nobody else is in talk. */
  closesAfter: 30,
  /** A product pauses itself after it was last reconfirmed, and its page warns so long before. */
  reconfirm: 90,
  reconfirmWarning: 14,
  /** A lead is new for so long after its need was published. */
  newLead: 3,
  /** In which the moves of a hidden threshold are counted. */
  thresholdWindow: 30,
  /** A consent lasts at most. */
  consentMost: 365,
  /** An offer is valid when its form suggests a day. */
  offerValid: 30,
  /** Whoever was asked by name and has said nothing by then has not answered, whatever came of it later. */
  unanswered: 3,
  /** The company is told before a certificate ends. */
  certificateWarning: 90,
  /** An invitation to a colleague is good. */
  invitation: 14,
  /** The address at which the first administrator is made is good. */
  firstAdministrator: 1,
  /** A company is invited, and financiers are told of a need, no sooner than so long after the last time. */
  inviteAgain: 30,
  tellAgain: 14,
  /** An import can be undone as a whole. */
  importUndo: 30,
  /** A digest reaches back at most. */
  digestReaches: 14,
} as const

/** Hours for which a one-time link is good. */
export const LINK_HOURS = {
  /** To begin an application: a weekend. */
  application: 72,
  /** To a new password. */
  reset: 1,
} as const

/** Calendar months, suggested by forms. */
export const MONTHS = {
  consent: 3,
  wantedBy: 2,
} as const

/** Of the day in Asia/Shanghai. */
export const HOURS = {
  workdayBegins: 9,
  workdayEnds: 17.5,
  digest: 8,
} as const

/** The day of the next month, and its hour, at which a month is published. */
export const PUBLISHED_ON = { day: 12, hour: 9 } as const

/** What tests a secret, or costs as much: signing in and up, a new password. Seconds, but where the name says minutes. */
export const SECRETS = {
  /** From this wrong one on, for an account from an address, the next one waits. */
  slowFrom: 5,
  /** So long first, and twice as long after each; */
  firstWait: 1,
  /** never longer than this. */
  longestWait: 60,
  /** The wrong ones are forgotten so long after the last. */
  forgottenMinutes: 60,
  /** Of all accounts together from one address. */
  mostAMinute: 60,
  /** Those who wait for a processor beside this many others are asked to come again. */
  mostWaiting: 40,
  /** After so long. */
  busyWait: 5,
} as const

/** Leads, products and the public interface, of one member or, where nobody is signed in, one address. */
export const READS_A_MINUTE = 120

/** A session. Minutes, but where the name says otherwise. */
export const SESSION = {
  /** Without a request of its member it ends. */
  idle: { official: 15, company: 30, financier: 30 },
  /** Its page warns so long before. */
  warning: 2,
  /** It ends in any case. */
  longestHours: 12,
} as const

/** The monitor on a wall asks itself anew after so many seconds. */
export const WALL_SECONDS = 60

/** Days for which is kept what is nobody's evidence. Events, the ledger and who has seen whom are kept for ever. */
export const KEPT_DAYS = {
  /** A form sent twice is sent twice within the hour; a page left open over a holiday is still safe. */
  act: 7,
  /** As far as anybody scrolls back; what it told of stands on its own page. */
  readNotification: 180,
  /** Whoever has not looked for so long will not find the thing by its notification. */
  unreadNotification: 365,
  /** Long enough to show that it was sent, and to whom; a mail names people. */
  sentMail: 90,
  /** Without a mail server the copy is the mail. */
  unsentMail: 180,
  /** Links that were not used: what was typed with them, and that a password was forgotten. */
  link: 30,
  /** What was uploaded: until the import can no longer be undone, or nobody has touched it for so long. */
  upload: 30,
  /** The count runs out within the hour, and its key is an address. */
  attempt: 1,
  /** It ended before that, by its hours. */
  session: 1,
} as const

/** The days by name, for sentences that mention them. */
export const LENGTHS = { ...WORKING_DAYS, ...DAYS }
