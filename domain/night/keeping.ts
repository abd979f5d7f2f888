/** How long what is nobody's evidence is kept, in days. Events, the ledger and who has seen whom are kept for ever. */
export const keptDays = {
  /** A form sent twice is sent twice within the hour; a page left open over a holiday is still safe. */
  act: 7,
  /** Half a year is as far as anybody scrolls back; what it told of stands on its own page. */
  readNotification: 180,
  /** Whoever has not looked for a year will not find the thing by its notification. */
  unreadNotification: 365,
  /** Long enough to show that it was sent, and to whom; a mail names people. */
  sentMail: 90,
  /** Without a mail server the copy is the mail. */
  unsentMail: 180,
  /** The count runs out within the hour, and its key is an address. */
  attempt: 1,
} as const
