/** What stands beside the table of states: verbs that are still to come, and writes that no table holds. */
import type { StateNoun } from './states'

/** Rows of docs/states.md whose verb is still to come. */
export const toCome: readonly { noun: StateNoun; verb: string; why: string }[] = [
  { noun: 'introduction', verb: 'ask-for-items', why: 'asked-for items' },
  { noun: 'introduction', verb: 'provide-item', why: 'asked-for items' },
  { noun: 'introduction', verb: 'report-balance', why: 'balances' },
  { noun: 'introduction', verb: 'step-in', why: 'remind, or release the seat of a late one' },
]

/** Writes that no table of states holds: a person's own account, and the first of all. */
export const besideTheTables = [
  // Before there is anything: what is typed waits for its link.
  'ask-to-register',
  'sign-in',
  'change-password',
  'make-first-administrator',
  // How a member reads its leads.
  'save-view',
  'change-view',
  'choose-view',
  'delete-view',
  // The questions that an official comes back to.
  'save-question',
  'delete-question',
] as const
